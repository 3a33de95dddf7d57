package io.lida.science.pooling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.science.Refusal;
import org.junit.jupiter.api.Test;

class CalibratedForecastsTest {
  @Test
  void whoIsRightAsOftenAsStatedIsCalibratedAndWhoSaysMoreInforms() {
    CalibratedForecasts scores =
        CalibratedForecasts.of(
            new double[][] {{0.5, 0.5, 0.5, 0.5}, {0.9, 0.9, 0.9, 0.9}, {1, 1, 0, 0}},
            new double[] {1, 1, 0, 0});
    assertEquals(1, scores.calibration()[0], 1e-12);
    assertEquals(0, scores.information()[0], 1e-12);
    // KL(1/2, .9) = ln(5/3); the statistic 8 ln(5/3) with one degree of freedom
    assertEquals(0.0433, scores.calibration()[1], 5e-4);
    assertEquals(1, scores.calibration()[2], 1e-4);
    assertEquals(Math.log(2), scores.information()[2], 1e-12);
    assertTrue(scores.raw()[2] > scores.raw()[1] && scores.raw()[1] > scores.raw()[0]);
  }

  @Test
  void whoForecastNothingIsMissing() {
    double[] raw =
        CalibratedForecasts.of(new double[][] {{Double.NaN}, {0.8}}, new double[] {1}).raw();
    assertTrue(Double.isNaN(raw[0]));
    assertTrue(raw[1] > 0);
    assertThrows(Refusal.class, () -> CalibratedForecasts.of(new double[0][], new double[0]));
  }
}
