package io.lida.science.pooling;

import io.lida.science.Checks;
import io.lida.science.Refusal;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Prelec's Bayesian truth serum (2004): who gives an answer that is more common than foreseen, and
 * foresees well, scores high.
 *
 * <p>{@code ln(x_a/g_a) + alpha sum_k x_k ln(y_ik/x_k)}: a the own answer, x the shares of answers,
 * y_i what i predicted, g the geometric mean of all predictions; predictions are at least 1e-6.
 */
public final class TruthSerum {
  private static final double FLOOR = 1e-6;

  private TruthSerum() {}

  /**
   * The scores.
   *
   * @param answers of each, by number from 0
   * @param predictions by respondent, the share of each answer; {@code invalid_probability} unless
   *     within 0 and 1
   */
  public static double[] scores(int[] answers, double[][] predictions, double alpha) {
    if (answers.length == 0) {
      throw new Refusal("empty_input", "nobody answered");
    }
    if (predictions.length != answers.length) {
      throw new Refusal("invalid_input", "predictions must have one row for each answer");
    }
    int options = predictions[0].length;
    double[] shares = new double[options];
    double[][] foreseen = new double[answers.length][options];
    double[] logMean = new double[options];
    for (int i = 0; i < answers.length; i++) {
      if (answers[i] < 0 || answers[i] >= options) {
        throw new Refusal("invalid_input", "answer " + answers[i] + " has no prediction");
      }
      shares[answers[i]] += 1.0 / answers.length;
      Checks.length(predictions[i], options, "each prediction", "invalid_input");
      for (int k = 0; k < options; k++) {
        double said = predictions[i][k];
        foreseen[i][k] =
            Math.max(FLOOR, Checks.within(said, 0, 1, "a prediction", "invalid_probability"));
        logMean[k] += Math.log(foreseen[i][k]) / answers.length;
      }
    }
    double[] scores = new double[answers.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = Math.log(shares[answers[i]]) - logMean[answers[i]];
      for (int k = 0; k < options; k++) {
        scores[i] += shares[k] == 0 ? 0 : alpha * shares[k] * Math.log(foreseen[i][k] / shares[k]);
      }
    }
    return scores;
  }

  /** Weights of scores: their exponentials, measured by the largest. */
  public static Weights weights(double[] scores) {
    return Weights.of(exponentials(scores));
  }

  private static double[] exponentials(double[] scores) {
    double most = Arrays.stream(scores).max().orElse(0);
    return Arrays.stream(scores).map(score -> Math.exp(score - most)).toArray();
  }

  /** Of a panel in which an opinion of at least 1/2 is a yes; who predicted nothing has none. */
  static double[] raw(Panel panel) {
    double[] predicted = panel.orMissing(panel.predictedYes());
    int[] known =
        IntStream.range(0, panel.size()).filter(i -> !Double.isNaN(predicted[i])).toArray();
    double[] raw = panel.orMissing(new double[0]);
    if (known.length == 0) {
      return raw;
    }
    int[] answers = Arrays.stream(known).map(i -> panel.p()[i] >= 0.5 ? 1 : 0).toArray();
    double[][] predictions =
        Arrays.stream(known)
            .mapToObj(i -> new double[] {1 - predicted[i], predicted[i]})
            .toArray(double[][]::new);
    double[] weights = exponentials(scores(answers, predictions, 1));
    for (int place = 0; place < known.length; place++) {
      raw[known[place]] = weights[place];
    }
    return raw;
  }
}
