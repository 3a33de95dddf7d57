package io.lida.science.pooling;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The 13 ways to make several probabilities one. Formulas and sources stand at each; w are the
 * normalised weights.
 *
 * <p>The log-type ones keep probabilities within {@code [epsilon, 1 - epsilon]} and flag {@code
 * clipped=true}; a single opinion is returned as it is by all but extremized, beta_linear,
 * bayes_odds, dempster_shafer and confident_majority. Over more than two options an operator is
 * applied to each option and the result made to sum to 1, unless it says otherwise.
 */
public enum Operator {
  /** The weighted mean (Stone 1961). */
  LINEAR(new Means.Linear()),
  /** {@code s(sum w logit p)} (Bacharach 1972; Genest 1984). */
  LOGARITHMIC(new LogOdds(LogOdds.Kind.PLAIN)),
  /** {@code h1/(h1+h0)}, h the weighted harmonic means (Cooke 1991). */
  HARMONIC(new Means.Harmonic()),
  /**
   * {@code m1/(m1+m0)}, m the power means of exponent r (Cooke 1991; Neyman and Roughgarden 2023).
   */
  POWER(new Means.Power()),
  /** The weighted median (Galton 1907; Hora et al. 2013). */
  MEDIAN(new Robust.Median()),
  /** The mean without alpha of the weight at each end (Jose and Winkler 2008). */
  TRIMMED(new Robust.Trimmed()),
  /** The mean with alpha of the weight at each end moved in (Jose and Winkler 2008). */
  WINSORIZED(new Robust.Winsorized()),
  /** {@code s(a sum w logit p)} (Baron et al. 2014; Satopaa et al. 2014). */
  EXTREMIZED(new LogOdds(LogOdds.Kind.EXTREMIZED)),
  /** The regularised incomplete beta function of the mean (Ranjan and Gneiting 2010). */
  BETA_LINEAR(new Means.BetaLinear()),
  /** {@code s(l0 + sum n w (logit p - l0))} (Bordley 1982; Easwaran et al. 2016). */
  BAYES_ODDS(new LogOdds(LogOdds.Kind.ODDS)),
  /** Dempster's rule on discounted sources, made a bet (Dempster 1967; Shafer 1976; Smets 1994). */
  DEMPSTER_SHAFER(new DempsterShafer()),
  /** The most cautious point of the central band (Jaynes 1957; Levi 1980). */
  MAX_ENTROPY(new Robust.MaxEntropy()),
  /** A vote of those who are confident (Koriat 2012; Chen, Saha and Bansal 2024). */
  CONFIDENT_MAJORITY(new ConfidentMajority());

  private final Rule rule;

  Operator(Rule rule) {
    this.rule = rule;
  }

  /** As it is written in a strategy, such as {@code beta_linear}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The operator with this id. */
  public static Optional<Operator> named(String id) {
    return Arrays.stream(values()).filter(operator -> operator.id().equals(id)).findFirst();
  }

  /** The names of its parameters and what holds without a word. */
  public Map<String, Double> defaults() {
    return new LinkedHashMap<>(rule.defaults());
  }

  /** Pools probabilities of a yes; weights need not sum to 1. */
  public Pooled pool(double[] p, double[] weights, Parameters parameters) {
    return pooled(Opinions.of(p, weights), parameters);
  }

  /** Pools distributions over the same options; weights need not sum to 1. */
  public Pooled poolDistributions(double[][] q, double[] weights, Parameters parameters) {
    return pooled(Opinions.of(q, weights), parameters);
  }

  private Pooled pooled(Opinions opinions, Parameters parameters) {
    Rule.Result result = rule.pool(opinions, parameters);
    List<String> flags = Stream.concat(opinions.flags().stream(), result.flags().stream()).toList();
    return new Pooled(
        result.distribution(),
        id(),
        parameters.values(),
        opinions.weights(),
        opinions.count(),
        result.conflict(),
        flags);
  }
}
