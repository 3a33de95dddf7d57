package io.lida.science.pooling;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/** The 13 ways to say how much each opinion counts. Formulas and sources stand at each. */
public enum Weighting {
  /** All alike (Dawes 1979; Clemen 1989). */
  EQUAL(panel -> ones(panel.size())),
  /** What one knows of the question (French 1985). */
  EXPERTISE(panel -> panel.orMissing(panel.expertise())),
  /** How sure one says to be (Koriat 2012). */
  SELF_CONFIDENCE(panel -> panel.orMissing(panel.confidence())),
  /**
   * {@code max(0, m/(m+kappa) (1 - b/0.25))}, b the mean Brier score of m forecasts (Brier 1950).
   */
  TRACK_RECORD(Weighting::trackRecord),
  /** {@code 1/(v + epsilon)}, v the variance of repeated answers (Bates and Granger 1969). */
  INVERSE_VARIANCE(
      panel -> map(panel.orMissing(panel.variance()), v -> 1 / (v + panel.settings().epsilon()))),
  /** Calibration times information on seed questions, or on earlier forecasts (Cooke 1991). */
  COOKE(Weighting::cooke),
  /** Whom those who are trusted trust (DeGroot 1974; Golub and Jackson 2010). */
  DEGROOT_TRUST(panel -> panel.trust().length == 0 ? none(panel) : Trust.of(panel.trust())),
  /** {@code exp} of the truth serum's score (Prelec 2004; Martinie et al. 2020). */
  SURPRISINGLY_POPULAR(TruthSerum::raw),
  /** What the group's score loses without one (Budescu and Chen 2015). */
  CONTRIBUTION(Weighting::contribution),
  /** {@code 2^(-age/h)} (Brown 1959). */
  RECENCY(
      panel ->
          map(
              panel.orMissing(panel.age()),
              age -> Math.pow(2, -age / panel.settings().halfLife()))),
  /** {@code 1 / sum_j max(0, Z_ij)} (Leinster and Cobbold 2012; Clemen and Winkler 1985). */
  DIVERSITY(Diversity::raw),
  /** {@code 1 - H(p)/ln 2} (Shannon 1948). */
  ENTROPY(panel -> map(panel.p(), Weighting::certainty)),
  /** Each role alike, however many hold it (Holt and Smith 1979). */
  ROLE_BALANCED(Weighting::roleBalanced);

  private final Function<Panel, double[]> raw;

  Weighting(Function<Panel, double[]> raw) {
    this.raw = raw;
  }

  /** As it is written in a strategy, such as {@code track_record}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The weighting with this id. */
  public static Optional<Weighting> named(String id) {
    return Arrays.stream(values()).filter(weighting -> weighting.id().equals(id)).findFirst();
  }

  /** The shares of a panel. */
  public Weights of(Panel panel) {
    return Weights.of(raw.apply(panel));
  }

  private static double[] trackRecord(Panel panel) {
    double[] brier = panel.orMissing(panel.meanBrier());
    double[] resolved = panel.orMissing(panel.resolved());
    double[] raw = new double[panel.size()];
    for (int i = 0; i < raw.length; i++) {
      double m = resolved[i];
      double seen = m == 0 ? 0 : m / (m + panel.settings().kappa());
      raw[i] = m == 0 ? 0 : Math.max(0, seen * (1 - brier[i] / 0.25));
    }
    return raw;
  }

  private static double[] cooke(Panel panel) {
    if (panel.quantiles().length > 0) {
      return Cooke.of(panel.quantiles(), panel.realizations(), panel.settings().cutoff()).raw();
    }
    return panel.history().length == 0
        ? none(panel)
        : CalibratedForecasts.of(panel.history(), panel.outcomes()).raw();
  }

  private static double[] contribution(Panel panel) {
    return panel.history().length == 0
        ? none(panel)
        : Contribution.of(panel.history(), panel.outcomes()).raw();
  }

  private static double[] roleBalanced(Panel panel) {
    if (panel.roles().isEmpty()) {
      return none(panel);
    }
    return panel.roles().stream()
        .mapToDouble(
            role -> 1.0 / panel.roles().stream().filter(other -> other.equals(role)).count())
        .toArray();
  }

  private static double certainty(double p) {
    return Math.max(0, 1 + (part(p) + part(1 - p)) / Math.log(2));
  }

  private static double part(double p) {
    return p == 0 ? 0 : p * Math.log(p);
  }

  private static double[] none(Panel panel) {
    return panel.orMissing(new double[0]);
  }

  private static double[] ones(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static double[] map(double[] values, DoubleUnaryOperator each) {
    return Arrays.stream(values).map(each).toArray();
  }
}
