package io.lida.llm.sim;

import io.lida.contract.Card;
import io.lida.contract.Llm.Heard;
import io.lida.contract.Llm.Situation;
import io.lida.science.dynamics.BoundedConfidence;
import io.lida.science.dynamics.Updates;
import io.lida.science.dynamics.Updates.Estimate;
import java.util.ArrayList;
import java.util.List;

/**
 * One step of a speaker's stance under what was last heard from everybody, oneself included, by the
 * rules of {@code science.md} 4.1 to 4.8. All weigh the same.
 *
 * <p>Rules for opinions from 0 to 1 see stances so mapped. What a rule leaves open comes from the
 * card: its susceptibility is Friedkin and Johnsen's, Bayes' learning rate, and the step of those
 * who move part of the way; its epsilon is the bound of confidence and of assimilation, twice that
 * of contrast; its bias is that of biased assimilation. For Bayes the odds of the others' mean are
 * the likelihood ratio; for precisions a variance is the square of what confidence lacks to 1.05.
 */
final class Influence {
  private static final double CERTAIN = 1.05;
  private static final double NEVER_QUITE = 1e-6;

  private final Situation situation;
  private final Card.Dynamics card;
  private final double first;
  private final List<Heard> last;

  /**
   * What moves a speaker.
   *
   * @param first what the card believes, -1 to 1
   * @param last by seat, not empty
   */
  Influence(Situation situation, double first, List<Heard> last) {
    this.situation = situation;
    this.card = situation.card().dynamics();
    this.first = first;
    this.last = last;
  }

  /** The stance after the step, -1 to 1. */
  double moved() {
    double s = card.susceptibility();
    return switch (situation.update()) {
      case DEGROOT -> mean();
      case FRIEDKIN_JOHNSEN -> s * mean() + (1 - s) * first;
      case HEGSELMANN_KRAUSE -> stance(near());
      case DEFFUANT -> stance(met());
      case BAYES -> stance(bayes());
      case PRECISION -> stance(precise());
      case BIASED_ASSIMILATION -> stance(biased());
      case SOCIAL_JUDGMENT -> stance(judged());
    };
  }

  private double mean() {
    double sum = 0;
    for (Heard heard : last) {
      sum += heard.stance();
    }
    return sum / last.size();
  }

  private double own() {
    return last.stream()
        .filter(Heard::own)
        .mapToDouble(Influence::opinion)
        .findFirst()
        .orElse((1 + first) / 2);
  }

  private List<Heard> others() {
    return last.stream().filter(heard -> !heard.own()).toList();
  }

  private double near() {
    double own = own();
    double sum = own;
    int heard = 1;
    for (Heard other : others()) {
      if (Math.abs(opinion(other) - own) <= card.epsilon() + 1e-12) {
        sum += opinion(other);
        heard++;
      }
    }
    return sum / heard;
  }

  /** Who meets whom in a round is drawn from the seed, the same for both. */
  private double met() {
    List<Integer> seats = new ArrayList<>();
    for (int seat = 0; seat < situation.seats(); seat++) {
      seats.add(seat);
    }
    for (int at = seats.size() - 1; at > 0; at--) {
      double unit = Draw.unit(situation.seed(), situation.round(), at);
      int other = (int) (unit * (at + 1));
      Integer moved = seats.set(at, seats.get(other));
      seats.set(other, moved);
    }
    int place = seats.indexOf(situation.seat());
    int partner = place % 2 == 0 ? place + 1 : place - 1;
    double own = own();
    return others().stream()
        .filter(other -> partner < seats.size() && other.seat() == seats.get(partner))
        .findFirst()
        .map(
            other ->
                BoundedConfidence.deffuant(
                    new double[] {own, opinion(other)}, card.epsilon(), step())[0])
        .orElse(own);
  }

  private double step() {
    return Math.clamp(card.susceptibility() / 2, NEVER_QUITE, 0.5);
  }

  private double bayes() {
    double theirs =
        others().stream().mapToDouble(Influence::opinion).average().orElse((1 + first) / 2);
    double p = Math.clamp(theirs, NEVER_QUITE, 1 - NEVER_QUITE);
    return Updates.bayes(own(), p / (1 - p), card.susceptibility());
  }

  private double precise() {
    double confidence =
        last.stream().filter(Heard::own).mapToDouble(Heard::confidence).findFirst().orElse(0.5);
    Estimate belief = new Estimate(own(), variance(confidence));
    for (Heard other : others()) {
      belief =
          Updates.precision(belief, new Estimate(opinion(other), variance(other.confidence())));
    }
    return belief.mean();
  }

  private static double variance(double confidence) {
    return (CERTAIN - confidence) * (CERTAIN - confidence);
  }

  private double biased() {
    List<Heard> others = others();
    int n = others.size() + 1;
    double[] x = new double[n];
    double[] biases = new double[n];
    double[][] weights = new double[n][n];
    x[0] = own();
    for (int i = 0; i < n; i++) {
      java.util.Arrays.fill(weights[i], 1.0 / n);
      biases[i] = card.bias();
      if (i > 0) {
        x[i] = opinion(others.get(i - 1));
      }
    }
    return Updates.biasedAssimilation(x, weights, biases)[0];
  }

  private double judged() {
    List<Heard> others = others();
    double x = own();
    for (Heard other : others) {
      x =
          Updates.socialJudgment(
              x,
              opinion(other),
              card.epsilon(),
              Math.min(1, 2 * card.epsilon()),
              card.susceptibility() / others.size());
    }
    return x;
  }

  private static double opinion(Heard heard) {
    return (1 + heard.stance()) / 2;
  }

  private static double stance(double opinion) {
    return 2 * opinion - 1;
  }
}
