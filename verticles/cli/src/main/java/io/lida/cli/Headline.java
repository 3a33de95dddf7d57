package io.lida.cli;

import io.lida.contract.Card;
import io.lida.contract.Manifest;
import io.lida.contract.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a run is, before anyone speaks. */
final class Headline {
  private Headline() {}

  /** Run, mode, size, models and seed in a line; the question; who sits. */
  static List<String> lines(Course course, Manifest manifest, Screen screen) {
    Ink ink = screen.noteInk();
    Scenario scenario = manifest.scenario();
    List<String> lines = new ArrayList<>();
    String head =
        scenario.deliberation().mode().id()
            + " · "
            + Figures.many(manifest.seats().size(), "persona", "personas")
            + " · "
            + Figures.many(scenario.simulation().maxRounds(), "round", "rounds")
            + " · "
            + models(manifest)
            + " · seed "
            + manifest.seed();
    lines.add(ink.strong("run " + Plain.line(course.run())) + "  " + head);
    Columns.wrap(Plain.text(scenario.topic()), Math.min(screen.columns(), 100) - 2)
        .forEach(line -> lines.add(ink.strong(line)));
    lines.add("");
    for (int seat = 0; seat < manifest.seats().size(); seat++) {
      var card = manifest.seats().get(seat).card();
      String public_ = card.publicFigure() ? " · a public figure, simulated" : "";
      lines.add(
          "  "
              + ink.seat(seat, Columns.pad(Plain.line(card.name()), 24))
              + " "
              + ink.faint(kind(card) + public_));
    }
    Manifest.Seat moderator = manifest.moderator();
    if (moderator != null) {
      lines.add(
          "  " + Columns.pad(Plain.line(moderator.card().name()), 24) + ink.faint(" moderator"));
    }
    return lines;
  }

  /** Where a persona stands in the panel; that a person sits where one does. */
  static String kind(Card card) {
    return card.constituency().equals(Card.PERSON)
        ? "in person"
        : Plain.line(card.constituency()) + " · " + Plain.line(card.disposition());
  }

  /** What a reader of the result must know. */
  static List<String> notes(List<String> notes) {
    return notes.stream().map(note -> "note: " + Plain.line(note)).toList();
  }

  /** The models asked for, each once. */
  static String models(Manifest manifest) {
    return manifest.seats().stream()
        .map(seat -> Plain.line(seat.model()))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** Whether no model but the simulated one was asked for. */
  static boolean simulated(Manifest manifest) {
    return manifest.seats().stream()
        .allMatch(seat -> seat.inPerson() || seat.model().startsWith("sim/"));
  }
}
