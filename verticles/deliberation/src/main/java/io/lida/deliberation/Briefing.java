package io.lida.deliberation;

import io.lida.contract.Card;
import io.lida.contract.Game;
import io.lida.contract.Llm.Brief;
import io.lida.contract.Llm.Complete;
import io.lida.contract.Llm.Heard;
import io.lida.contract.Llm.Prompt;
import io.lida.contract.Llm.Sampling;
import io.lida.contract.Llm.Situation;
import io.lida.contract.Manifest;
import io.lida.contract.Phase;
import io.lida.contract.RunEvent.Call;
import io.lida.contract.RunEvent.CallKind;
import io.lida.contract.Scenario;
import io.lida.contract.Scenario.Arm;
import io.lida.contract.Scenario.Visibility;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Puts each speaker into the picture: what it may have heard, as data and as a prompt.
 *
 * <p>The question of a round is written once for all speakers who hear the same. Not thread-safe; a
 * session owns one.
 */
final class Briefing {
  private static final double DEFAULT_TEMPERATURE = 0.7;
  private static final int TOKENS_BESIDES_WORDS = 300;

  /** What all speakers of a round are asked. */
  private record Question(CallKind kind, int round, String text) {}

  private final String run;
  private final State state;
  private final Hearing hearing;
  private final boolean stream;
  private Question shared = new Question(CallKind.TURN, 0, "");

  Briefing(String run, State state, boolean stream) {
    this.run = run;
    this.state = state;
    this.hearing = new Hearing(state);
    this.stream = stream;
  }

  /** The model call behind a call of the run. */
  Complete complete(Call call) {
    Manifest.Seat seat = seat(call.seat());
    Situation situation = situation(call, seat);
    String system = seat.inPerson() ? "" : SystemPrompts.of(seat);
    Prompt prompt = new Prompt(system, user(call, situation));
    Brief brief =
        switch (call.kind()) {
          case TURN -> new Brief.Speak(situation);
          case VOTE ->
              new Brief.Vote(
                  situation,
                  rules().votingMethod().form(),
                  state.manifest().options(),
                  Evidence.of(rules().aggregation()).data(),
                  Calls.repeat(call.id()));
          case MODERATION -> new Brief.Moderate(situation);
          case NOMINATION -> new Brief.Nominate(situation, candidates());
          case PROBE ->
              new Brief.Probe(situation, Calls.repeat(call.id()), state.manifest().axes());
          case MOVE -> new Brief.Move(situation, table(call));
        };
    return new Complete(
        state.manifest().tenant(),
        run,
        call.id(),
        seat.model(),
        prompt,
        brief,
        sampling(call, seat),
        stream);
  }

  Manifest.Seat seat(int number) {
    Manifest.Seat moderator = state.manifest().moderator();
    return number < 0 && moderator != null ? moderator : state.manifest().seats().get(number);
  }

  /** What a seat is called in what others hear. */
  static String label(Manifest manifest, int seat) {
    boolean blind = manifest.scenario().deliberation().visibility() == Visibility.BLIND;
    return blind ? "speaker " + (seat + 1) : manifest.seats().get(seat).card().name();
  }

  private Situation situation(Call call, Manifest.Seat seat) {
    int rounds = state.manifest().scenario().simulation().maxRounds();
    Phase phase =
        call.kind() == CallKind.VOTE
            ? Phase.VOTE
            : Engine.phase(rules().mode(), call.round(), rounds);
    return new Situation(
        state.manifest().seed(),
        state.manifest().scenario().topic(),
        state.manifest().reading(),
        seat.card(),
        call.seat(),
        state.seats(),
        call.round(),
        rounds,
        phase,
        rules().mode(),
        update(seat.card()),
        hearing.all(call));
  }

  private Scenario.BeliefUpdate update(Card card) {
    Scenario.Beliefs stated = rules().beliefs();
    return stated == null
        ? Scenario.BeliefUpdate.valueOf(card.dynamics().rule().toUpperCase(Locale.ROOT))
        : stated.update();
  }

  /** Those who may yet be given the floor in this round, as the others call them. */
  private List<String> candidates() {
    return state.order(state.round()).stream()
        .filter(seat -> !state.answeredTurn(state.round(), seat))
        .map(seat -> label(state.manifest(), seat))
        .toList();
  }

  private Game.Table table(Call call) {
    return Objects.requireNonNull(state.game(), "a move in a run that is no game")
        .table(call.seat());
  }

  /** The question again, with the reason for which the first answer will not do. */
  Complete again(Call call, Complete question) {
    if (call.kind() != CallKind.MOVE) {
      return question;
    }
    Prompt prompt =
        new Prompt(
            question.prompt().system(),
            question.prompt().user() + "\n\n" + Moving.refusal(state, call));
    return new Complete(
        question.tenant(),
        question.run(),
        question.call(),
        question.model(),
        prompt,
        question.brief(),
        question.sampling(),
        question.stream());
  }

  /** Who hears the same is asked in the same words. */
  private String user(Call call, Situation situation) {
    if (call.kind() == CallKind.MOVE) {
      return GamePrompts.user(situation, table(call));
    }
    if (call.kind() == CallKind.NOMINATION) {
      return Prompts.nomination(situation, hearing.lately(call), candidates());
    }
    boolean apart = hearing.lastRound(call) < call.round() || call.kind() != CallKind.TURN;
    if (!apart || !hearing.shared()) {
      return asked(call, situation);
    }
    if (shared.kind() != call.kind() || shared.round() != call.round()) {
      shared = new Question(call.kind(), call.round(), asked(call, situation));
    }
    return shared.text();
  }

  private String asked(Call call, Situation situation) {
    List<Heard> lately = hearing.lately(call);
    return switch (call.kind()) {
      case VOTE ->
          (rules().options().isEmpty()
                  ? Prompts.user(CallKind.VOTE, situation, lately)
                  : Prompts.ballot(situation, lately, rules()))
              + Prompts.data(Evidence.of(rules().aggregation()).data());
      case TURN ->
          rules().arm() == Arm.SELF_CORRECTION && call.round() > 1
              ? Prompts.again(situation, lately)
              : Prompts.user(CallKind.TURN, situation, lately);
      case PROBE ->
          Prompts.user(CallKind.PROBE, situation, lately) + Prompts.axes(state.manifest().axes());
      default -> Prompts.user(call.kind(), situation, lately);
    };
  }

  private Sampling sampling(Call call, Manifest.Seat seat) {
    Card.Preference preference = seat.card().model();
    double temperature = preference == null ? DEFAULT_TEMPERATURE : preference.temperature();
    long seed = state.manifest().seed() * 31 + call.id().hashCode();
    int tokens = seat.card().style().maxWords() * 2 + TOKENS_BESIDES_WORDS;
    return new Sampling(temperature, tokens, seed & Integer.MAX_VALUE);
  }

  private Scenario.Rules rules() {
    return state.manifest().scenario().deliberation();
  }
}
