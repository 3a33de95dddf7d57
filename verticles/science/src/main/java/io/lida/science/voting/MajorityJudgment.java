package io.lida.science.voting;

import io.lida.science.Refusal;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The highest lower median grade (Balinski and Laraki 2011). Of several, one median grade is taken
 * from each and they are compared again, until one is left or no grades are.
 *
 * @param medians the lower median grade of every option
 */
public record MajorityJudgment(List<String> winners, Map<String, Double> medians)
    implements Outcome {
  /**
   * Judges.
   *
   * @param grades of each option, higher is better, one from every voter
   * @throws Refusal {@code empty_input} without options or grades; {@code invalid_ballot} for a
   *     grade that is not finite, or when not every voter graded every option
   */
  public static MajorityJudgment of(Map<String, double[]> grades) {
    Map<String, double[]> sorted = sorted(grades);
    Map<String, Double> medians = medians(sorted);
    List<String> leading = Scores.best(medians);
    Map<String, double[]> left = sorted;
    int voters = sorted.values().iterator().next().length;
    for (int taken = 1; taken < voters && leading.size() > 1; taken++) {
      left = withoutMedian(left, leading);
      leading = Scores.best(medians(left));
    }
    return new MajorityJudgment(leading, medians);
  }

  private static Map<String, double[]> sorted(Map<String, double[]> grades) {
    if (grades.isEmpty() || grades.values().stream().anyMatch(given -> given.length == 0)) {
      throw new Refusal("empty_input", "there are no grades");
    }
    if (grades.values().stream().mapToInt(given -> given.length).distinct().count() > 1) {
      throw new Refusal("invalid_ballot", "not every voter graded every option");
    }
    Map<String, double[]> sorted = new TreeMap<>();
    grades.forEach(
        (option, given) -> {
          if (!Arrays.stream(given).allMatch(Double::isFinite)) {
            throw new Refusal("invalid_ballot", "a grade of " + option + " is not finite");
          }
          sorted.put(option, Arrays.stream(given).sorted().toArray());
        });
    return sorted;
  }

  private static Map<String, Double> medians(Map<String, double[]> sorted) {
    Map<String, Double> medians = new LinkedHashMap<>();
    sorted.forEach((option, given) -> medians.put(option, given[median(given)]));
    return Collections.unmodifiableMap(medians);
  }

  /** The place of the lower of the two in the middle. */
  private static int median(double[] sorted) {
    return (sorted.length - 1) / 2;
  }

  private static Map<String, double[]> withoutMedian(
      Map<String, double[]> sorted, List<String> options) {
    Map<String, double[]> left = new TreeMap<>();
    for (String option : options) {
      double[] given = sorted.getOrDefault(option, new double[0]);
      double[] shorter = Arrays.copyOf(given, given.length - 1);
      int median = median(given);
      System.arraycopy(given, median + 1, shorter, median, shorter.length - median);
      left.put(option, shorter);
    }
    return left;
  }
}
