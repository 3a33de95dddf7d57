package io.lida.personas;

import io.lida.contract.Agents;
import io.lida.contract.Card;
import io.lida.contract.Card.Background;
import io.lida.contract.Card.Belief;
import io.lida.contract.Card.Style;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Personas.Cast;
import io.lida.contract.Personas.Seated;
import io.lida.contract.Scenario.Participant;
import io.lida.personas.Roles.Cell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds a card for each seat: the one with the participant's id, else a composite for its role; in
 * the seat of a person one that believes nothing.
 *
 * <p>A stand-in never carries the participant's name: it is not that person.
 */
final class Casting {
  private static final double MIDDLING = 0.5;
  private static final int MAX_WORDS = 150;

  private final Grid grid;
  private final Roles roles;
  private final Library library;

  Casting(Grid grid, Library library) {
    this.grid = grid;
    this.roles = new Roles(grid);
    this.library = library;
  }

  /**
   * The cards in the order of the participants.
   *
   * @throws Fault NOT_FOUND for an id without card and role, INVALID for an unknown role or an id
   *     that cannot be one, INVALID_CARD for a card that is refused
   */
  Seated seat(Cast cast) {
    Set<String> taken = new HashSet<>();
    Map<Participant, Card> seats = new HashMap<>();
    for (Participant participant : Given.required("participants", cast.participants())) {
      Card card = card(participant);
      if (card != null) {
        taken.add(card.id());
        seats.put(participant, card);
      }
    }
    List<Card> cards = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (Participant participant : cast.participants()) {
      Card card = seats.get(participant);
      if (card == null) {
        card = standIn(participant, taken);
        seats.put(participant, card);
      }
      cards.add(card);
      card.notes().stream().map(note -> participant.id() + ": " + note).forEach(notes::add);
    }
    return new Seated(cards, notes.stream().distinct().toList());
  }

  private @Nullable Card card(Participant participant) {
    Card card = library.find(Given.required("id", participant.id()));
    return card == null && Agents.isPerson(participant.model())
        ? Cards.ofPerson(participant)
        : card;
  }

  /** There is no such card; says which ones are near. */
  static Fault unknown(String id, Set<String> known, String fix) {
    List<String> few = Nearest.few(id, known);
    return new Fault(
        FaultCode.NOT_FOUND,
        "no persona " + Nearest.quoted(id),
        few.isEmpty() ? "" : "did you mean " + String.join(" or ", few) + "?",
        fix);
  }

  private Card standIn(Participant participant, Set<String> taken) {
    String id = participant.id();
    String role = participant.role();
    if (role == null || role.isBlank()) {
      throw unknown(
          id,
          library.ids(),
          "choose a card (lida personas ls), or give the participant a role, such as role:"
              + " optimist");
    }
    if (!CardRules.ID.matcher(id).find()) {
      throw new Fault(
          FaultCode.INVALID,
          "the participant " + Nearest.quoted(id) + " " + CardRules.ID_WORDS,
          "",
          "");
    }
    Cell cell = roles.choose(role, taken::contains, library::has);
    taken.add(cell.id());
    Card finished = finished(cell);
    String note =
        "Stand-in for the role "
            + role.strip().replaceAll("\\s+", " ")
            + ": no card exists for this id; a composite ("
            + cell.id()
            + (finished == null ? ", computed from the grid" : "")
            + ") speaks for the role; it is not that person";
    return finished == null
        ? Cards.inPlaceOf(id, thin(cell), null, note)
        : Cards.inPlaceOf(id, finished, finished.id(), note);
  }

  private @Nullable Card finished(Cell cell) {
    try {
      return library.find(cell.id());
    } catch (Fault refused) {
      // A bad card is reported by every listing; the role can be filled without it.
      return null;
    }
  }

  /** What the grid alone knows about a place. */
  private Card thin(Cell cell) {
    Grid.Constituency constituency = cell.constituency();
    Grid.Disposition disposition = cell.disposition();
    Map<String, Belief> beliefs = new LinkedHashMap<>();
    grid.beliefs(constituency, disposition)
        .forEach(
            (axis, value) ->
                beliefs.put(
                    axis, new Belief(value, MIDDLING, disposition.openness(), "", List.of())));
    return new Card(
        cell.id(),
        1,
        name(cell),
        constituency.id(),
        disposition.id(),
        true,
        false,
        List.of(),
        new Background(
            "Stands among "
                + constituency.description()
                + "; what counts in an argument: "
                + disposition.arguesBy()
                + ".",
            "",
            List.of(),
            ""),
        constituency.expertise(),
        List.of(),
        beliefs,
        new Style(
            "plain", disposition.assertiveness(), MAX_WORDS, disposition.evidence(), List.of()),
        List.of(),
        List.of(),
        disposition.dynamics(),
        null,
        List.of(),
        null,
        List.of(),
        List.of());
  }

  /** Such as "Open source pragmatist". */
  private static String name(Cell cell) {
    String words = cell.id().replace('_', ' ').replace('.', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
