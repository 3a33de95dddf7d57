package io.lida.deliberation;

import io.lida.contract.RunEvent.Turn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** The turns of a run by round and seat; a seat may be silent. Not thread-safe. */
final class Transcript {
  private final int seats;
  private final IntFunction<List<Integer>> order;
  private final TreeMap<Integer, Turn[]> rows = new TreeMap<>();

  /**
   * Nothing said yet.
   *
   * @param order the seats of a round in the order in which they speak
   */
  Transcript(int seats, IntFunction<List<Integer>> order) {
    this.seats = seats;
    this.order = order;
  }

  void open(int round) {
    rows.put(round, new Turn[seats]);
  }

  /**
   * Takes a turn in.
   *
   * @throws IllegalArgumentException when its round was not opened
   */
  void add(Turn turn) {
    row(turn.round())[turn.seat()] = turn;
  }

  boolean has(int round, int seat) {
    return row(round)[seat] != null;
  }

  /** How many seats spoke in a round. */
  int spoken(int round) {
    Turn[] row = rows.get(round);
    return row == null ? 0 : (int) Arrays.stream(row).filter(Objects::nonNull).count();
  }

  /** The turns of a round in speaking order; silent seats are left out. */
  List<Turn> round(int round) {
    Turn[] row = rows.get(round);
    return row == null
        ? List.of()
        : order.apply(round).stream().map(seat -> row[seat]).filter(Objects::nonNull).toList();
  }

  /** All turns, by round and in speaking order. */
  List<Turn> all() {
    List<Turn> all = new ArrayList<>();
    rows.keySet().forEach(round -> all.addAll(round(round)));
    return all;
  }

  /** The last turn of each seat that ever spoke, by seat. */
  Map<Integer, Turn> last() {
    Map<Integer, Turn> last = new TreeMap<>();
    all().forEach(turn -> last.put(turn.seat(), turn));
    return last;
  }

  /** The rounds opened, in order. */
  Set<Integer> rounds() {
    return Collections.unmodifiableSet(rows.keySet());
  }

  private Turn[] row(int round) {
    Turn[] row = rows.get(round);
    if (row == null) {
      throw new IllegalArgumentException("a turn in round " + round + ", which was not opened");
    }
    return row;
  }
}
