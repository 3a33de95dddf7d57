package io.lida.cli;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Personas;
import io.lida.contract.Scenario.Participant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds who is meant by the names on a command line. */
final class Seating {
  private Seating() {}

  /**
   * The seats in the order named. A name that is a card's id is that card; another name with a dot
   * is a slip of the pen; any other is a role.
   *
   * @throws Fault NOT_FOUND with what may have been meant; INVALID_CARD with what is wrong with the
   *     user's card of that id
   */
  static List<Participant> of(Shell shell, List<String> names) {
    Personas.Listing listing = shell.ask(Personas.LIST, Personas.Query.ALL);
    Set<String> ids =
        listing.personas().stream().map(Personas.Entry::id).collect(Collectors.toSet());
    List<Participant> seats = new ArrayList<>();
    for (String name : names) {
      String word = name.strip();
      if (ids.contains(word)) {
        seats.add(new Participant(word, null, null));
        continue;
      }
      refused(word, listing.refused());
      Participant seat = Wording.participant(word);
      if (seat.role() == null) {
        throw unknown(seat.id(), ids);
      }
      seats.add(seat);
    }
    return seats;
  }

  private static void refused(String id, List<Personas.Problem> problems) {
    for (Personas.Problem problem : problems) {
      if (problem.file().endsWith("/" + id + ".json")) {
        throw new Fault(
            FaultCode.INVALID_CARD,
            "the card of " + id + " was refused",
            problem.file() + ": " + problem.pointer() + ": " + problem.reason(),
            "lida personas check");
      }
    }
  }

  /** What to say when a persona is not there. */
  static Fault unknown(String id, Set<String> ids) {
    List<String> near = Suggest.near(id, ids);
    return new Fault(
        FaultCode.NOT_FOUND,
        "no persona is called " + id,
        near.isEmpty() ? "no card has that id" : "did you mean " + String.join(" or ", near) + "?",
        "lida personas ls");
  }
}
