package io.lida.personas;

import io.lida.contract.Card;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Cards made from cards. */
final class Cards {
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
