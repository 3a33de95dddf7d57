package io.lida.deliberation;

import io.lida.contract.Llm.Datum;
import io.lida.science.pooling.Strategy;
import io.lida.science.pooling.Weighting;
import java.util.List;

/**
 * What a strategy's weighting looks at beyond what every run has, so that it is gathered only where
 * it counts.
 *
 * @param data to be asked of voters with their vote
 * @param records whether earlier, resolved forecasts are wanted
 * @param repeats how often each persona is asked once more in private for its answer
 */
record Evidence(List<Datum> data, boolean records, int repeats) {
  /** Enough for a variance, few enough to pay for. */
  private static final int ANSWERS = 3;

  private static final Evidence NONE = new Evidence(List.of(), false, 0);

  /** For a strategy that passed the checks of a scenario. */
  static Evidence of(String strategy) {
    Weighting weighting = Strategy.parse(strategy).weighting();
    return switch (weighting) {
      case SURPRISINGLY_POPULAR -> new Evidence(List.of(Datum.EXPECTATION), false, 0);
      case DEGROOT_TRUST -> new Evidence(List.of(Datum.TRUST), false, 0);
      case TRACK_RECORD, COOKE, CONTRIBUTION, DIVERSITY -> new Evidence(List.of(), true, 0);
      case INVERSE_VARIANCE -> new Evidence(List.of(), false, ANSWERS);
      default -> NONE;
    };
  }
}
