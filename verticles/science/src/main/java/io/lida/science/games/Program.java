package io.lida.science.games;

import io.lida.science.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.optim.LocalizedOptimFormats;
import org.hipparchus.optim.MaxIter;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.NonNegativeConstraint;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;
import org.hipparchus.optim.nonlinear.scalar.GoalType;

/** A linear program over shares: probabilities that sum to 1, and what must not be negative. */
final class Program {
  private static final double PRECISION = 1e-9;
  private static final int MOST_STEPS = 100_000;

  private final int shares;
  private final List<LinearConstraint> constraints = new ArrayList<>();

  Program(int shares) {
    this.shares = shares;
    double[] ones = new double[shares];
    Arrays.fill(ones, 1);
    constraints.add(new LinearConstraint(ones, Relationship.EQ, 1));
  }

  /** Asks that this combination of shares be at least 0. */
  void notNegative(double[] combination) {
    constraints.add(new LinearConstraint(combination, Relationship.GEQ, 0));
  }

  /** The shares that make this combination largest, if any are allowed. */
  Optional<double[]> maximize(double[] combination) {
    try {
      double[] point =
          new SimplexSolver(PRECISION)
              .optimize(
                  new LinearObjectiveFunction(combination, 0),
                  new LinearConstraintSet(constraints),
                  GoalType.MAXIMIZE,
                  new NonNegativeConstraint(true),
                  new MaxIter(MOST_STEPS))
              .getPoint();
      return Optional.of(clean(point));
    } catch (MathRuntimeException unsolved) {
      if (unsolved.getSpecifier() == LocalizedOptimFormats.NO_FEASIBLE_SOLUTION) {
        return Optional.empty();
      }
      throw new Refusal("not_converged", "the linear program was not solved: " + unsolved);
    }
  }

  /** Rounding may leave a share a little below 0. */
  private double[] clean(double[] point) {
    double[] clean = new double[shares];
    double sum = 0;
    for (int i = 0; i < shares; i++) {
      clean[i] = Math.max(0, point[i]);
      sum += clean[i];
    }
    for (int i = 0; i < shares; i++) {
      clean[i] /= sum;
    }
    return clean;
  }
}
