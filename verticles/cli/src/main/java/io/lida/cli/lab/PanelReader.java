package io.lida.cli.lab;

import static io.lida.cli.lab.Field.optional;

import io.lida.science.pooling.Panel;
import java.util.List;

/** Reads a panel: opinions with all that a weighting may look at. */
final class PanelReader {
  static final List<Field> FIELDS =
      List.of(
          optional("p", "[number]", "the probability of a yes, of each; must be there"),
          optional("expertise", "[number]", "on the question"),
          optional("confidence", "[number]", "as stated, 0 to 1"),
          optional("mean_brier", "[number]", "of earlier forecasts"),
          optional("resolved", "[number]", "how many forecasts that was"),
          optional("variance", "[number]", "of repeated answers"),
          optional("age", "[number]", "of the opinion"),
          optional("predicted_yes", "[number]", "which share each expects to say yes"),
          optional("quantiles", "[[[number]]]", "by expert, seed question and quantile"),
          optional("realizations", "[number]", "of the seed questions"),
          optional("trust", "[[number]]", "whom each trusts how much"),
          optional("history", "[[number]]", "earlier forecasts, by expert and question"),
          optional("outcomes", "[number]", "of those questions"),
          optional("similarity", "[[number]]", "between opinions, 1 for the same"),
          optional("roles", "[string]", "of each"),
          optional("kappa", "number", "of track_record, without it 4"),
          optional("epsilon_variance", "number", "of inverse_variance, without it 0.0001"),
          optional("cutoff", "number", "of cooke, without it 0"),
          optional("half_life", "number", "of recency, without it 1"));

  private PanelReader() {}

  /** The panel of an input, or of its field {@code panel}. */
  static Panel read(Given given) {
    Given panel = given.maybe("panel").orElse(given);
    double[] outcomes = vector(panel, "outcomes");
    double[] p = panel.at("p").refusing("invalid_probability").vector();
    return new Panel(
        p,
        vector(panel, "expertise"),
        vector(panel, "confidence"),
        vector(panel, "mean_brier"),
        vector(panel, "resolved"),
        vector(panel, "variance"),
        vector(panel, "age"),
        vector(panel, "predicted_yes"),
        panel.maybe("quantiles").map(PanelReader::cube).orElse(new double[0][][]),
        vector(panel, "realizations"),
        panel.maybe("trust").map(Given::matrix).orElse(new double[0][]),
        panel
            .maybe("history")
            .map(history -> byForecaster(history, outcomes.length))
            .orElse(new double[0][]),
        outcomes,
        panel.maybe("similarity").map(Given::matrix).orElse(new double[0][]),
        panel.maybe("roles").map(Given::texts).orElse(List.of()),
        new Panel.Settings(
            panel.number("kappa", Panel.Settings.USUAL.kappa()),
            panel.number("epsilon_variance", Panel.Settings.USUAL.epsilon()),
            panel.number("cutoff", Panel.Settings.USUAL.cutoff()),
            panel.number("half_life", Panel.Settings.USUAL.halfLife())));
  }

  private static double[] vector(Given panel, String field) {
    return panel.maybe(field).map(Given::vectorWithGaps).orElse(new double[0]);
  }

  static double[][][] cube(Given given) {
    return given.list().stream().map(Given::matrix).toArray(double[][][]::new);
  }

  /** Rows of forecasters; rows of questions are turned where only that fits the outcomes. */
  static double[][] byForecaster(Given given, int questions) {
    double[][] rows = given.list().stream().map(Given::vectorWithGaps).toArray(double[][]::new);
    boolean turned = rows.length == questions && rows.length > 0 && rows[0].length != questions;
    if (!turned) {
      return rows;
    }
    double[][] columns = new double[rows[0].length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        columns[j][i] = j < rows[i].length ? rows[i][j] : Double.NaN;
      }
    }
    return columns;
  }
}
