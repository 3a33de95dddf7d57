package io.lida.deliberation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.lida.contract.Scenario.Order;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeakingOrderTest {
  private static List<Integer> latin(int round, int seats) {
    return SpeakingOrder.of(Order.LATIN_SQUARE, round, seats, 7);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 9, 13})
  void overAsManyRoundsAsSeatsEverybodySpeaksOnceInEachPlace(int seats) {
    int rounds = seats % 2 == 0 ? seats : 2 * seats;
    List<Set<Integer>> places = new ArrayList<>();
    Map<List<Integer>, Integer> neighbours = new HashMap<>();
    for (int place = 0; place < seats; place++) {
      places.add(new HashSet<>());
    }
    for (int round = 1; round <= rounds; round++) {
      List<Integer> order = latin(round, seats);
      assertEquals(seats, new HashSet<>(order).size());
      for (int place = 0; place < seats; place++) {
        places.get(place).add(order.get(place));
        if (place > 0) {
          neighbours.merge(List.of(order.get(place - 1), order.get(place)), 1, Integer::sum);
        }
      }
    }
    places.forEach(spoken -> assertEquals(seats, spoken.size()));
    if (seats > 1) {
      assertEquals(1, new HashSet<>(neighbours.values()).size(), neighbours.toString());
      assertEquals(seats * (seats - 1), neighbours.size());
    }
  }

  @Test
  void theSeedDrawsWhoTakesWhichPart() {
    assertEquals(latin(1, 6), latin(1, 6));
    assertNotEquals(latin(1, 6), SpeakingOrder.of(Order.LATIN_SQUARE, 1, 6, 8));
    assertEquals(List.of(0, 1, 2), SpeakingOrder.of(Order.SEQUENTIAL, 2, 3, 7));
  }
}
