package io.lida.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Agents;
import io.lida.contract.Axis;
import io.lida.contract.Game;
import io.lida.contract.Llm;
import io.lida.contract.Llm.Brief;
import io.lida.contract.Manifest;
import io.lida.contract.Scenario;
import io.lida.contract.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Asks the person at the terminal what they say in their turn; Enter alone passes. */
final class TerminalSitter implements Sitter {
  private static final List<String> CHOICES = List.of("for", "against", "abstain");

  private final Questions ask;
  private final Ink ink;

  TerminalSitter(Asker asker, Screen screen) {
    ask = new Questions(asker, screen);
    ink = screen.noteInk();
  }

  @Override
  public Agents.Submit answer(Agents.Wanted turn, Course course) {
    Brief brief = turn.brief();
    Llm.Situation situation = brief.situation();
    ask.say("");
    ask.say(
        ink.strong("Your turn, " + Plain.line(situation.card().name()))
            + "  "
            + occasion(brief)
            + ink.faint("  Enter alone passes"));
    Spoken said =
        switch (brief) {
          case Brief.Speak speak -> spoken(situation);
          case Brief.Vote vote -> vote(vote, course);
          case Brief.Moderate moderate -> said(ask.words("sum up"));
          case Brief.Nominate nominate -> named(nominate);
          case Brief.Probe probe -> probed(probe);
          case Brief.Move move -> moved(move.table());
        };
    return said.in(turn);
  }

  private static String occasion(Brief brief) {
    Llm.Situation situation = brief.situation();
    return switch (brief) {
      case Brief.Vote vote -> "the vote";
      case Brief.Probe probe -> "in private: nobody at the table will hear this";
      default ->
          "round "
              + situation.round()
              + " of "
              + situation.rounds()
              + ", "
              + situation.phase().id();
    };
  }

  private Spoken spoken(Llm.Situation situation) {
    String text = ask.words("say (an empty line ends it)");
    if (text.isEmpty()) {
      return Spoken.PASS;
    }
    double before = before(situation);
    OptionalDouble stance =
        ask.number("where you stand, -1 no to 1 yes [" + Figures.stance(before) + "]", -1, 1);
    return new Spoken(text, stance.orElse(before), confidence(), null, null, null);
  }

  private static double before(Llm.Situation situation) {
    double stance = 0;
    for (Llm.Heard turn : situation.heard()) {
      stance = turn.own() ? turn.stance() : stance;
    }
    return stance;
  }

  private double confidence() {
    return ask.number("how sure, 0 to 1 [0.5]", 0, 1).orElse(0.5);
  }

  private Spoken vote(Brief.Vote vote, Course course) {
    if (vote.form() == Scenario.BallotForm.CHOICE) {
      String choice = ask.choice("for, against or abstain", CHOICES);
      return choice == null
          ? Spoken.PASS
          : new Spoken(reason(), null, confidence(), choice, null, null);
    }
    Map<String, JsonNode> ballot = new BallotQuestions(ask, options(course)).ballot(vote.form());
    return ballot.isEmpty()
        ? Spoken.PASS
        : new Spoken(reason(), null, confidence(), null, ballot, null);
  }

  private static List<Scenario.Option> options(Course course) {
    Manifest manifest = Objects.requireNonNull(course.manifest());
    return manifest.scenario().deliberation().options();
  }

  private Spoken named(Brief.Nominate nominate) {
    List<String> candidates = nominate.candidates();
    ask.say("  who speaks next? " + String.join(", ", numbered(candidates)));
    return said(ask.choice("a number or a name", candidates));
  }

  private static List<String> numbered(List<String> names) {
    List<String> lines = new ArrayList<>();
    names.forEach(name -> lines.add((lines.size() + 1) + " " + Plain.line(name)));
    return lines;
  }

  private Spoken probed(Brief.Probe probe) {
    double before = before(probe.situation());
    String prompt = "where you stand yourself, -1 no to 1 yes";
    OptionalDouble stance =
        ask.number(prompt + " [" + Figures.stance(before) + "], or pass with Enter", -1, 1);
    return stance.isEmpty()
        ? Spoken.PASS
        : new Spoken(
            reason(), stance.getAsDouble(), confidence(), null, beliefs(probe.axes()), null);
  }

  /** On the axes asked for; one that is passed with Enter is left out. */
  private @Nullable Map<String, JsonNode> beliefs(List<Axis> axes) {
    Map<String, Double> beliefs = new LinkedHashMap<>();
    for (Axis axis : axes) {
      String prompt = "0 " + Plain.line(axis.low()) + ", 1 " + Plain.line(axis.high());
      ask.number(prompt, 0, 1).ifPresent(belief -> beliefs.put(axis.id(), belief));
    }
    return beliefs.isEmpty() ? null : Map.of("axes", Wire.tree(beliefs));
  }

  private Spoken moved(Game.Table table) {
    Game.Lever lever = table.lever();
    ask.say("  " + Plain.line(lever.meaning()));
    JsonNode move = lever.points().isEmpty() ? figure(lever) : point(lever);
    return move == null
        ? Spoken.PASS
        : new Spoken(reason(), null, null, null, Map.of("move", move), null);
  }

  private @Nullable JsonNode figure(Game.Lever lever) {
    String bounds = Figures.share(lever.least()) + " to " + Figures.share(lever.most());
    OptionalDouble value = ask.number(lever.name() + ", " + bounds, lever.least(), lever.most());
    return value.isEmpty() ? null : Wire.tree(value.getAsDouble());
  }

  private @Nullable JsonNode point(Game.Lever lever) {
    List<String> points = List.copyOf(lever.points().keySet());
    String point = ask.choice(lever.name() + ": " + String.join(", ", points), points);
    return point == null ? null : Wire.tree(point);
  }

  private String reason() {
    String reason = ask.line("why, in a sentence");
    return reason.isEmpty() ? "no reason given" : reason;
  }

  private static Spoken said(@Nullable String text) {
    return text == null || text.isEmpty()
        ? Spoken.PASS
        : new Spoken(text, null, null, null, null, null);
  }

  @Override
  public boolean refused(String why) {
    ask.say("  that was not taken: " + Plain.line(why));
    return true;
  }
}
