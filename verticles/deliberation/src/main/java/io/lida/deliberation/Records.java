package io.lida.deliberation;

import io.lida.contract.Forecast;
import io.lida.deliberation.Opinions.Opinion;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The records of those who spoke, as a weighting reads them; all empty where nobody has one.
 *
 * @param meanBrier by speaker; NaN for one without a record
 * @param resolved how many forecasts that was; NaN likewise
 * @param history by speaker and earlier question; NaN where one gave no forecast
 * @param outcomes of those questions
 */
record Records(double[] meanBrier, double[] resolved, double[][] history, double[] outcomes) {
  private static final Records NONE =
      new Records(new double[0], new double[0], new double[0][], new double[0]);

  /** In the order of those who spoke; questions in the order of their runs' ids. */
  static Records of(Map<String, List<Forecast>> known, List<Opinion> said) {
    TreeMap<String, Integer> outcomes = new TreeMap<>();
    known
        .values()
        .forEach(
            record -> record.forEach(forecast -> outcomes.put(forecast.run(), forecast.outcome())));
    if (outcomes.isEmpty()) {
      return NONE;
    }
    List<String> questions = List.copyOf(outcomes.keySet());
    double[] brier = new double[said.size()];
    double[] resolved = new double[said.size()];
    double[][] history = new double[said.size()][questions.size()];
    for (int i = 0; i < brier.length; i++) {
      List<Forecast> record = known.getOrDefault(said.get(i).speaker(), List.of());
      brier[i] = record.stream().mapToDouble(Forecast::brier).average().orElse(Double.NaN);
      resolved[i] = record.isEmpty() ? Double.NaN : record.size();
      Arrays.fill(history[i], Double.NaN);
      for (Forecast forecast : record) {
        history[i][questions.indexOf(forecast.run())] = forecast.probability();
      }
    }
    double[] came = outcomes.values().stream().mapToDouble(Integer::doubleValue).toArray();
    return new Records(brier, resolved, history, came);
  }
}
