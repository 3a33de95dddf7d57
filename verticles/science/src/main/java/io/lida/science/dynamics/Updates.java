package io.lida.science.dynamics;

import io.lida.science.Checks;
import io.lida.science.Refusal;

/** How one belief takes one message, and how a group takes what it hears in a biased way. */
public final class Updates {
  private Updates() {}

  /**
   * A mean and the variance around it.
   *
   * @param variance above 0
   */
  public record Estimate(double mean, double variance) {}

  /**
   * Bayes' rule in log odds, tempered by a learning rate: {@code logit b' = logit b + eta ln LR}
   * (Bissiri, Holmes and Walker 2016). A certainty of 0 or 1 stays (Cromwell's rule).
   *
   * @param likelihoodRatio above 0
   * @param eta at least 0
   */
  public static double bayes(double belief, double likelihoodRatio, double eta) {
    Checks.within(belief, 0, 1, "the prior", "invalid_probability");
    Checks.positive(likelihoodRatio, "the likelihood ratio", "invalid_input");
    Checks.within(eta, 0, Double.MAX_VALUE, "the learning rate", "invalid_input");
    if (belief == 0 || belief == 1) {
      return belief;
    }
    double logit = Math.log(belief / (1 - belief)) + eta * Math.log(likelihoodRatio);
    return 1 / (1 + Math.exp(-logit));
  }

  /** Two normal estimates made one, each weighed by its precision (Kalman 1960). */
  public static Estimate precision(Estimate belief, Estimate message) {
    double own = 1 / variance(belief);
    double heard = 1 / variance(message);
    double mean = (belief.mean() * own + message.mean() * heard) / (own + heard);
    return new Estimate(Checks.finite(mean, "invalid_input"), 1 / (own + heard));
  }

  private static double variance(Estimate estimate) {
    Checks.finite(estimate.mean(), "invalid_input");
    return Checks.positive(estimate.variance(), "a variance", "invalid_input");
  }

  /**
   * One step in which each takes support of its own side for more than it is: {@code x' = (w_ii x +
   * x^b s) / (w_ii + x^b s + (1-x)^b (d-s))}, s the opinions heard, d all who are heard (Dandekar,
   * Goel and Lee 2013). Who hears nothing that counts stays.
   *
   * @param x from 0 to 1
   * @param w weights, at least 0
   * @param b biases, at least 0
   */
  public static double[] biasedAssimilation(double[] x, double[][] w, double[] b) {
    Checks.finite(x, "invalid_probability");
    Checks.nonNegativeSquare(w, "invalid_weights");
    Checks.length(x, w.length, "x", "invalid_input");
    Checks.length(b, w.length, "b", "invalid_input");
    double[] next = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      Checks.within(x[i], 0, 1, "an opinion", "invalid_probability");
      Checks.within(b[i], 0, Double.MAX_VALUE, "a bias", "invalid_input");
      next[i] = assimilated(i, x, w[i], b[i]);
    }
    return next;
  }

  private static double assimilated(int i, double[] x, double[] w, double b) {
    double support = 0;
    double heard = 0;
    for (int j = 0; j < x.length; j++) {
      if (j != i) {
        support += w[j] * x[j];
        heard += w[j];
      }
    }
    double yes = Math.pow(x[i], b) * support;
    double no = Math.pow(1 - x[i], b) * (heard - support);
    double all = w[i] + yes + no;
    return all > 0 ? Math.clamp((w[i] * x[i] + yes) / all, 0, 1) : x[i];
  }

  /**
   * One belief after it heard another: nearer than {@code assimilate} it is drawn, further than
   * {@code contrast} it is put off, both bounds strict, and between it stays (Sherif and Hovland
   * 1961; Jager and Amblard 2005).
   *
   * @param mu from 0 to 1, how much of the difference
   */
  public static double socialJudgment(
      double x, double other, double assimilate, double contrast, double mu) {
    Checks.within(x, 0, 1, "x", "invalid_probability");
    Checks.within(other, 0, 1, "another opinion", "invalid_probability");
    Checks.within(mu, 0, 1, "mu", "invalid_input");
    if (!(assimilate >= 0 && contrast >= assimilate)) {
      throw new Refusal(
          "invalid_input",
          "0 <= assimilate <= contrast is needed, not " + assimilate + ", " + contrast);
    }
    double difference = other - x;
    if (Math.abs(difference) < assimilate) {
      return x + mu * difference;
    }
    return Math.abs(difference) > contrast ? Math.clamp(x - mu * difference, 0, 1) : x;
  }
}
