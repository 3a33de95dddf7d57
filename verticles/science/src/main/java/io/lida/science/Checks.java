package io.lida.science;

/** Refusals that several parts of the field share; each returns what it was given. */
public final class Checks {
  private static final double TOLERANCE = 1e-9;

  private Checks() {}

  /** Refuses an empty vector ({@code empty_input}) and one with a value that is not finite. */
  public static double[] finite(double[] values, String code) {
    if (values.length == 0) {
      throw new Refusal("empty_input", "at least one value is needed");
    }
    for (double value : values) {
      finite(value, code);
    }
    return values;
  }

  /** Refuses what is not finite. */
  public static double finite(double value, String code) {
    if (!Double.isFinite(value)) {
      throw new Refusal(code, value + " is not a finite number");
    }
    return value;
  }

  /** Refuses what is outside the bounds, both included. */
  public static double within(double value, double least, double most, String name, String code) {
    if (!(value >= least && value <= most)) {
      throw new Refusal(code, name + " must be from " + least + " to " + most + ", not " + value);
    }
    return value;
  }

  /** Refuses what is not finite and above 0. */
  public static double positive(double value, String name, String code) {
    if (!(value > 0 && Double.isFinite(value))) {
      throw new Refusal(code, name + " must be above 0, not " + value);
    }
    return value;
  }

  /** Refuses all but a square matrix of numbers that are finite and not negative. */
  public static double[][] nonNegativeSquare(double[][] matrix, String code) {
    for (double[] row : matrix) {
      if (row.length != matrix.length) {
        throw new Refusal(code, "the matrix must be square");
      }
      for (double entry : finite(row, code)) {
        within(entry, 0, Double.MAX_VALUE, "an entry", code);
      }
    }
    if (matrix.length == 0) {
      throw new Refusal("empty_input", "the matrix is empty");
    }
    return matrix;
  }

  /** Refuses all but a square matrix whose rows are shares that sum to 1 within 1e-9. */
  public static double[][] rowStochastic(double[][] matrix, String code) {
    for (double[] row : nonNegativeSquare(matrix, code)) {
      double sum = 0;
      for (double entry : row) {
        sum += entry;
      }
      if (Math.abs(sum - 1) > TOLERANCE) {
        throw new Refusal(code, "a row sums to " + sum + " and must sum to 1");
      }
    }
    return matrix;
  }

  /** Refuses a vector of another length. */
  public static double[] length(double[] values, int length, String name, String code) {
    if (values.length != length) {
      throw new Refusal(code, name + " must have " + length + " values, not " + values.length);
    }
    return values;
  }
}
