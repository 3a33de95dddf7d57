package io.lida.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How right each strategy of pooling would have been about the runs whose questions have since been
 * answered, {@code lida.skill/v1}: their last stances pooled again, and no model asked.
 *
 * <p>A strategy that looks best here was chosen on the very runs it is judged on; whether it is
 * better shows on others.
 *
 * @param read how many runs were looked at, the newest first
 * @param resolved how many of them have an outcome and somebody who spoke
 * @param baseRate the share of those that came true; absent without any
 * @param strategies the 169 in their usual order; none without a resolved run
 */
public record Skill(
    String schema, int read, int resolved, @Nullable Double baseRate, List<OfStrategy> strategies) {
  /** The document's name. */
  public static final String SCHEMA = "lida.skill/v1";

  public Skill {
    strategies = List.copyOf(strategies);
  }

  /**
   * One strategy.
   *
   * @param n the runs about which it says anything
   * @param brier the mean of {@code (p - o)^2}, from 0, the best, to 1 (Brier 1950); absent where n
   *     is 0
   * @param overBaseRate {@code 1 - brier / brier of the reference}, which for every run says the
   *     share of those n that came true: 1 is perfect, 0 no better, below 0 worse; absent where the
   *     reference misses nothing
   * @param overMean the same against the plain mean of the opinions, {@code linear.equal}
   * @param fallbacks in how many of them its weighting had nothing to go by, so that it weighed all
   *     alike
   */
  public record OfStrategy(
      String strategy,
      int n,
      @Nullable Double brier,
      @Nullable Double overBaseRate,
      @Nullable Double overMean,
      int fallbacks) {}
}
