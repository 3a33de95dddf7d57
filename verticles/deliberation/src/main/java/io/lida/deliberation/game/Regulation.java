package io.lida.deliberation.game;

import io.lida.contract.Game;
import io.lida.contract.Play;
import io.lida.contract.World;
import io.lida.contract.World.AgiRace;
import io.lida.science.Refusal;
import io.lida.science.games.Bimatrix;
import io.lida.science.games.Dominance;
import io.lida.science.games.RegulationRace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A race in rounds in which safety may be skipped (Han, Pereira, Santos and Lenaerts 2020; {@code
 * science.md} 5.5), for two players as there, for more by the same rules.
 *
 * <p>A safe round makes one step and costs c; an unsafe one makes s and may be found out. Those who
 * are not found out share b by their steps. Who has made W steps first gets B, or an equal part of
 * it, and then loses all it has earned with probability p_r times the share of its rounds that were
 * unsafe; what it loses is counted as its expectation. Rounds are whole, so W/s is rounded up.
 */
record Regulation(Figures figures) implements Referee {
  private static final double SAFE = 1;
  private static final double UNSAFE = 0;
  private static final double ROUNDING = 1e-9;
  private static final String SOURCE = "Han, Pereira, Santos and Lenaerts 2020";
  private static final List<Double> LEVELS = List.of(UNSAFE, SAFE);
  private static final Game.Lever LEVER =
      Alike.either(
          "safety",
          "unsafe",
          "safe",
          "whether your team works safely in this round or skips safety to be faster");

  Regulation {
    race(figures);
  }

  private static RegulationRace race(Figures figures) {
    if (figures.get("steps") < figures.get("speed")) {
      throw new Refusal("invalid_game", "steps must be at least speed");
    }
    return new RegulationRace(
        figures.get("benefit"),
        figures.get("cost"),
        figures.get("speed"),
        figures.get("prize"),
        figures.get("steps"),
        figures.get("disaster"),
        figures.get("detection"));
  }

  @Override
  public World begin() {
    return Alike.race(figures);
  }

  @Override
  public Game.Lever lever(World world, int seat) {
    return LEVER;
  }

  @Override
  public Resolution resolve(World world, double[] moves) {
    AgiRace before = (AgiRace) world;
    int played = before.round();
    double[] steps = Arrays.stream(moves).map(this::steps).toArray();
    double all = Arrays.stream(steps).sum();
    double[] payoffs = Benefit.shared(moves, steps, figures);
    double[] safety = new double[moves.length];
    double[] progress = new double[moves.length];
    for (int seat = 0; seat < moves.length; seat++) {
      payoffs[seat] -= moves[seat] * figures.get("cost");
      progress[seat] = figures.of(before.progress(), seat) + steps[seat];
      safety[seat] = (figures.of(before.safety(), seat) * played + moves[seat]) / (played + 1);
    }
    List<Integer> winners = winners(progress);
    double survival = before.survival();
    for (int winner : winners) {
      double disaster = figures.get("disaster") * (1 - safety[winner]);
      payoffs[winner] += figures.get("prize") / winners.size();
      payoffs[winner] -= disaster * (figures.of(before.earned(), winner) + payoffs[winner]);
      survival *= 1 - disaster;
    }
    AgiRace after =
        new AgiRace(
            played + 1,
            !winners.isEmpty(),
            figures.each(seat -> progress[seat]),
            figures.each(seat -> steps[seat] / all),
            figures.each(seat -> safety[seat]),
            figures.each(seat -> figures.of(before.earned(), seat) + payoffs[seat]),
            before.survival() == 0 ? 0 : 1 - survival / before.survival(),
            survival);
    return new Resolution(after, Arrays.stream(payoffs).boxed().toList());
  }

  private double steps(double move) {
    return move >= 0.5 ? 1 : figures.get("speed");
  }

  private List<Integer> winners(double[] progress) {
    double first = Arrays.stream(progress).max().orElseThrow();
    List<Integer> winners = new ArrayList<>();
    for (int seat = 0; seat < progress.length; seat++) {
      if (first >= figures.get("steps") - ROUNDING && progress[seat] >= first - ROUNDING) {
        winners.add(seat);
      }
    }
    return winners;
  }

  /** The mean over the others of what the strategy earns against theirs, as the paper has it. */
  @Override
  public double[] stage(double[] moves) {
    double[][] average = race(figures).payoffs();
    return Alike.pairwise(moves, (own, other) -> average[strategy(own)][strategy(other)]);
  }

  private static int strategy(double move) {
    return move >= 0.5 ? 0 : 1;
  }

  /** Always safe or always unsafe: the risk-dominant equilibrium of the two. */
  @Override
  public double nash(int seat) {
    double[][] all = race(figures).payoffs();
    double[][] two = {{all[0][0], all[0][1]}, {all[1][0], all[1][1]}};
    try {
      List<Integer> cell = Dominance.of(Bimatrix.symmetric(two)).riskDominant();
      return cell.equals(List.of(0, 0)) ? SAFE : UNSAFE;
    } catch (Refusal noStrictEquilibrium) {
      // Where each would rather differ, being unsafe against one who is safe is what pays.
      return UNSAFE;
    }
  }

  @Override
  public List<Double> levels(int seat) {
    return LEVELS;
  }

  @Override
  public List<double[][]> quantal(double[] lambdas) {
    return Alike.quantal(this, lambdas);
  }

  @Override
  public List<Play.ClosedForm> closedForms(List<Play.Round> rounds) {
    RegulationRace.DilemmaZone zone = RegulationRace.dilemmaZone(figures.get("speed"));
    double[][] average = race(figures).payoffs();
    String mean = "average payoff of a round when ";
    return List.of(
        form(
            "dilemma_from",
            "disaster risk above which safety is better for all",
            zone.collective()),
        form(
            "dilemma_to",
            "disaster risk above which safety is risk-dominant",
            zone.riskDominance()),
        new Play.ClosedForm("always_safe", mean + "all are safe", average[0][0], null, SOURCE),
        new Play.ClosedForm("always_unsafe", mean + "all are unsafe", average[1][1], null, SOURCE),
        new Play.ClosedForm(
            "exploited", mean + "only the others are unsafe", average[0][1], null, SOURCE),
        new Play.ClosedForm(
            "safety",
            "safety of the equilibrium",
            nash(0),
            Means.ofMoves(rounds, move -> true),
            SOURCE));
  }

  private Play.ClosedForm form(String id, String name, double value) {
    return new Play.ClosedForm(id, name, value, figures.get("disaster"), SOURCE);
  }
}
