package io.lida.science.causal;

import io.lida.science.Checks;
import io.lida.science.Refusal;
import java.util.List;

/** What would undo an effect, and what an effect is through a mediator. */
public final class Sensitivity {
  private Sensitivity() {}

  /**
   * How strongly something unseen would have to go with both treatment and outcome to explain a
   * risk ratio away: {@code RR + sqrt(RR (RR - 1))}, of a ratio below 1 its inverse (VanderWeele
   * and Ding 2017).
   */
  public static double eValue(double riskRatio) {
    double ratio = Checks.positive(riskRatio, "the risk ratio", "invalid_input");
    double above = ratio < 1 ? 1 / ratio : ratio;
    return above + Math.sqrt(above * (above - 1));
  }

  /**
   * A row of a table for the front door.
   *
   * @param p the probability of this treatment and mediator
   * @param y that of the outcome given both
   */
  public record Row(double treatment, double mediator, double p, double y) {}

  /** The outcome's probability under a treatment of 1 and of 0. */
  public record FrontDoor(double ifTreated, double ifNot) {}

  /**
   * {@code sum_z P(z|x) sum_x' P(y|x',z) P(x')} (Pearl 1995).
   *
   * @param rows whose p sum to 1 within 1e-9, each treatment with each mediator
   */
  public static FrontDoor frontDoor(List<Row> rows) {
    double sum = 0;
    for (Row row : rows) {
      sum += Checks.within(row.p(), 0, 1, "p", "invalid_probability");
      Checks.within(row.y(), 0, 1, "y", "invalid_probability");
    }
    if (rows.isEmpty()) {
      throw new Refusal("empty_input", "the table is empty");
    }
    if (Math.abs(sum - 1) > 1e-9) {
      throw new Refusal("invalid_probability", "p sums to " + sum + " and must sum to 1");
    }
    return new FrontDoor(under(1, rows), under(0, rows));
  }

  private static double under(double treatment, List<Row> rows) {
    double share = share(treatment, rows);
    if (share == 0) {
      throw new Refusal("positivity", "nobody has treatment " + treatment);
    }
    double value = 0;
    for (Row row : rows) {
      if (row.treatment() == treatment) {
        double mixed = 0;
        for (Row other : rows) {
          mixed +=
              other.mediator() == row.mediator() ? other.y() * share(other.treatment(), rows) : 0;
        }
        value += row.p() / share * mixed;
      }
    }
    return value;
  }

  private static double share(double treatment, List<Row> rows) {
    return rows.stream().filter(row -> row.treatment() == treatment).mapToDouble(Row::p).sum();
  }
}
