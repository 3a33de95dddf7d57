package io.lida.personas;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.personas.Grid.Constituency;
import io.lida.personas.Grid.Disposition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Who may stand in for a role: the cells of the grid, best first. Immutable. */
final class Roles {
  private static final String ANY = "*";

  private final Grid grid;

  Roles(Grid grid) {
    this.grid = grid;
  }

  /** A place in the grid. */
  record Cell(Constituency constituency, Disposition disposition) {
    /** The id of the card for this place. */
    String id() {
      return constituency.id() + "." + disposition.id();
    }
  }

  /**
   * The cell for a role that is not taken yet; among those equally good one with a finished card is
   * preferred. When all are taken, the best again.
   *
   * @throws Fault INVALID when no such role is known
   */
  Cell choose(String role, Predicate<String> taken, Predicate<String> finished) {
    List<String> patterns = patterns(role);
    for (String pattern : patterns) {
      List<Cell> free = cells(pattern).stream().filter(cell -> !taken.test(cell.id())).toList();
      if (!free.isEmpty()) {
        return free.stream()
            .filter(cell -> finished.test(cell.id()))
            .findFirst()
            .orElse(free.getFirst());
      }
    }
    return cells(patterns.getFirst()).getFirst();
  }

  private List<String> patterns(String role) {
    String wanted = role.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
    List<String> listed = grid.roles().get(wanted);
    if (listed != null) {
      return listed;
    }
    Disposition disposition = grid.disposition(wanted);
    if (disposition != null) {
      return List.of(disposition.home() + "." + wanted, ANY + "." + wanted);
    }
    Constituency constituency = grid.constituency(wanted);
    if (constituency != null) {
      return List.of(wanted + "." + constituency.home(), wanted + "." + ANY);
    }
    String[] halves = wanted.split("[.]", -1);
    if (halves.length == 2
        && grid.constituency(halves[0]) != null
        && grid.disposition(halves[1]) != null) {
      return List.of(wanted, ANY + "." + halves[1], halves[0] + "." + ANY);
    }
    throw unknown(role, wanted);
  }

  private List<Cell> cells(String pattern) {
    String[] halves = pattern.split("[.]", 2);
    List<Cell> cells = new ArrayList<>();
    for (Constituency constituency : grid.constituencies()) {
      for (Disposition disposition : grid.dispositions()) {
        if (matches(halves[0], constituency.id()) && matches(halves[1], disposition.id())) {
          cells.add(new Cell(constituency, disposition));
        }
      }
    }
    return cells;
  }

  private static boolean matches(String half, String id) {
    return half.equals(ANY) || half.equals(id);
  }

  private Fault unknown(String role, String wanted) {
    Set<String> known = new TreeSet<>(grid.roles().keySet());
    grid.dispositions().forEach(disposition -> known.add(disposition.id()));
    grid.constituencies().forEach(constituency -> known.add(constituency.id()));
    return new Fault(
        FaultCode.INVALID,
        "unknown role " + Nearest.quoted(role) + Nearest.hint(wanted, known),
        "known roles, nearest first: " + String.join(", ", Nearest.all(wanted, known)),
        "choose one of these, or add a card for the participant");
  }
}
