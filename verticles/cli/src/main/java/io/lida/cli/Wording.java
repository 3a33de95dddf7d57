package io.lida.cli;

import io.lida.contract.Game;
import io.lida.contract.Scenario;
import io.lida.contract.Scenario.Arm;
import io.lida.contract.Scenario.Budget;
import io.lida.contract.Scenario.Mode;
import io.lida.contract.Scenario.Order;
import io.lida.contract.Scenario.Output;
import io.lida.contract.Scenario.Participant;
import io.lida.contract.Scenario.Rules;
import io.lida.contract.Scenario.Simulation;
import io.lida.contract.Scenario.Sweep;
import io.lida.contract.Scenario.Visibility;
import io.lida.contract.Scenario.VotingMethod;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns wishes into a scenario: from nothing but a topic, or laid over one that was read. */
final class Wording {
  private static final int ROUNDS = 3;
  private static final int TIMEOUT_SECONDS = 600;

  /** As many rounds as a run may have, and a day of models at work. */
  private static final int LONGEST_TALK = 50;

  private static final int TALKING_SECONDS = 86_400;

  private Wording() {}

  /** A scenario of defaults about a topic; nobody sits yet. */
  static Scenario about(Mode mode, String topic) {
    return new Scenario(
        mode.id(),
        "1.0",
        new Simulation(topic, ROUNDS, TIMEOUT_SECONDS),
        List.of(),
        Rules.usual(mode),
        new Output(true, "json"),
        null,
        null,
        null);
  }

  /** A scenario of a game; nobody sits yet. */
  static Scenario playing(String topic, int rounds, Game game) {
    Scenario base = about(Mode.GAME, topic);
    return new Scenario(
        game.name().id(),
        base.version(),
        new Simulation(topic, rounds, TIMEOUT_SECONDS),
        base.personas(),
        base.deliberation(),
        base.output(),
        null,
        game,
        null);
  }

  /** A talk of a person with a persona, who hears all of it; it lasts as long as they like. */
  static Scenario talk(String topic, Participant person, Participant persona) {
    Scenario base = about(Mode.CONVERSATION, topic);
    return new Scenario(
        "chat",
        base.version(),
        new Simulation(topic, LONGEST_TALK, TALKING_SECONDS),
        List.of(person, persona),
        base.deliberation(),
        base.output(),
        null,
        null,
        null);
  }

  /** The scenario with other seats. */
  static Scenario seated(Scenario base, List<Participant> seats) {
    return new Scenario(
        base.name(),
        base.version(),
        base.simulation(),
        seats,
        base.deliberation(),
        base.output(),
        base.budget(),
        base.game(),
        base.sweep());
  }

  /** The scenario with the wishes laid over it; whether it makes sense is for the engine to say. */
  static Scenario apply(Scenario base, Wishes wishes, List<Participant> seats) {
    Simulation simulation = base.simulation();
    return new Scenario(
        base.name(),
        base.version(),
        new Simulation(
            simulation.autoStartTopic(),
            or(wishes.rounds, simulation.maxRounds()),
            wishes.bounds.timeout == null
                ? simulation.timeoutSeconds()
                : Span.seconds("--timeout", wishes.bounds.timeout)),
        seats.isEmpty() ? base.personas() : seats,
        rules(base.deliberation(), wishes),
        base.output(),
        budget(base.budget(), wishes.bounds),
        base.game(),
        sweep(base.sweep(), wishes));
  }

  private static Rules rules(Rules base, Wishes wishes) {
    return new Rules(
        base.mode(),
        or(wishes.threshold, base.consensusThreshold()),
        wishes.votingMethod == null
            ? base.votingMethod()
            : Choices.of(VotingMethod.class, "--voting-method", wishes.votingMethod),
        or(wishes.aggregation, base.aggregation()),
        wishes.order == null ? base.order() : Choices.of(Order.class, "--order", wishes.order),
        wishes.blind ? Visibility.BLIND : base.visibility(),
        wishes.moderator == null ? base.moderator() : participant(wishes.moderator),
        or(wishes.quorum, base.quorum()),
        base.stopOnConsensus(),
        base.axes(),
        base.options(),
        base.turnTaking(),
        base.probes(),
        base.termination(),
        base.beliefs(),
        wishes.arms == null
            ? base.arms()
            : wishes.arms.stream().map(arm -> Choices.of(Arm.class, "--arms", arm)).toList());
  }

  private static @Nullable Sweep sweep(@Nullable Sweep base, Wishes wishes) {
    if (wishes.repeats == null && wishes.answer == null) {
      return base;
    }
    Sweep old = base == null ? new Sweep(1, null) : base;
    return new Sweep(
        or(wishes.repeats, old.repeats()), wishes.answer == null ? old.answer() : wishes.answer);
  }

  private static @Nullable Budget budget(@Nullable Budget base, Bounds bounds) {
    if (bounds.usd == null && bounds.tokens == null && bounds.calls == null) {
      return base;
    }
    Budget old = base == null ? new Budget(null, null, null) : base;
    return new Budget(
        bounds.usd == null ? old.usd() : bounds.usd,
        bounds.tokens == null ? old.tokens() : bounds.tokens,
        bounds.calls == null ? old.calls() : bounds.calls);
  }

  /**
   * A seat as it is written: {@code id}, {@code id:role}, or a role in words.
   *
   * @throws Misuse for an empty name
   */
  static Participant participant(String written) {
    String[] parts = written.strip().split(":", 2);
    String id = parts[0].strip();
    if (id.isEmpty() || (parts.length == 2 && parts[1].isBlank())) {
      throw new Misuse("a persona without a name or role", "written as \"" + written + "\"");
    }
    if (parts.length == 2) {
      return new Participant(id, parts[1].strip(), null);
    }
    boolean isId = id.matches("[a-z0-9_.-]+") && id.contains(".");
    String slug = id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_.-]+", "_");
    return isId ? new Participant(id, null, null) : new Participant(slug, id, null);
  }

  private static <T> T or(@Nullable T wish, T otherwise) {
    return wish == null ? otherwise : wish;
  }
}
