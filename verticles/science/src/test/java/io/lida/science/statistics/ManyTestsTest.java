package io.lida.science.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.science.Refusal;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ManyTestsTest {
  /** The fifteen of Benjamini and Hochberg 1995, section 3.2. */
  private static final double[] FIFTEEN = {
    .0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528,
    .7590, 1
  };

  @Test
  void benjaminiAndHochbergFindFourWhereHolmFindsThree() {
    assertEquals(4, found(ManyTests.benjaminiHochberg(FIFTEEN)));
    assertEquals(3, found(ManyTests.holm(FIFTEEN)));
  }

  private static long found(double[] adjusted) {
    return Arrays.stream(adjusted).filter(p -> p <= 0.05).count();
  }

  @Test
  void adjustedByHand() {
    double[] p = {.04, .01, .03, .02};
    // Rising: 4 * .01, 3 * .02, 2 * .03, and .04 raised to what comes before it.
    assertArrayEquals(new double[] {.06, .04, .06, .06}, ManyTests.holm(p), 1e-15);
    assertArrayEquals(new double[] {.04, .04, .04, .04}, ManyTests.benjaminiHochberg(p), 1e-15);
    double[] far = {.5, .005, .9};
    assertArrayEquals(new double[] {1, .015, 1}, ManyTests.holm(far), 1e-15);
    assertArrayEquals(new double[] {.75, .015, .9}, ManyTests.benjaminiHochberg(far), 1e-15);
    assertArrayEquals(new double[] {.3}, ManyTests.holm(new double[] {.3}));
  }

  @Property(tries = 100)
  void noAdjustmentMakesAFindingSurer(
      @ForAll @IntRange(min = 1, max = 20) int tests, @ForAll long seed) {
    double[] p = new Random(seed).doubles(tests).toArray();
    double[] holm = ManyTests.holm(p);
    double[] shares = ManyTests.benjaminiHochberg(p);
    for (int i = 0; i < tests; i++) {
      assertTrue(p[i] <= shares[i] && shares[i] <= holm[i] + 1e-15 && holm[i] <= 1);
    }
  }

  @Test
  void whatIsNoProbabilityIsRefused() {
    assertEquals("empty_input", code());
    assertEquals("invalid_probability", code(0.5, 1.5));
    assertEquals("invalid_probability", code(Double.NaN));
  }

  private static String code(double... p) {
    return assertThrows(Refusal.class, () -> ManyTests.holm(p)).code();
  }
}
