package io.lida.llm.sim;

import io.lida.llm.sim.Material.Granted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What a speaker has left to say for one side, and in which order. Points are used up. */
final class Case {
  private final List<Point> fresh = new ArrayList<>();
  private final List<Point> spent = new ArrayList<>();
  private final List<Granted> granted = new ArrayList<>();
  private final Set<Integer> stated = new HashSet<>();
  private final Table table;
  private final int side;
  private int latest = -1;

  Case(Material material, Table table, Voice voice, int side) {
    this.table = table;
    this.side = side;
    for (Point point : material.points()) {
      if (table.used(point.text())) {
        spent.add(point);
        stated.add(point.argument());
      } else {
        fresh.add(point);
      }
    }
    granted.addAll(material.granted());
    Comparator<Point> order = Comparator.comparingDouble(point -> rank(point, voice));
    fresh.sort(order);
    spent.sort(Comparator.comparingDouble(point -> voice.unit("again" + point.text())));
    granted.sort(
        Comparator.comparingDouble(
            clause -> (clause.relevant() ? 0 : 2) + voice.unit("grant" + clause.text())));
  }

  /** Arguments by relevance, a little shuffled; in an argument the claim first. */
  private double rank(Point point, Voice voice) {
    double argument = point.argument() + 1.2 * voice.unit("argument" + point.argument());
    double inside = point.claim() ? 0 : 0.1 + 0.1 * voice.unit(point.text());
    double detour = point.relevant() ? 0 : 100;
    return detour + argument + inside;
  }

  /** The next point for the side, on this axis if there is one. */
  Optional<Point> next(String axis) {
    return take(point -> point.axis().equals(axis) && usable(point))
        .or(() -> take(point -> point.supports(side) && ready(point)))
        .or(() -> take(this::usable));
  }

  /** The next reason of an argument. */
  Optional<Point> reason(int argument) {
    return take(point -> point.argument() == argument && !point.claim() && usable(point));
  }

  /** The next claim on what the question turns on, for the side or for neither. */
  Optional<Point> claim() {
    return take(point -> point.claim() && point.relevant() && usable(point));
  }

  /** A conviction of the speaker that tells against the side. */
  Optional<Point> against() {
    return take(point -> point.claim() && point.relevant() && point.opposes(side));
  }

  /** The next point that tells for this side, whatever the speaker's own is. */
  Optional<Point> towards(int toward) {
    return take(point -> point.relevant() && point.supports(toward));
  }

  /** A point made in an earlier round. */
  Optional<Point> again() {
    for (Point point : spent) {
      if (usable(point) && table.usedIn(point.text()) > 0) {
        spent.remove(point);
        return Optional.of(point);
      }
    }
    return Optional.empty();
  }

  /** Whether there is a usable fresh point on an axis. */
  boolean answers(String axis) {
    return fresh.stream().anyMatch(point -> point.axis().equals(axis) && usable(point));
  }

  /** What can be granted next, to the argument just made if possible. */
  Optional<Granted> grant() {
    return concede(clause -> clause.argument() == latest)
        .or(() -> concede(Granted::relevant))
        .or(() -> concede(clause -> stated.contains(clause.argument())));
  }

  private Optional<Granted> concede(Predicate<Granted> wanted) {
    return granted.stream()
        .filter(clause -> clause.direction() * side >= 0 && !table.used(clause.text()))
        .filter(wanted)
        .findFirst();
  }

  /** What spoke against the first answer all along, for someone who has given that answer up. */
  Optional<Granted> reversal() {
    return granted.stream().filter(clause -> clause.direction() * side < 0).findFirst();
  }

  private boolean usable(Point point) {
    return !point.opposes(side);
  }

  private boolean ready(Point point) {
    return point.claim() || stated.contains(point.argument());
  }

  private Optional<Point> take(Predicate<Point> wanted) {
    for (Point point : fresh) {
      if (wanted.test(point)) {
        fresh.remove(point);
        stated.add(point.argument());
        latest = point.argument();
        return Optional.of(point);
      }
    }
    return Optional.empty();
  }
}
