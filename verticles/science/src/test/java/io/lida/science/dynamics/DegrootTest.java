package io.lida.science.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lida.science.Refusal;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DegrootTest {
  /** Golub and Jackson 2010: two of three hear only each other in turn. */
  private static final double[][] CIRCLE = {{0, 1, 0}, {0, 0, 1}, {1, 0, 0}};

  private static final double[][] LISTENERS = {{0, 0.5, 0.5}, {1, 0, 0}, {0, 1, 0}};

  @Test
  void oneGroupAgreesOnItsStationaryMean() {
    Degroot.Limit limit = Degroot.limit(LISTENERS, new double[] {1, 0, 0});
    assertArrayEquals(new double[] {0.4, 0.4, 0.4}, limit.opinions().orElseThrow(), 1e-12);
  }

  @Test
  void aCircleGoesRoundForEver() {
    Degroot.Limit limit = Degroot.limit(CIRCLE, new double[] {1, 0, 0});
    assertEquals(3, limit.period());
    assertEquals(true, limit.opinions().isEmpty());
  }

  @Test
  void whoHearsTwoGroupsEndsBetweenThem() {
    double[][] w = {{1, 0, 0}, {0, 1, 0}, {0.3, 0.2, 0.5}};
    assertArrayEquals(
        new double[] {1, 0, 0.6},
        Degroot.limit(w, new double[] {1, 0, 0.9}).opinions().orElseThrow(),
        1e-12);
  }

  @Test
  void rowsThatAreNoSharesAreRefused() {
    double[][] w = {{0.5, 0.4}, {0, 1}};
    Refusal refusal = assertThrows(Refusal.class, () -> Degroot.limit(w, new double[] {1, 0}));
    assertEquals("invalid_weights", refusal.code());
  }

  @Property(tries = 100)
  void theLimitIsWhereManyStepsLead(@ForAll @IntRange(min = 2, max = 7) int n, @ForAll long seed) {
    double[][] w = Matrices.stochastic(n, new Random(seed));
    double[] x0 = new Random(seed).doubles(n).toArray();
    double[] limit = Degroot.limit(w, x0).opinions().orElseThrow();
    assertArrayEquals(Degroot.steps(w, x0, 4_000), limit, 1e-9);
  }

  @Property(tries = 100)
  void controlOfFriedkinJohnsenLeadsToAFixedPointOfTheStep(
      @ForAll @IntRange(min = 1, max = 7) int n, @ForAll long seed) {
    Random random = new Random(seed);
    double[][] w = Matrices.stochastic(n, random);
    double[] susceptibility = random.doubles(n, 0, 0.95).toArray();
    double[] x0 = random.doubles(n).toArray();
    FriedkinJohnsen process = new FriedkinJohnsen(w, susceptibility);
    double[] limit = process.limit(x0).opinions().orElseThrow();
    assertArrayEquals(limit, process.step(limit, x0), 1e-9);
    for (double[] row : process.control()) {
      assertEquals(1, Arrays.stream(row).sum(), 1e-9);
    }
  }

  @Test
  void withoutOwnOpinionsFriedkinJohnsenIsDegroot() {
    FriedkinJohnsen process = new FriedkinJohnsen(LISTENERS, new double[] {1, 1, 1});
    assertArrayEquals(
        new double[] {0.4, 0.4, 0.4},
        process.limit(new double[] {1, 0, 0}).opinions().orElseThrow(),
        1e-12);
    assertEquals("singular", assertThrows(Refusal.class, process::control).code());
    assertEquals(
        3,
        new FriedkinJohnsen(CIRCLE, new double[] {1, 1, 1}).limit(new double[] {1, 0, 0}).period());
  }
}
