package io.lida.deliberation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.lida.contract.RunEvent.Aggregate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PoolTest {
  private static final List<Pool.Opinion> PANEL =
      List.of(
          new Pool.Opinion(0.9, 0.8, 0.5),
          new Pool.Opinion(0.6, 0.2, 0.5),
          new Pool.Opinion(0.3, 0.5, 0.0));

  static List<String> strategies() {
    return Pool.strategies();
  }

  @Test
  void theLinearPoolIsTheMean() {
    assertEquals(0.6, Pool.aggregate("linear.equal", PANEL).value(), 1e-12);
  }

  @Test
  void theLogarithmicPoolIsTheGeometricMeanOfOdds() {
    double odds = Math.cbrt(9.0 * 1.5 * (3.0 / 7));
    assertEquals(odds / (1 + odds), Pool.aggregate("logarithmic.equal", PANEL).value(), 1e-12);
  }

  @Test
  void anOpinionWithoutWeightIsLeftOut() {
    assertEquals(0.75, Pool.aggregate("linear.expertise", PANEL).value(), 1e-12);
  }

  @Test
  void certaintyIsClippedAndSaidSo() {
    Aggregate clipped =
        Pool.aggregate(
            "logarithmic.equal", List.of(new Pool.Opinion(1, 1, 1), new Pool.Opinion(0, 1, 1)));
    assertEquals(0.5, clipped.value(), 1e-9);
    assertEquals(List.of("clipped"), clipped.flags());
  }

  @Test
  void allZeroWeightsBecomeEqual() {
    Aggregate pooled =
        Pool.aggregate(
            "linear.self_confidence",
            List.of(new Pool.Opinion(0.2, 0, 1), new Pool.Opinion(0.4, 0, 1)));
    assertEquals(0.3, pooled.value(), 1e-12);
    assertEquals(List.of("weights_fallback=equal"), pooled.flags());
  }

  @Test
  void nobodyHasNoOpinion() {
    Aggregate none = Pool.aggregate("linear.equal", List.of());
    assertNull(none.value());
    assertEquals(true, none.flags().contains("empty_input"));
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void poolingIsSymmetricBoundedAndBlindToOrder(String strategy) {
    List<Pool.Opinion> mirrored =
        PANEL.stream()
            .map(o -> new Pool.Opinion(1 - o.probability(), o.confidence(), o.expertise()))
            .toList();
    double value = Pool.aggregate(strategy, PANEL).value();
    assertEquals(1 - value, Pool.aggregate(strategy, mirrored).value(), 1e-9);
    assertEquals(value, Pool.aggregate(strategy, PANEL.reversed()).value(), 1e-12);
    assertEquals(true, value >= 0.3 && value <= 0.9);
  }
}
