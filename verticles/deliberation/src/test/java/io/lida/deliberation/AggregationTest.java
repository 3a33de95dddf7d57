package io.lida.deliberation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.RunEvent.Aggregate;
import io.lida.science.pooling.Strategy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AggregationTest {
  static Stream<String> strategies() {
    return Strategy.all().stream().map(Strategy::id);
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void everyStrategyPoolsARunAndInventsNothing(String strategy) {
    Aggregate pooled = Aggregation.of(strategy, Fixture.spoken(0.8, -0.2));
    assertTrue(pooled.value() >= 0 && pooled.value() <= 1, pooled::toString);
    boolean known =
        List.of(
                "equal",
                "expertise",
                "self_confidence",
                "recency",
                "diversity",
                "entropy",
                "role_balanced")
            .contains(strategy.substring(strategy.indexOf('.') + 1));
    assertEquals(!known, pooled.flags().contains("weights_missing=equal"), pooled::toString);
  }

  @Test
  void stancesBecomeProbabilities() {
    assertEquals(0.65, Aggregation.of("linear.equal", Fixture.spoken(0.8, -0.2)).value(), 1e-12);
  }

  @Test
  void whereNobodySpokeThereIsNoValue() {
    assertEquals(
        new Aggregate("linear.equal", null, List.of("empty_input")),
        Aggregation.of("linear.equal", Fixture.spoken()));
  }

  @Test
  void anUnknownStrategyIsToldWhatThereIs() {
    assertEquals(Optional.empty(), Aggregation.problem("median.cooke"));
    String problem = Aggregation.problem("linear.luck").orElseThrow();
    assertTrue(problem.contains("dempster_shafer") && problem.contains("role_balanced"), problem);
  }
}
