package io.lida.cli;

import io.lida.contract.Agents;
import io.lida.contract.Card;
import io.lida.contract.Game;
import io.lida.contract.Personas;
import io.lida.contract.Scenario;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a run would be, without running it. */
final class Forecast {
  /** Rough sizes of the parts of a call, in tokens: good to a factor of two. */
  private static final int WHO_AND_WHAT = 900;

  private static final int A_TURN = 180;
  private static final int A_VOTE = 60;

  private Forecast() {}

  /** Asks who would sit, and counts. */
  static Documents.Plan of(Shell shell, Scenario scenario, long seed, @Nullable String model) {
    Personas.Seated seated = shell.ask(Personas.CAST, new Personas.Cast(scenario.personas()));
    int seats = scenario.personas().size();
    int rounds = scenario.simulation().maxRounds();
    boolean moderated = scenario.deliberation().moderator() != null;
    int turns = seats * rounds;
    Game game = scenario.game();
    int each =
        game == null ? turns + seats + (moderated ? rounds : 0) : rounds * asked(scenario, game);
    int runs = runs(scenario);
    int calls = runs * each;
    long heard = (long) seats * seats * rounds * (rounds - 1) / 2 + (long) turns * seats;
    long in = runs * ((long) each * WHO_AND_WHAT + (game == null ? heard * A_TURN : 0));
    long out =
        game == null
            ? runs * ((long) (each - seats) * A_TURN + (long) seats * A_VOTE)
            : (long) calls * A_VOTE;
    List<String> notes = new ArrayList<>(seated.notes());
    if (scenario.isStudy()) {
      notes.add("a study of " + StudyPage.extent(scenario.deliberation().arms().size(), runs));
    }
    List<Documents.Plan.Seat> list = new ArrayList<>();
    for (int seat = 0; seat < seats; seat++) {
      list.add(seat(seated.cards().get(seat), scenario.personas().get(seat), model));
    }
    return new Documents.Plan(
        "lida.plan/v1",
        scenario.deliberation().mode().id(),
        scenario.topic(),
        rounds,
        seed,
        list,
        moderator(shell, scenario, model),
        calls,
        in,
        out,
        notes);
  }

  private static int runs(Scenario scenario) {
    Scenario.Sweep sweep = scenario.sweep();
    return scenario.deliberation().arms().size() * (sweep == null ? 1 : sweep.repeats());
  }

  /** How many players of a game are played by a model. */
  private static int asked(Scenario scenario, Game game) {
    return (int)
        scenario.personas().stream()
            .filter(seat -> game.player(seat.id()).by() == Game.By.MODEL)
            .count();
  }

  private static Documents.Plan.@Nullable Seat moderator(
      Shell shell, Scenario scenario, @Nullable String model) {
    Scenario.Participant moderator = scenario.deliberation().moderator();
    if (moderator == null) {
      return null;
    }
    Personas.Seated seated = shell.ask(Personas.CAST, new Personas.Cast(List.of(moderator)));
    return seat(seated.cards().getFirst(), moderator, model);
  }

  private static Documents.Plan.Seat seat(
      Card card, Scenario.Participant participant, @Nullable String model) {
    Card.Preference preference = card.model();
    String speaks =
        model != null && !Agents.isPerson(participant.model())
            ? model
            : participant.model() != null
                ? participant.model()
                : preference != null ? preference.primary() : "the default model";
    return new Documents.Plan.Seat(
        card.id(), card.name(), card.constituency(), card.disposition(), speaks);
  }

  /** The plan for people. */
  static List<String> lines(Documents.Plan plan, Screen screen) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "would run: "
            + plan.mode()
            + " · "
            + Figures.many(plan.seats().size(), "persona", "personas")
            + " · "
            + Figures.many(plan.rounds(), "round", "rounds")
            + " · seed "
            + plan.seed());
    Columns.wrap(Plain.text(plan.topic()), 76).forEach(lines::add);
    Table table = new Table("who", "id", "model");
    plan.seats().forEach(seat -> table.row(seat.name(), seat.id(), seat.model()));
    if (plan.moderator() != null) {
      table.row(
          plan.moderator().name(),
          plan.moderator().id() + " (moderator)",
          plan.moderator().model());
    }
    table.lines(screen.columns() - 2, screen.resultInk()).forEach(line -> lines.add("  " + line));
    lines.add(
        Figures.many(plan.calls(), "model call", "model calls")
            + " · about "
            + Figures.count(plan.inputTokens())
            + " tokens in, "
            + Figures.count(plan.outputTokens())
            + " out (estimated)");
    return lines;
  }
}
