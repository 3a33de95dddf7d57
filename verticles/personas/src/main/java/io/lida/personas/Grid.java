package io.lida.personas;

import io.lida.contract.Card;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The grid from which personas are made: what a constituency believes, and how a disposition bends
 * it. Immutable.
 *
 * @param about what a reader of the file should know
 * @param neutral what a card has that says nothing about itself
 * @param roles for each role the cells {@code constituency.disposition} that may stand in for it,
 *     best first; {@code *} in place of either half means any
 */
record Grid(
    List<String> about,
    List<Axis> axes,
    List<Constituency> constituencies,
    List<Disposition> dispositions,
    Neutral neutral,
    Map<String, List<String>> roles) {
  private static final double LOWEST = 0.01;
  private static final double HIGHEST = 0.99;

  /** A question beliefs are about; 0 is {@code low}, 1 is {@code high}. */
  record Axis(String id, String low, String high) {}

  /** Where a persona stands in the world; {@code home} is the disposition most typical of it. */
  record Constituency(
      String id,
      String description,
      String home,
      Map<String, Double> beliefs,
      List<Card.Expertise> expertise) {}

  /**
   * How a persona thinks.
   *
   * @param home the constituency most typical of it
   * @param shifts added to the base beliefs
   * @param towardsMiddle the share of the way every belief moves to 0.5
   * @param towardsFarthest the share of the way to the base of the constituency farthest in L1
   *     distance, the first in the table among equals
   */
  record Disposition(
      String id,
      String home,
      Map<String, Double> shifts,
      @Nullable Double towardsMiddle,
      @Nullable Double towardsFarthest,
      double openness,
      double epsilon,
      double bias,
      double assertiveness,
      String arguesBy,
      String evidence) {

    Card.Dynamics dynamics() {
      return new Card.Dynamics("friedkin_johnsen", openness, epsilon, bias);
    }
  }

  /** Neither here nor there. */
  record Neutral(
      String constituency,
      String disposition,
      double openness,
      double epsilon,
      double bias,
      double assertiveness) {}

  Grid {
    about = about == null ? List.of() : List.copyOf(about);
    axes = List.copyOf(present("axes", axes));
    constituencies = List.copyOf(present("constituencies", constituencies));
    dispositions = List.copyOf(present("dispositions", dispositions));
    neutral = present("neutral", neutral);
    roles = Map.copyOf(present("roles", roles));
    Set<String> known = Set.copyOf(Card.AXES);
    require(axes.stream().map(Axis::id).toList().equals(Card.AXES), "axes must be " + Card.AXES);
    for (Constituency constituency : constituencies) {
      require(
          constituency.beliefs().keySet().equals(known),
          constituency.id() + ": beliefs must name each axis once");
    }
    for (Disposition disposition : dispositions) {
      require(
          known.containsAll(disposition.shifts().keySet()),
          disposition.id() + ": shifts name an axis that does not exist");
    }
    Set<String> halves = new TreeSet<>(Set.of("*"));
    constituencies.forEach(constituency -> halves.add(constituency.id()));
    dispositions.forEach(disposition -> halves.add(disposition.id()));
    roles.forEach(
        (role, cells) ->
            require(
                !cells.isEmpty()
                    && cells.stream()
                        .allMatch(cell -> halves.containsAll(List.of(cell.split("[.]", 2)))),
                "role " + role + ": names a cell that does not exist"));
  }

  /**
   * Reads {@code grid.json} in the folder.
   *
   * @throws Fault INVALID_CONFIG when it is missing or contradicts itself
   */
  static Grid read(Path conf) {
    Path file = conf.resolve("grid.json");
    try {
      return Wire.strict(Wire.parse(Files.readAllBytes(file)), Grid.class);
    } catch (IOException unreadable) {
      throw new Fault(
          FaultCode.INVALID_CONFIG, "cannot read " + file, String.valueOf(unreadable), "");
    } catch (IllegalArgumentException refusal) {
      throw new Fault(
          FaultCode.INVALID_CONFIG,
          file + " is not a grid",
          String.valueOf(refusal.getMessage()),
          "");
    }
  }

  /** The constituency with this id, if there is one. */
  @Nullable Constituency constituency(String id) {
    return byId(constituencies, Constituency::id, id);
  }

  /** The disposition with this id, if there is one. */
  @Nullable Disposition disposition(String id) {
    return byId(dispositions, Disposition::id, id);
  }

  /** What such a persona believes on each axis, 0.01 to 0.99, in the order of the axes. */
  Map<String, Double> beliefs(Constituency constituency, Disposition disposition) {
    Map<String, Double> base = constituency.beliefs();
    Map<String, Double> goal =
        disposition.towardsFarthest() == null ? base : farthest(constituency).beliefs();
    Map<String, Double> beliefs = new LinkedHashMap<>();
    for (String axis : Card.AXES) {
      double value = value(base, axis) + disposition.shifts().getOrDefault(axis, 0.0);
      if (disposition.towardsMiddle() != null) {
        value += disposition.towardsMiddle() * (0.5 - value);
      }
      if (disposition.towardsFarthest() != null) {
        value += disposition.towardsFarthest() * (value(goal, axis) - value);
      }
      beliefs.put(axis, Math.clamp(Math.rint(value * 1e4) / 1e4, LOWEST, HIGHEST));
    }
    return beliefs;
  }

  private Constituency farthest(Constituency from) {
    Constituency farthest = from;
    double most = -1;
    for (Constituency other : constituencies) {
      // Sums of decimal fractions differ in their last bits, and equals must stay equal.
      double distance = Math.rint(distance(from, other) * 1e9);
      if (distance > most) {
        most = distance;
        farthest = other;
      }
    }
    return farthest;
  }

  private static double distance(Constituency one, Constituency other) {
    return Card.AXES.stream()
        .mapToDouble(axis -> Math.abs(value(one.beliefs(), axis) - value(other.beliefs(), axis)))
        .sum();
  }

  private static double value(Map<String, Double> beliefs, String axis) {
    return beliefs.getOrDefault(axis, 0.5);
  }

  private static <T> @Nullable T byId(List<T> all, Function<T, String> id, String wanted) {
    return all.stream().filter(each -> id.apply(each).equals(wanted)).findFirst().orElse(null);
  }

  private static <T> T present(String field, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException(field + " is missing");
    }
    return value;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /** The ids a card may name as its constituency, the neutral one last. */
  Set<String> constituencyIds() {
    return ids(constituencies, Constituency::id, neutral.constituency());
  }

  /** The ids a card may name as its disposition, the neutral one last. */
  Set<String> dispositionIds() {
    return ids(dispositions, Disposition::id, neutral.disposition());
  }

  private static <T> Set<String> ids(List<T> all, Function<T, String> id, String last) {
    Set<String> ids =
        all.stream().map(id).collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    ids.add(last);
    return java.util.Collections.unmodifiableSet(ids);
  }
}
