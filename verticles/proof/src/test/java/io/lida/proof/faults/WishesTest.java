package io.lida.proof.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WishesTest {
  private static final Set<Integer> ROWS = Set.of(1, 3, 5);

  @Test
  void allThatCanBeSaidIsUnderstood() {
    assertEquals(
        new Wishes(7, Set.of(1, 5), true, true, false),
        Wishes.of(List.of("--seed", "7", "--rows", "5, 1", "--quick", "--json"), ROWS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--sed 7", "--seed x", "--seed", "--rows", "--rows 4", "--rows 1,", "--rows a"})
  void whatCannotBeUnderstoodIsRefused(String words) {
    assertThrows(IllegalArgumentException.class, () -> Wishes.of(List.of(words.split(" ")), ROWS));
  }
}
