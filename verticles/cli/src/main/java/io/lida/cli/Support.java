package io.lida.cli;

import io.lida.contract.Manifest;
import io.lida.contract.RunEvent.Choice;
import io.lida.contract.Scenario;
import java.util.function.IntToDoubleFunction;

/**
 * How much of the table leans which way by the stances alone: what the vote would be if it were
 * now.
 *
 * @param choice the leading option
 * @param share its part of those who lean at all, 0 to 1
 */
record Support(String choice, double share) {
  /** Who stands nearer to the middle than this does not lean. */
  private static final double UNDECIDED = 0.05;

  /** Weighs seats as the voting method does. */
  static Support of(Manifest manifest, IntToDoubleFunction stance) {
    boolean weighted =
        manifest.scenario().deliberation().votingMethod() == Scenario.VotingMethod.WEIGHTED;
    double yes = 0;
    double no = 0;
    for (int seat = 0; seat < manifest.seats().size(); seat++) {
      double weight = weighted ? manifest.seats().get(seat).weight() : 1;
      double leaning = stance.applyAsDouble(seat);
      yes += leaning > UNDECIDED ? weight : 0;
      no += leaning < -UNDECIDED ? weight : 0;
    }
    double all = yes + no;
    return yes >= no
        ? new Support(Choice.FOR.id(), all == 0 ? 0 : yes / all)
        : new Support(Choice.AGAINST.id(), no / all);
  }

  /** The measure in a line. */
  static String line(String method, String choice, double share, double threshold) {
    String kind = method.equals("weighted") ? "weighted support" : "support";
    return kind
        + " for \""
        + Plain.line(choice)
        + "\" "
        + Gauge.meter(share, threshold)
        + " "
        + Figures.share(share)
        + " (threshold "
        + Figures.share(threshold)
        + ")";
  }

  /** A threshold as written, {@code 0.7} or {@code 2/3}; 0 for what is neither. */
  static double threshold(String written) {
    String[] parts = written.strip().split("/", 2);
    try {
      double top = Double.parseDouble(parts[0]);
      return parts.length == 1 ? top : top / Double.parseDouble(parts[1]);
    } catch (NumberFormatException neither) {
      return 0;
    }
  }
}
