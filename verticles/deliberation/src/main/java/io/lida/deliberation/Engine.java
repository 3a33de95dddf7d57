package io.lida.deliberation;

import io.lida.contract.Phase;
import io.lida.contract.RunEvent;
import io.lida.contract.RunEvent.Call;
import io.lida.contract.RunEvent.CallKind;
import io.lida.contract.RunEvent.Termination;
import io.lida.contract.Scenario;
import io.lida.contract.Scenario.Arm;
import io.lida.contract.Scenario.Mode;
import io.lida.contract.Scenario.Order;
import io.lida.contract.Scenario.TurnTaking;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Says what happens next in a deliberation, from its state alone.
 *
 * <p>A pure function: no clock, no chance, no bus. Asked twice about the same state it says the
 * same, which is why any owner may go on where another stopped.
 */
final class Engine {
  private Engine() {}

  /** What the owner has been asked to do with the run; carried out when it is settled. */
  enum Wish {
    GO_ON,
    PAUSE,
    INTERRUPT
  }

  /**
   * The next step.
   *
   * @param worked time somebody has worked on the run
   */
  static Intention next(State state, Duration worked, Wish wish) {
    if (state.status() != Status.RUNNING) {
      return new Intention.Rest();
    }
    Board game = state.game();
    if (game != null) {
      return Match.next(state, game, bound(state, worked), wish);
    }
    if (state.decided() != null) {
      return end(state, worked);
    }
    Optional<Termination> bound = bound(state, worked);
    if (bound.isPresent()) {
      return converses(state) ? complete(bound.get()) : decide(state);
    }
    if (wish != Wish.GO_ON) {
      return state.settled() ? pause(state, wish) : new Intention.Wait();
    }
    if (state.round() == 0) {
      return beforeRounds(state);
    }
    // Once the vote has begun, nothing that was said can end the talk any earlier.
    Optional<Termination> halt = state.voting() ? Optional.empty() : Halting.of(state);
    if (!state.roundAnswered()) {
      if (halt.isEmpty()) {
        return askRound(state);
      }
      if (!state.idle()) {
        return new Intention.Wait();
      }
    }
    if (state.transcript().spoken(state.round()) == 0) {
      return Silence.ends(state);
    }
    return afterRound(state, state.voting() || halt.isPresent());
  }

  private static Intention beforeRounds(State state) {
    Scenario.Probes probes = rules(state).probes();
    if (probes != null && probes.before() && due(state, probes(state, 0))) {
      return ask(state, probes(state, 0));
    }
    return votesOnly(state) ? vote(state) : open(state, 1);
  }

  private static boolean votesOnly(State state) {
    return rules(state).arm() == Arm.VOTE_ONLY;
  }

  private static Intention afterRound(State state, boolean halted) {
    if (moderationDue(state)) {
      return ask(state, List.of(moderation(state.round())));
    }
    boolean more = !halted && state.round() < lastRound(state) && !agreed(state);
    if (probesDue(state, more)) {
      return ask(state, probes(state, state.round()));
    }
    if (more) {
      return open(state, state.round() + 1);
    }
    if (converses(state)) {
      return complete(regular(state));
    }
    return vote(state);
  }

  private static Intention vote(State state) {
    if (!state.votesAnswered()) {
      return ask(state, votes(state));
    }
    if (due(state, repeats(state))) {
      return ask(state, repeats(state));
    }
    return state.votes().isEmpty() ? Silence.ends(state) : decide(state);
  }

  private static boolean converses(State state) {
    return rules(state).mode() == Mode.CONVERSATION;
  }

  private static Intention complete(Termination termination) {
    return new Intention.Write("end", new RunEvent.RunCompleted(termination));
  }

  private static boolean moderationDue(State state) {
    return state.manifest().moderator() != null
        && rules(state).turnTaking() != TurnTaking.MODERATED
        && !state.moderated(state.round());
  }

  private static boolean probesDue(State state, boolean more) {
    Scenario.Probes probes = rules(state).probes();
    if (probes == null || state.voting()) {
      return false;
    }
    boolean wanted = probes.between() && more || probes.after() && !more;
    return wanted && due(state, probes(state, state.round()));
  }

  private static List<Call> probes(State state, int round) {
    return IntStream.range(0, state.seats()).mapToObj(seat -> probe(round, seat, 0)).toList();
  }

  /** What a strategy by variance wants to know: the same question again, in private. */
  private static List<Call> repeats(State state) {
    int repeats = Evidence.of(rules(state).aggregation()).repeats();
    List<Call> calls = new ArrayList<>();
    for (int seat = 0; seat < state.seats(); seat++) {
      for (int repeat = 1; repeat <= repeats; repeat++) {
        calls.add(probe(state.round(), seat, repeat));
      }
    }
    return calls;
  }

  private static Call probe(int round, int seat, int repeat) {
    return new Call(Calls.probe(round, seat, repeat), CallKind.PROBE, round, seat, 1);
  }

  private static boolean due(State state, List<Call> calls) {
    return calls.stream().anyMatch(call -> !state.answered(call));
  }

  private static Intention open(State state, int round) {
    RunEvent opened =
        new RunEvent.RoundOpened(round, phase(rules(state).mode(), round, lastRound(state)));
    return new Intention.Write("round." + round, opened);
  }

  /** What a round is for, by its place among all rounds. */
  static Phase phase(Mode mode, int round, int rounds) {
    boolean first = round == 1;
    boolean last = round == rounds;
    return switch (mode) {
      case DEBATE -> first ? Phase.OPENING : last ? Phase.CLOSING : Phase.REBUTTAL;
      case QUORUM -> first ? Phase.ASSESSMENT : last ? Phase.POSITION : Phase.DISCUSSION;
      case CONVERSATION -> Phase.EXCHANGE;
      case GAME -> Phase.MOVE;
    };
  }

  private static Intention askRound(State state) {
    List<Call> open =
        state.order(state.round()).stream()
            .map(seat -> turn(state.round(), seat))
            .filter(call -> !state.answered(call))
            .toList();
    if (rules(state).order() == Order.SIMULTANEOUS) {
      return ask(state, open);
    }
    Call nomination = nomination(state);
    return open.size() > 1 && nominates(state) && !state.answered(nomination)
        ? ask(state, List.of(nomination))
        : ask(state, open.subList(0, 1));
  }

  private static boolean nominates(State state) {
    return rules(state).turnTaking() == TurnTaking.MODERATED;
  }

  private static Call nomination(State state) {
    String id = Calls.nomination(state.round(), state.answeredInRound() + 1);
    return new Call(id, CallKind.NOMINATION, state.round(), -1, 1);
  }

  /** Asks those of the calls that have no answer and are not under way. */
  static Intention ask(State state, List<Call> calls) {
    List<Call> due = new ArrayList<>();
    for (Call call : calls) {
      if (!state.answered(call) && !state.underWay(call.id())) {
        int attempt = state.attempts(call.id()) + 1;
        due.add(new Call(call.id(), call.kind(), call.round(), call.seat(), attempt));
      }
    }
    return due.isEmpty() ? new Intention.Wait() : new Intention.Ask(due);
  }

  private static Call turn(int round, int seat) {
    return new Call(Calls.turn(round, seat), CallKind.TURN, round, seat, 1);
  }

  private static Call moderation(int round) {
    return new Call(Calls.moderation(round), CallKind.MODERATION, round, -1, 1);
  }

  private static List<Call> votes(State state) {
    return IntStream.range(0, state.seats())
        .boxed()
        .flatMap(
            seat ->
                IntStream.range(0, state.ballotsEach())
                    .mapToObj(
                        repeat ->
                            new Call(
                                Calls.vote(seat, repeat), CallKind.VOTE, state.round(), seat, 1)))
        .toList();
  }

  private static Intention decide(State state) {
    return new Intention.Write("decision", Outcome.of(state));
  }

  private static Intention end(State state, Duration worked) {
    Termination termination =
        state.votesAnswered()
            ? regular(state)
            : bound(state, worked).orElseGet(() -> regular(state));
    return new Intention.Write("end", new RunEvent.RunCompleted(termination));
  }

  private static Termination regular(State state) {
    Optional<Termination> halt = Halting.of(state);
    if (halt.isPresent()) {
      return halt.get();
    }
    if (votesOnly(state)) {
      return new Termination(
          "vote_only", state.votes().size() + " of " + state.ballots() + " votes");
    }
    if (state.round() < lastRound(state)) {
      return new Termination(
          "consensus", "the stances of round " + state.round() + " reach the threshold");
    }
    return new Termination("max_rounds", state.round() + " of " + lastRound(state) + " rounds");
  }

  /** The bound that ends the run now, whatever is under way. */
  private static Optional<Termination> bound(State state, Duration worked) {
    Duration timeout =
        Duration.ofSeconds(state.manifest().scenario().simulation().timeoutSeconds());
    if (worked.compareTo(timeout) >= 0) {
      return Optional.of(
          new Termination("timeout", worked.toSeconds() + " s of " + timeout.toSeconds() + " s"));
    }
    return budget(state).map(spent -> new Termination("budget", spent));
  }

  private static Optional<String> budget(State state) {
    Scenario.Budget budget = state.manifest().scenario().budget();
    if (budget == null) {
      return Optional.empty();
    }
    long tokens = state.usage().inputTokens() + state.usage().outputTokens();
    if (over(budget.calls(), state.usage().calls())) {
      return Optional.of(state.usage().calls() + " of " + budget.calls() + " calls");
    }
    if (over(budget.tokens(), tokens)) {
      return Optional.of(tokens + " of " + budget.tokens() + " tokens");
    }
    if (over(budget.usd(), state.usage().costUsd())) {
      return Optional.of(
          String.format(Locale.ROOT, "$%.4f of $%.4f", state.usage().costUsd(), budget.usd()));
    }
    return Optional.empty();
  }

  private static boolean over(@Nullable Number bound, @Nullable Number used) {
    return bound != null && used != null && used.doubleValue() >= bound.doubleValue();
  }

  static Intention pause(State state, Wish wish) {
    RunEvent.Pause reason =
        wish == Wish.PAUSE ? RunEvent.Pause.REQUESTED : RunEvent.Pause.INTERRUPTED;
    return new Intention.Write("pause", new RunEvent.RunPaused(reason));
  }

  private static boolean agreed(State state) {
    return rules(state).stopOnConsensus() && Outcome.stancesAgree(state);
  }

  private static int lastRound(State state) {
    return state.manifest().scenario().simulation().maxRounds();
  }

  private static Scenario.Rules rules(State state) {
    return state.manifest().scenario().deliberation();
  }
}
