package io.lida.deliberation;

import io.lida.contract.Card;
import io.lida.contract.Llm.Completion;
import io.lida.contract.Manifest;
import io.lida.contract.RunEvent;
import io.lida.contract.RunEvent.Call;
import io.lida.contract.RunEvent.Turn;
import io.lida.contract.RunEvent.Vote;
import io.lida.contract.Scenario;
import io.lida.contract.Usage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns a model's reply into the event it is, if the reply keeps to its form. Pure functions. */
final class Replies {
  private Replies() {}

  static Optional<RunEvent> event(
      State state, Manifest.Seat seat, Call call, Completion answer, Usage usage) {
    return switch (call.kind()) {
      case TURN ->
          Answers.turn(answer.text()).map(said -> turn(state, seat, call, answer, usage, said));
      case VOTE ->
          cast(state.manifest(), answer.text())
              .map(cast -> vote(state, seat, call, answer, usage, cast));
      case NOMINATION ->
          Answers.nomination(answer.text())
              .flatMap(named -> floor(state, seat, call, answer, usage, named));
      case PROBE ->
          Answers.probe(answer.text(), state.manifest().axes())
              .map(said -> probed(seat, call, answer, usage, said));
      case MODERATION ->
          Answers.moderation(answer.text()).map(text -> moderated(seat, call, answer, usage, text));
      case MOVE -> Moving.event(state, seat, call, answer, usage);
    };
  }

  private static Optional<Answers.Cast> cast(Manifest manifest, String reply) {
    Scenario.BallotForm form = manifest.scenario().deliberation().votingMethod().form();
    return form == Scenario.BallotForm.CHOICE
        ? Answers.vote(reply)
        : Answers.ballot(reply, form, manifest.options().keySet());
  }

  private static RunEvent turn(
      State state,
      Manifest.Seat seat,
      Call call,
      Completion answer,
      Usage usage,
      Answers.Spoken said) {
    Scenario scenario = state.manifest().scenario();
    Card card = seat.card();
    return new RunEvent.TurnSpoken(
        new Turn(
            call.id(),
            call.round(),
            Engine.phase(
                scenario.deliberation().mode(), call.round(), scenario.simulation().maxRounds()),
            call.seat(),
            card.id(),
            card.name(),
            said.stance(),
            said.confidence(),
            said.argument(),
            said.concedes(),
            said.cites(),
            answer.model(),
            usage,
            answer.latencyMs()));
  }

  /** Trust is stated by the names a voter heard; a name that nobody bears is left out. */
  private static @Nullable Map<String, Double> trust(State state, Map<String, Double> stated) {
    Map<String, Double> trust = new LinkedHashMap<>();
    List<Manifest.Seat> seats = state.manifest().seats();
    for (int seat = 0; seat < seats.size(); seat++) {
      Double share = stated.get(Briefing.label(state.manifest(), seat));
      if (share != null) {
        trust.put(seats.get(seat).card().id(), share);
      }
    }
    return trust.isEmpty() ? null : trust;
  }

  private static RunEvent vote(
      State state,
      Manifest.Seat seat,
      Call call,
      Completion answer,
      Usage usage,
      Answers.Cast cast) {
    Card card = seat.card();
    return new RunEvent.VoteCast(
        new Vote(
            call.id(),
            call.seat(),
            card.id(),
            card.name(),
            cast.choice(),
            cast.ballot(),
            cast.confidence(),
            seat.weight() / state.ballotsEach(),
            cast.expectsYes(),
            trust(state, cast.trust()),
            cast.reason(),
            answer.model(),
            usage,
            answer.latencyMs()));
  }

  /** Only somebody who has not spoken yet in the round can be given the floor. */
  private static Optional<RunEvent> floor(
      State state,
      Manifest.Seat seat,
      Call call,
      Completion answer,
      Usage usage,
      Answers.Named named) {
    return state.order(call.round()).stream()
        .filter(other -> !state.answeredTurn(call.round(), other))
        .filter(other -> Briefing.label(state.manifest(), other).equalsIgnoreCase(named.next()))
        .findFirst()
        .map(
            next ->
                new RunEvent.FloorGiven(
                    call.id(),
                    call.round(),
                    state.answeredInRound() + 1,
                    next,
                    seat.card().id(),
                    named.reason(),
                    usage,
                    answer.latencyMs()));
  }

  private static RunEvent probed(
      Manifest.Seat seat, Call call, Completion answer, Usage usage, Answers.Stated said) {
    return new RunEvent.Probed(
        new RunEvent.Probe(
            call.id(),
            call.round(),
            call.seat(),
            seat.card().id(),
            said.stance(),
            said.confidence(),
            said.axes(),
            said.reason(),
            answer.model(),
            usage,
            answer.latencyMs()));
  }

  private static RunEvent moderated(
      Manifest.Seat seat, Call call, Completion answer, Usage usage, String text) {
    return new RunEvent.Moderated(
        call.id(),
        call.round(),
        seat.card().id(),
        seat.card().name(),
        text,
        usage,
        answer.latencyMs());
  }
}
