package io.lida.science.causal;

import io.lida.science.Checks;
import io.lida.science.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Successes counted by stratum of the covariates and by treatment.
 *
 * <p>With the propensity and the outcome saturated in the covariates, standardisation, inverse
 * weighting and their doubly robust mixture are one number; only trimming sets them apart.
 */
public final class Strata {
  private static final double LEAST = 0.01;

  /**
   * A count.
   *
   * @param successes at most {@code n}
   * @param n how many units; a count of 0 is as if it were absent
   */
  public record Cell(String stratum, boolean treated, double successes, double n) {
    public Cell {
      Checks.within(n, 0, 1e15, "n", "invalid_input");
      Checks.within(successes, 0, n, "y1", "invalid_input");
    }
  }

  /** A mean under each treatment, and what the treatment does: their difference. */
  public record Effect(double treated, double control) {
    public double effect() {
      return treated - control;
    }
  }

  /** An estimate, and of how many units the propensity was kept within 0.01 and 0.99. */
  public record Weighted(Effect effect, double trimmed) {}

  /** Units and successes of one treatment. */
  private record Arm(double n, double successes) {
    static final Arm NONE = new Arm(0, 0);

    Arm plus(Arm other) {
      return new Arm(n + other.n, successes + other.successes);
    }

    double mean() {
      return successes / n;
    }
  }

  private record Stratum(Arm treated, Arm control) {
    double n() {
      return treated.n() + control.n();
    }
  }

  private final Map<String, Stratum> strata = new LinkedHashMap<>();
  private final double units;

  /**
   * Adds counts up; the same stratum and treatment may come more than once.
   *
   * @throws Refusal {@code empty_input} when one of the treatments has no unit
   */
  public Strata(List<Cell> cells) {
    Stratum all = new Stratum(Arm.NONE, Arm.NONE);
    for (Cell cell : cells) {
      if (cell.n() > 0) {
        Stratum one = stratum(cell);
        strata.merge(cell.stratum(), one, Strata::sum);
        all = sum(all, one);
      }
    }
    if (all.treated().n() == 0 || all.control().n() == 0) {
      throw new Refusal("empty_input", "both treatments need units");
    }
    units = all.n();
  }

  private static Stratum stratum(Cell cell) {
    Arm arm = new Arm(cell.n(), cell.successes());
    return cell.treated() ? new Stratum(arm, Arm.NONE) : new Stratum(Arm.NONE, arm);
  }

  private static Stratum sum(Stratum one, Stratum other) {
    return new Stratum(one.treated().plus(other.treated()), one.control().plus(other.control()));
  }

  /** The means as they are, whatever the covariates. */
  public Effect naive() {
    Stratum all = strata.values().stream().reduce(new Stratum(Arm.NONE, Arm.NONE), Strata::sum);
    return new Effect(all.treated().mean(), all.control().mean());
  }

  /**
   * {@code sum_z P(z) E[Y | t, z]} (Robins 1986; Pearl 1995).
   *
   * @throws Refusal {@code positivity}, naming the stratum that one treatment lacks
   */
  public Effect standardized() {
    double treated = 0;
    double control = 0;
    for (Map.Entry<String, Stratum> entry : strata.entrySet()) {
      Stratum stratum = positive(entry);
      treated += stratum.n() / units * stratum.treated().mean();
      control += stratum.n() / units * stratum.control().mean();
    }
    return new Effect(treated, control);
  }

  /**
   * Units weighed by the inverse of how probable their treatment was, each mean divided by its sum
   * of weights (Hajek 1971), or by the number of units (Horvitz and Thompson 1952).
   */
  public Weighted inverseWeighted(boolean hajek) {
    double[] sums = new double[4];
    double trimmed = 0;
    for (Map.Entry<String, Stratum> entry : strata.entrySet()) {
      Stratum stratum = positive(entry);
      double raw = stratum.treated().n() / stratum.n();
      double e = Math.clamp(raw, LEAST, 1 - LEAST);
      trimmed += e == raw ? 0 : stratum.n();
      sums[0] += stratum.treated().successes() / e;
      sums[1] += stratum.treated().n() / e;
      sums[2] += stratum.control().successes() / (1 - e);
      sums[3] += stratum.control().n() / (1 - e);
    }
    Effect effect =
        hajek
            ? new Effect(sums[0] / sums[1], sums[2] / sums[3])
            : new Effect(sums[0] / units, sums[2] / units);
    return new Weighted(effect, trimmed);
  }

  /** The doubly robust estimate; its residuals sum to 0 here, so it is {@link #standardized}. */
  public Weighted doublyRobust() {
    return new Weighted(standardized(), inverseWeighted(true).trimmed());
  }

  private static Stratum positive(Map.Entry<String, Stratum> entry) {
    Stratum stratum = entry.getValue();
    if (stratum.treated().n() == 0 || stratum.control().n() == 0) {
      throw new Refusal("positivity", "in " + entry.getKey() + " nobody has one of the treatments");
    }
    return stratum;
  }
}
