package io.lida.science.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.science.Refusal;
import org.junit.jupiter.api.Test;

class InfluenceFitTest {
  private static double[][] course(double[] susceptibility, double[] x0, int steps) {
    FriedkinJohnsen model =
        new FriedkinJohnsen(InfluenceFit.equalWeights(x0.length), susceptibility);
    double[][] course = new double[steps][];
    course[0] = x0;
    for (int step = 1; step < steps; step++) {
      course[step] = model.step(course[step - 1], x0);
    }
    return course;
  }

  @Test
  void susceptibilitiesOfACourseThatFollowsTheModelAreFoundAgain() {
    double[] susceptibility = {0.2, 0.5, 0.9};
    InfluenceFit fit =
        InfluenceFit.of(
            course(susceptibility, new double[] {-0.8, 0.1, 0.9}, 6), InfluenceFit.equalWeights(3));
    assertArrayEquals(susceptibility, fit.susceptibility(), 1e-12);
    assertEquals(1, fit.explained(), 1e-12);
  }

  @Test
  void movementAwayFromEverybodyIsNotExplained() {
    double[][] away = {{-0.1, 0.1}, {-0.5, 0.5}, {-0.9, 0.9}};
    InfluenceFit fit = InfluenceFit.of(away, InfluenceFit.equalWeights(2));
    assertArrayEquals(new double[] {0, 0}, fit.susceptibility());
    assertEquals(0, fit.explained(), 1e-12);
  }

  @Test
  void whereNothingMovesNothingIsToExplain() {
    double[][] still = {{0.3, 0.3}, {0.3, 0.3}};
    InfluenceFit fit = InfluenceFit.of(still, InfluenceFit.equalWeights(2));
    assertTrue(Double.isNaN(fit.susceptibility()[0]));
    assertTrue(Double.isNaN(fit.explained()));
    assertThrows(
        Refusal.class, () -> InfluenceFit.of(new double[][] {{0.1}}, InfluenceFit.equalWeights(1)));
  }
}
