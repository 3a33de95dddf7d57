package io.lida.personas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lida.contract.Card;
import io.lida.contract.Personas.Problem;
import io.lida.contract.Wire;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the text of a card into a card, or says everything that is wrong with it. Thread-safe. */
final class CardReader {
  /** Begins the notice that a card of a public figure carries. */
  static final String SIMULATION = "simulation, not a statement by ";

  private final CardRules rules;
  private final ShortForm shortForm;

  CardReader(Grid grid) {
    this.rules = new CardRules(grid);
    this.shortForm = new ShortForm(grid);
  }

  /**
   * Reads a card.
   *
   * @param label how the file is called in a problem
   * @param id the id the card must have; absent when any will do
   */
  Outcome read(String label, @Nullable String id, byte[] bytes) {
    try {
      return read(label, id, CardText.parse(bytes));
    } catch (CardText.Unreadable unreadable) {
      return new Outcome.Refused(
          List.of(new Problem(label, "", String.valueOf(unreadable.getMessage()))));
    }
  }

  /** As {@link #read(String, String, byte[])}, from a tree. */
  Outcome read(String label, @Nullable String id, JsonNode json) {
    List<Problem> problems = new ArrayList<>();
    rules.check(json, (pointer, reason) -> problems.add(new Problem(label, pointer, reason)));
    String said = json.path("id").asText();
    if (id != null && json.path("id").isTextual() && !said.equals(id)) {
      problems.add(
          new Problem(
              label,
              "/id",
              "must be the file's name, " + Nearest.quoted(id) + ", is " + Nearest.quoted(said)));
    }
    if (!problems.isEmpty()) {
      return new Outcome.Refused(problems);
    }
    return new Outcome.Good(
        CardRules.isShort(json) ? noted(shortForm.card(json)) : noted(whole(json)));
  }

  private static Card whole(JsonNode json) {
    if (json.has("name")) {
      return Wire.strict(json, Card.class);
    }
    ObjectNode named = json.deepCopy();
    return Wire.strict(named.put("name", json.path("id").asText()), Card.class);
  }

  private static Card noted(Card card) {
    String notice = SIMULATION + card.name();
    return card.publicFigure() && !card.notes().contains(notice) ? Cards.noted(card, notice) : card;
  }
}
