package io.lida.science.voting;

import io.lida.science.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/**
 * The answer that is more popular than was predicted (Prelec, Seung and McCoy 2017): the largest
 * ratio of actual share to mean predicted share.
 *
 * @param winners in the order of the options; ratios within 1e-12 of the largest count as equal
 * @param ratio of each option, in order
 */
public record SurprisinglyPopular(List<String> winners, double[] ratio) implements Outcome {
  private static final double EQUAL = 1e-12;

  /**
   * Compares what was answered with what was expected.
   *
   * @param options what could be answered
   * @param answers how many, or which share of all, gave each answer
   * @param meanPrediction the share expected of each answer, above 0 and at most 1
   * @throws Refusal {@code empty_input} without options or answers; {@code invalid_ballot} for a
   *     negative number of answers, an option named twice, or another number of them than of
   *     options; {@code invalid_probability} for a prediction out of range
   */
  public static SurprisinglyPopular of(
      List<String> options, double[] answers, double[] meanPrediction) {
    check(options, answers, meanPrediction);
    double all = Arrays.stream(answers).sum();
    double[] ratio = new double[answers.length];
    for (int option = 0; option < ratio.length; option++) {
      ratio[option] = answers[option] / all / meanPrediction[option];
    }
    double most = Arrays.stream(ratio).max().orElseThrow();
    List<String> winners = new ArrayList<>();
    for (int option = 0; option < ratio.length; option++) {
      if (ratio[option] >= most * (1 - EQUAL)) {
        winners.add(options.get(option));
      }
    }
    return new SurprisinglyPopular(List.copyOf(winners), ratio);
  }

  private static void check(List<String> options, double[] answers, double[] meanPrediction) {
    if (options.isEmpty() || Arrays.stream(answers).allMatch(answer -> answer == 0)) {
      throw new Refusal("empty_input", "there are no answers");
    }
    if (answers.length != options.size() || meanPrediction.length != options.size()) {
      throw new Refusal(
          "invalid_ballot",
          "each of " + options.size() + " options has an answer and a prediction");
    }
    if (new HashSet<>(options).size() < options.size()) {
      throw new Refusal("invalid_ballot", "an option is named twice");
    }
    if (!Arrays.stream(answers).allMatch(answer -> answer >= 0 && answer <= 1e15)) {
      throw new Refusal("invalid_ballot", "a number of answers is negative or not finite");
    }
    if (!Arrays.stream(meanPrediction).allMatch(share -> share > 1e-300 && share <= 1)) {
      throw new Refusal("invalid_probability", "a predicted share is above 0 and at most 1");
    }
  }
}
