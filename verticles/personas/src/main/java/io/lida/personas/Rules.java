package io.lida.personas;

import io.lida.contract.Card;
import io.lida.contract.Card.Belief;
import io.lida.contract.Card.RedLine;
import io.lida.contract.Personas.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What makes a card coherent beyond its format. Immutable. */
final class Rules {
  private static final double SAME = 1e-6;
  private static final int SHORTEST_STORY = 150;
  private static final int LONGEST_STORY = 400;

  private final Grid grid;
  private final Set<String> topics;

  Rules(Grid grid, Topics topics) {
    this.grid = grid;
    this.topics = topics.ids();
  }

  /** What is wrong with any card. */
  List<Problem> ofAny(String label, Card card) {
    List<Problem> problems = new ArrayList<>(redLinesCrossed(label, card));
    for (int index = 0; index < card.expertise().size(); index++) {
      String topic = card.expertise().get(index).topic();
      if (!topics.contains(topic)) {
        problems.add(
            new Problem(
                label,
                "/expertise/" + index + "/topic",
                "unknown topic " + Nearest.quoted(topic) + Nearest.hint(topic, topics)));
      }
    }
    if (card.publicFigure()) {
      for (Map.Entry<String, Belief> belief : card.beliefs().entrySet()) {
        if (belief.getValue().strength() > 0 && belief.getValue().sources().isEmpty()) {
          problems.add(
              new Problem(
                  label,
                  "/beliefs/" + belief.getKey() + "/sources",
                  "a belief of a public figure needs a source"));
        }
      }
    }
    return problems;
  }

  /** What is wrong with a card that comes with the house and so has a place in the grid. */
  List<Problem> ofShipped(String label, Card card) {
    List<Problem> problems = new ArrayList<>();
    Grid.Constituency constituency = grid.constituency(card.constituency());
    Grid.Disposition disposition = grid.disposition(card.disposition());
    if (constituency == null || disposition == null) {
      return List.of(new Problem(label, "/constituency", "a shipped card has a place in the grid"));
    }
    String place = constituency.id() + "." + disposition.id();
    if (!card.id().equals(place)) {
      problems.add(new Problem(label, "/id", "must be " + place + ", is " + card.id()));
    }
    grid.beliefs(constituency, disposition)
        .forEach(
            (axis, value) -> {
              if (Math.abs(card.belief(axis) - value) > SAME) {
                problems.add(
                    new Problem(
                        label,
                        "/beliefs/" + axis + "/value",
                        "the grid says " + value + ", is " + card.belief(axis)));
              }
            });
    if (!card.dynamics().equals(disposition.dynamics())) {
      problems.add(
          new Problem(label, "/dynamics", "must be those of the disposition " + disposition.id()));
    }
    if (Math.abs(card.style().assertiveness() - disposition.assertiveness()) > SAME) {
      problems.add(
          new Problem(
              label,
              "/style/assertiveness",
              "must be " + disposition.assertiveness() + ", is " + card.style().assertiveness()));
    }
    int words = card.background().backstory().strip().split("\\s+").length;
    if (words < SHORTEST_STORY || words > LONGEST_STORY) {
      problems.add(
          new Problem(
              label,
              "/background/backstory",
              "must be " + SHORTEST_STORY + " to " + LONGEST_STORY + " words long, is " + words));
    }
    return problems;
  }

  /** The red lines that the card's own beliefs have crossed before anything is said. */
  static List<Problem> redLinesCrossed(String label, Card card) {
    List<Problem> problems = new ArrayList<>();
    for (int index = 0; index < card.redLines().size(); index++) {
      RedLine line = card.redLines().get(index);
      double belief = card.belief(line.axis());
      boolean crossed = line.op().equals("<") ? belief < line.value() : belief > line.value();
      if (crossed) {
        problems.add(
            new Problem(
                label,
                "/red_lines/" + index,
                "refuses "
                    + line.axis()
                    + " "
                    + line.op()
                    + " "
                    + line.value()
                    + ", and the card's own belief is "
                    + belief));
      }
    }
    return problems;
  }
}
