package io.lida.science.pooling;

import io.lida.science.Checks;
import io.lida.science.Refusal;
import java.util.Arrays;

/**
 * The contribution weighted model (Budescu and Chen 2015): by how much the group's score falls
 * without somebody, {@code S = 1 - (mean forecast - outcome)^2}, over the questions they forecast.
 *
 * @param contribution of each; NaN for who never forecast beside another
 */
public record Contribution(double[] contribution) {
  /**
   * The contributions.
   *
   * @param forecasts by forecaster and question; NaN where one gave none
   * @param outcomes 0 or 1
   */
  public static Contribution of(double[][] forecasts, double[] outcomes) {
    if (forecasts.length == 0 || outcomes.length == 0) {
      throw new Refusal("empty_input", "there are no forecasts of resolved questions");
    }
    for (double[] row : forecasts) {
      Checks.length(row, outcomes.length, "each forecaster's row", "invalid_input");
      for (double forecast : row) {
        if (!Double.isNaN(forecast)) {
          Checks.within(forecast, 0, 1, "a forecast", "invalid_probability");
        }
      }
    }
    double[] sums = new double[forecasts.length];
    int[] counts = new int[forecasts.length];
    for (int question = 0; question < outcomes.length; question++) {
      Checks.within(outcomes[question], 0, 1, "an outcome", "invalid_probability");
      add(forecasts, question, outcomes[question], sums, counts);
    }
    double[] contribution = new double[forecasts.length];
    Arrays.setAll(contribution, j -> counts[j] == 0 ? Double.NaN : sums[j] / counts[j]);
    return new Contribution(contribution);
  }

  private static void add(
      double[][] forecasts, int question, double outcome, double[] sums, int[] counts) {
    double sum = 0;
    int given = 0;
    for (double[] row : forecasts) {
      if (!Double.isNaN(row[question])) {
        sum += row[question];
        given++;
      }
    }
    for (int j = 0; j < forecasts.length && given > 1; j++) {
      double own = forecasts[j][question];
      if (!Double.isNaN(own)) {
        sums[j] += score(sum / given, outcome) - score((sum - own) / (given - 1), outcome);
        counts[j]++;
      }
    }
  }

  private static double score(double forecast, double outcome) {
    return 1 - (forecast - outcome) * (forecast - outcome);
  }

  double[] raw() {
    return Arrays.stream(contribution).map(one -> one < 0 ? 0 : one).toArray();
  }

  /** Shares of those who helped. */
  public Weights weights() {
    return Weights.of(raw());
  }
}
