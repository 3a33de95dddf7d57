package io.lida.science.dynamics;

import io.lida.science.Checks;
import io.lida.science.Refusal;

/**
 * Susceptibilities that make a course of opinions most like one of {@link FriedkinJohnsen}: for
 * each opinion by least squares {@code x_i(t+1) - x_i(0) = l_i ((W x(t))_i - x_i(0))}, clamped to
 * [0, 1].
 *
 * @param susceptibility of each; NaN where those it hears never differed from where it began
 * @param explained {@code 1 - SSE / SST}, SST the squared distance of all later opinions from where
 *     each began; NaN where nothing moved
 */
public record InfluenceFit(double[] susceptibility, double explained) {
  /**
   * Fits.
   *
   * @param course opinions by step and member, at least two steps
   * @param w row-stochastic, who hears whom
   * @throws Refusal {@code empty_input} for fewer steps, {@code invalid_input} for rows of another
   *     length or what is no number, {@code invalid_weights} for w
   */
  public static InfluenceFit of(double[][] course, double[][] w) {
    Checks.rowStochastic(w, "invalid_weights");
    if (course.length < 2) {
      throw new Refusal("empty_input", "a course needs two steps or more");
    }
    for (double[] step : course) {
      Checks.length(Checks.finite(step, "invalid_input"), w.length, "a step", "invalid_input");
    }
    int n = w.length;
    double[] products = new double[n];
    double[] squares = new double[n];
    double moved = 0;
    for (int step = 0; step + 1 < course.length; step++) {
      double[] heard = Degroot.step(w, course[step]);
      for (int i = 0; i < n; i++) {
        double pull = heard[i] - course[0][i];
        double way = course[step + 1][i] - course[0][i];
        products[i] += pull * way;
        squares[i] += pull * pull;
        moved += way * way;
      }
    }
    double[] susceptibility = new double[n];
    for (int i = 0; i < n; i++) {
      susceptibility[i] = squares[i] == 0 ? Double.NaN : Math.clamp(products[i] / squares[i], 0, 1);
    }
    return new InfluenceFit(susceptibility, explained(course, w, susceptibility, moved));
  }

  private static double explained(
      double[][] course, double[][] w, double[] susceptibility, double moved) {
    double missed = 0;
    for (int step = 0; step + 1 < course.length; step++) {
      double[] heard = Degroot.step(w, course[step]);
      for (int i = 0; i < heard.length; i++) {
        double pull = Double.isNaN(susceptibility[i]) ? 0 : susceptibility[i];
        double expected = course[0][i] + pull * (heard[i] - course[0][i]);
        missed += (course[step + 1][i] - expected) * (course[step + 1][i] - expected);
      }
    }
    return moved == 0 ? Double.NaN : 1 - missed / moved;
  }

  /** Everybody hears everybody, themselves included, alike. */
  public static double[][] equalWeights(int members) {
    double[][] w = new double[members][members];
    for (double[] row : w) {
      java.util.Arrays.fill(row, 1.0 / members);
    }
    return w;
  }
}
