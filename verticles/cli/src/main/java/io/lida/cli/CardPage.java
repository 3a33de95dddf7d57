package io.lida.cli;

import io.lida.contract.Card;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A persona card to be read. */
record CardPage(Ink ink) {
  private static final int TEXT = 74;

  List<String> lines(Card card) {
    List<String> lines = new ArrayList<>();
    lines.add(
        ink.strong(Plain.line(card.name()))
            + ink.faint("  " + Plain.line(card.id()) + " · version " + card.version()));
    lines.add(Plain.line(card.constituency()) + " · " + Plain.line(card.disposition()));
    lines.add(
        card.publicFigure()
            ? "a public figure: a simulation, not a statement by them"
            : "composite and fictional");
    lines.add("");
    text(lines, card.background().summary());
    if (!card.expertise().isEmpty()) {
      lines.add("");
      lines.add(ink.strong("Knows"));
      card.expertise()
          .forEach(
              topic ->
                  lines.add(
                      "  "
                          + Columns.pad(Plain.line(topic.topic()), 24)
                          + Plain.line(topic.level())));
    }
    if (!card.beliefs().isEmpty()) {
      lines.add("");
      lines.add(ink.strong("Believes") + ink.faint("  0 to 1, how surely, how openly"));
      card.beliefs().entrySet().forEach(belief -> lines.add(belief(belief)));
    }
    if (!card.typicalArguments().isEmpty()) {
      lines.add("");
      lines.add(ink.strong("Argues"));
      card.typicalArguments().forEach(argument -> text(lines, argument.claim()));
    }
    if (!card.redLines().isEmpty()) {
      lines.add("");
      lines.add(ink.strong("Will not cross"));
      card.redLines().forEach(line -> text(lines, line.statement()));
    }
    card.notes().forEach(note -> lines.add("note: " + Plain.line(note)));
    return lines;
  }

  private static String belief(Map.Entry<String, Card.Belief> belief) {
    Card.Belief held = belief.getValue();
    int cell = (int) Math.round(Math.clamp(held.value(), 0, 1) * 19);
    String track = "├" + "─".repeat(cell) + "●" + "─".repeat(19 - cell) + "┤ ";
    return "  "
        + Columns.pad(Plain.line(belief.getKey()), 28)
        + track
        + Figures.share(held.value())
        + "  "
        + Figures.share(held.strength())
        + "  "
        + Figures.share(held.openness());
  }

  private static void text(List<String> lines, String text) {
    Columns.wrap(Plain.text(text), TEXT)
        .forEach(line -> lines.add(line.isEmpty() ? "" : "  " + line));
  }
}
