package io.lida.science.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lida.science.Refusal;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ForecastsTest {
  private static final double[] CAME = {1, 0, 1, 1, 0};
  private static final Forecasts FIVE = new Forecasts(new double[] {.8, .8, .8, .2, .2}, CAME);

  @Test
  void scoresAreAsByHand() {
    // .04 + .64 + .04 + .64 + .04 = 1.4
    assertEquals(0.28, FIVE.brier(), 1e-15);
    assertEquals(-(3 * Math.log(.8) + 2 * Math.log(.2)) / 5, FIVE.logScore(), 1e-12);
    Forecasts sure = new Forecasts(new double[] {0, 1}, new double[] {1, 1});
    assertEquals(-Math.log(1e-6) / 2, sure.logScore(), 1e-12);
    assertEquals(1, sure.clipped());
  }

  @Test
  void skillIsAgainstTheBaseRate() {
    double[] rate = {.6, .6, .6, .6, .6};
    assertEquals(1 - .28 / .24, FIVE.skill(new Forecasts(rate, CAME)), 1e-12);
    Forecasts perfect = new Forecasts(CAME, CAME);
    assertEquals(1, perfect.skill(FIVE));
    assertEquals("undefined", assertThrows(Refusal.class, () -> FIVE.skill(perfect)).code());
  }

  @Test
  void murphysPartsAreAsByHand() {
    Calibration parts = Calibration.of(FIVE, 10);
    assertEquals(2, parts.bins().size());
    assertEquals(new Calibration.Bin(.2, .3, 2, .2, .5), parts.bins().getFirst());
    // .6 (.8 - 2/3)^2 + .4 (.2 - .5)^2, .6 (2/3 - .6)^2 + .4 (.5 - .6)^2, .6 * .4
    assertEquals(.6 * 4 / 225 + .4 * .09, parts.reliability(), 1e-12);
    assertEquals(.6 / 225 + .4 * .01, parts.resolution(), 1e-12);
    assertEquals(.24, parts.uncertainty(), 1e-12);
    assertEquals(0, parts.within(), 1e-12);
  }

  @Property(tries = 100)
  void withinBinsIsVarianceLessTwiceCovariance(
      @ForAll @IntRange(min = 1, max = 12) int bins, @ForAll long seed) {
    Random random = new Random(seed);
    double[] p = random.doubles(50).toArray();
    double[] came = random.doubles(50).map(x -> x < 0.4 ? 1 : 0).toArray();
    Calibration parts = Calibration.of(new Forecasts(p, came), bins);
    double within = 0;
    for (Calibration.Bin bin : parts.bins()) {
      for (int i = 0; i < p.length; i++) {
        if (p[i] >= bin.low() && p[i] < bin.high()) {
          double off = p[i] - bin.forecast();
          within += (off * off - 2 * off * (came[i] - bin.observed())) / p.length;
        }
      }
    }
    assertEquals(within, parts.within(), 1e-12);
  }

  @Test
  void boundsBelongToTheBinTheyOpen() {
    for (double p : new double[] {0, .29, .57, .58, .9, 1}) {
      Calibration.Bin bin =
          Calibration.of(new Forecasts(new double[] {p}, new double[] {1}), 100).bins().getFirst();
      assertEquals(Math.min(p, .99), bin.low(), 1e-12);
    }
  }

  @Test
  void whatIsNoForecastIsRefused() {
    assertEquals("empty_input", code(List.of(), List.of()));
    assertEquals("invalid_probability", code(List.of(1.1), List.of(1.0)));
    assertEquals("invalid_input", code(List.of(1.0), List.of(0.5)));
    assertEquals("invalid_input", code(List.of(1.0), List.of()));
    assertEquals(
        "invalid_input", assertThrows(Refusal.class, () -> Calibration.of(FIVE, 0)).code());
    Forecasts others = new Forecasts(CAME, new double[] {0, 0, 0, 0, 0});
    assertEquals("invalid_input", assertThrows(Refusal.class, () -> FIVE.skill(others)).code());
  }

  private static String code(List<Double> probabilities, List<Double> outcomes) {
    return assertThrows(Refusal.class, () -> new Forecasts(array(probabilities), array(outcomes)))
        .code();
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(value -> value).toArray();
  }
}
