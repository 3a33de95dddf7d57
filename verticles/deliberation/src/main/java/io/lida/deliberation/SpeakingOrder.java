package io.lida.deliberation;

import io.lida.contract.Scenario.Order;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * In which order the seats of a round speak. Pure functions.
 *
 * <p>A Latin square: over as many rounds as seats, each seat speaks once in each place, and, by
 * Williams' construction (1949), for an even number of seats also once right after each other seat;
 * for an odd number that takes twice as many rounds, every other one backwards. Which seat takes
 * which part in the square is drawn by the seed.
 */
final class SpeakingOrder {
  private SpeakingOrder() {}

  /** The seats, first speaker first. */
  static List<Integer> of(Order order, int round, int seats, long seed) {
    return order == Order.LATIN_SQUARE
        ? latin(round, seats, seed)
        : IntStream.range(0, seats).boxed().toList();
  }

  private static List<Integer> latin(int round, int seats, long seed) {
    boolean odd = seats % 2 == 1;
    int turn = round - 1;
    int row = odd ? turn / 2 % seats : turn % seats;
    List<Integer> parts = shuffled(seats, seed);
    List<Integer> order = new ArrayList<>(seats);
    for (int place = 0; place < seats; place++) {
      order.add(parts.get((zigzag(place, seats) + row) % seats));
    }
    return odd && turn % 2 == 1 ? order.reversed() : order;
  }

  /** 0, 1, n-1, 2, n-2 and so on: each step another difference. */
  private static int zigzag(int place, int seats) {
    return place % 2 == 1 ? (place + 1) / 2 : (seats - place / 2) % seats;
  }

  private static List<Integer> shuffled(int seats, long seed) {
    List<Integer> parts =
        IntStream.range(0, seats).boxed().collect(Collectors.toCollection(ArrayList::new));
    SplittableRandom random = new SplittableRandom(seed);
    for (int last = seats - 1; last > 0; last--) {
      Collections.swap(parts, last, random.nextInt(last + 1));
    }
    return parts;
  }
}
