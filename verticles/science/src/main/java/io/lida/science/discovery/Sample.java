package io.lida.science.discovery;

import io.lida.science.Checks;
import io.lida.science.Refusal;
import java.util.List;

/**
 * Observations, a column for each variable in the order of their names.
 *
 * @param variables sorted
 * @param columns of the means taken away; at least ten observations for each variable
 * @param covariance of the columns; none of them is constant or settled by others
 */
public record Sample(List<String> variables, double[][] columns, Covariance covariance) {
  private static final String CODE = "invalid_input";
  private static final double NOTHING = 1e-12;

  /**
   * Observations.
   *
   * @param rows one each, its values in the order of the names
   * @throws Refusal {@code empty_input}, {@code too_few}, {@code too_large}, {@code constant} and
   *     {@code collinear} as for {@link Covariance#of}
   */
  public static Sample of(List<String> names, double[][] rows) {
    List<String> checked = Names.checked(names);
    if (rows.length == 0) {
      throw new Refusal("empty_input", "there are no observations");
    }
    for (double[] row : rows) {
      Checks.length(Checks.finite(row, CODE), checked.size(), "a row", CODE);
    }
    Names.enough(rows.length, checked.size());
    int[] sorted = Names.sorted(checked);
    double[][] columns = new double[sorted.length][];
    for (int place = 0; place < sorted.length; place++) {
      columns[place] = centred(checked.get(sorted[place]), rows, sorted[place]);
    }
    List<String> variables = checked.stream().sorted().toList();
    return new Sample(variables, columns, Covariance.of(variables, products(columns), rows.length));
  }

  private static double[] centred(String name, double[][] rows, int place) {
    double largest = 0;
    double mean = 0;
    for (double[] row : rows) {
      mean += row[place] / rows.length;
      largest = Math.max(largest, Math.abs(row[place]));
    }
    double[] column = new double[rows.length];
    double farthest = 0;
    for (int i = 0; i < column.length; i++) {
      column[i] = rows[i][place] - mean;
      farthest = Math.max(farthest, Math.abs(column[i]));
    }
    if (farthest <= NOTHING * largest) {
      throw new Refusal("constant", name + " does not vary; leave it out");
    }
    return column;
  }

  private static double[][] products(double[][] columns) {
    double[][] products = new double[columns.length][columns.length];
    for (int i = 0; i < columns.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        products[i][j] = Moments.product(columns[i], columns[j]);
      }
    }
    return products;
  }
}
