package io.lida.deliberation;

import io.lida.contract.RunEvent.Choice;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How seats changed their stances from one round to the next, in numbers that can be added up over
 * rounds.
 *
 * @param all steps: one for each seat that had a stance before
 * @param flipped those to the other side
 * @param moved those in which a stance moved at all
 * @param joined those towards the mean of the others
 */
record Steps(int all, int flipped, int moved, int joined) {
  static final Steps NONE = new Steps(0, 0, 0, 0);

  private static final double STILL = 1e-9;

  /** The steps from the stances of one round to those of the next, by seat. */
  static Steps between(Map<Integer, Double> before, Map<Integer, Double> after) {
    Steps steps = NONE;
    for (Map.Entry<Integer, Double> stance : after.entrySet()) {
      Double then = before.get(stance.getKey());
      if (then != null) {
        steps = steps.plus(step(then, stance.getValue(), others(before, stance.getKey())));
      }
    }
    return steps;
  }

  private static Steps step(double then, double now, double others) {
    double way = now - then;
    boolean moved = Math.abs(way) > STILL;
    boolean joined = moved && way * (others - then) > 0;
    return new Steps(1, turned(then, now) ? 1 : 0, moved ? 1 : 0, joined ? 1 : 0);
  }

  private static boolean turned(double then, double now) {
    Choice before = Outcome.choice(then);
    Choice after = Outcome.choice(now);
    return before != Choice.ABSTAIN && after != Choice.ABSTAIN && before != after;
  }

  private static double others(Map<Integer, Double> stances, int seat) {
    return stances.entrySet().stream()
        .filter(stance -> stance.getKey() != seat)
        .mapToDouble(Map.Entry::getValue)
        .average()
        .orElse(stances.getOrDefault(seat, 0.0));
  }

  Steps plus(Steps more) {
    return new Steps(
        all + more.all, flipped + more.flipped, moved + more.moved, joined + more.joined);
  }

  /** The share of the steps to the other side; absent without steps. */
  @Nullable Double flips() {
    return all == 0 ? null : (double) flipped / all;
  }

  /** The share of the moves towards the others; absent when nobody moved. */
  @Nullable Double conformity() {
    return moved == 0 ? null : (double) joined / moved;
  }
}
