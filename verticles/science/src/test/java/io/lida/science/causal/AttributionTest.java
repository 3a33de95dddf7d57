package io.lida.science.causal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.science.Refusal;
import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AttributionTest {
  @Property(tries = 100)
  void valuesSumToWhatAllAreWorthAndNobodyIsPaidForNothing(
      @ForAll @IntRange(min = 1, max = 7) int players, @ForAll long seed) {
    double[] worths = new Random(seed).doubles(1 << players).toArray();
    // The last player changes nothing.
    long others = (1L << players - 1) - 1;
    ToDoubleFunction<Long> worth = coalition -> worths[(int) (coalition & others)];
    double[] values = Attribution.shapley(players, worth, 1, 1).values();
    assertEquals(worths[(int) others] - worths[0], Arrays.stream(values).sum(), 1e-9);
    assertEquals(0, values[players - 1], 1e-12);
  }

  @Test
  void manyPlayersAreDrawnAndSayHowSurely() {
    ToDoubleFunction<Long> worth = coalition -> Math.sqrt(Long.bitCount(coalition));
    Attribution drawn = Attribution.shapley(20, worth, 400, 7);
    assertArrayEquals(
        drawn.values(), Attribution.shapley(20, worth, 400, 7).values(), "the same seed");
    assertEquals(Math.sqrt(20), Arrays.stream(drawn.values()).sum(), 1e-9);
    for (int player = 0; player < 20; player++) {
      double off = Math.abs(drawn.values()[player] - Math.sqrt(20) / 20);
      assertTrue(off < 5 * drawn.se()[player], () -> "off by " + off);
    }
    assertEquals(
        "too_large",
        assertThrows(Refusal.class, () -> Attribution.shapley(61, worth, 1, 1)).code());
  }

  @Property(tries = 50)
  void permutationsAreNeverImpossible(@ForAll long seed) {
    double[] treated = new Random(seed).doubles(4).toArray();
    double[] control = new Random(seed + 1).doubles(3).toArray();
    Permutation test = Permutation.test(treated, control, 10, seed);
    assertTrue(test.exact());
    assertTrue(test.p() >= 1.0 / 35 && test.p() <= 1);
  }

  @Test
  void manySplitsAreDrawn() {
    double[] high = new Random(1).doubles(20, 5, 6).toArray();
    double[] low = new Random(2).doubles(20).toArray();
    Permutation test = Permutation.test(high, low, 999, 7);
    assertEquals(new Permutation(0.001, false), test);
  }
}
