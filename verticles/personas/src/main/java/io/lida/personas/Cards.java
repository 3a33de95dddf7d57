package io.lida.personas;

import io.lida.contract.Agents;
import io.lida.contract.Card;
import io.lida.contract.Scenario.Participant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Cards made from cards. */
final class Cards {
  private static final double MIDDLING = 0.5;
  private static final int MAX_WORDS = 150;

  private Cards() {}

  /** The card with one more note. */
  static Card noted(Card card, String note) {
    return copy(
        card,
        card.id(),
        card.publicFigure(),
        card.parent(),
        Stream.concat(card.notes().stream(), Stream.of(note)).toList());
  }

  /** The card in another's place: composite, whatever it was, and with the place's id. */
  static Card inPlaceOf(String id, Card card, @Nullable String parent, String note) {
    return copy(card, id, false, parent, List.of(note));
  }

  /**
   * The card of a person, who needs none: it says what they are called and nothing of what they
   * hold. Without a name of their own they are called by that of their seat.
   */
  static Card ofPerson(Participant person) {
    String role = person.role();
    return new Card(
        person.id(),
        1,
        role == null || role.isBlank() ? called(person) : role.strip().replaceAll("\\s+", " "),
        Card.PERSON,
        Card.PERSON,
        false,
        false,
        List.of(),
        new Card.Background("A person.", "", List.of(), ""),
        List.of(),
        List.of(),
        Map.of(),
        new Card.Style("plain", MIDDLING, MAX_WORDS, "what they know", List.of()),
        List.of(),
        List.of(),
        new Card.Dynamics("friedkin_johnsen", MIDDLING, 1, 0),
        null,
        List.of(),
        null,
        List.of(),
        List.of());
  }

  /** Such as "Linh tran". */
  private static String called(Participant person) {
    String model = String.valueOf(person.model());
    String words = model.substring(Agents.PERSON.length()).replaceAll("[_-]+", " ").strip();
    return words.isEmpty()
        ? person.id()
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static Card copy(
      Card card, String id, boolean publicFigure, @Nullable String parent, List<String> notes) {
    boolean seated = !id.equals(card.id());
    return new Card(
        id,
        card.version(),
        card.name(),
        card.constituency(),
        card.disposition(),
        seated || card.composite(),
        publicFigure,
        card.sources(),
        card.background(),
        card.expertise(),
        card.capabilities(),
        card.beliefs(),
        card.style(),
        card.typicalArguments(),
        card.redLines(),
        card.dynamics(),
        card.model(),
        card.probes(),
        parent,
        seated ? List.of() : card.changes(),
        notes);
  }
}
