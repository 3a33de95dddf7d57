package io.lida.deliberation.game;

import io.lida.contract.Game;
import io.lida.contract.Play;
import io.lida.contract.World;
import io.lida.contract.World.ChipWar;
import io.lida.science.games.RepeatedDilemma;
import java.util.Arrays;
import java.util.List;

/**
 * Blocs that share chips with the others or restrict them ({@code science.md} 5.6 ii): a prisoners'
 * dilemma between each two, again and again. A round's payoff is the mean over the others.
 *
 * <p>Who earns more than the mean gains market share, by {@code exp(growth (payoff - mean))}.
 */
record Bloc(Figures figures) implements Referee {
  private static final double SHARE = 1;
  private static final double RESTRICT = 0;
  private static final List<Double> LEVELS = List.of(RESTRICT, SHARE);
  private static final Game.Lever LEVER =
      Alike.either(
          "openness",
          "restrict",
          "share",
          "whether your bloc shares chips and equipment with the others or restricts them");

  Bloc {
    dilemma(figures);
  }

  private static RepeatedDilemma dilemma(Figures figures) {
    return new RepeatedDilemma(
        figures.get("temptation"),
        figures.get("reward"),
        figures.get("punishment"),
        figures.get("sucker"));
  }

  @Override
  public World begin() {
    return new ChipWar(
        0, false, figures.each(seat -> 1.0 / figures.seats()), figures.each(seat -> 0), 1);
  }

  @Override
  public Game.Lever lever(World world, int seat) {
    return LEVER;
  }

  @Override
  public Resolution resolve(World world, double[] moves) {
    ChipWar before = (ChipWar) world;
    double[] payoffs = stage(moves);
    double mean = Arrays.stream(payoffs).average().orElseThrow();
    double[] grown = new double[payoffs.length];
    for (int seat = 0; seat < grown.length; seat++) {
      double faster = figures.get("growth") * (payoffs[seat] - mean);
      grown[seat] = figures.of(before.shares(), seat) * Math.exp(faster);
    }
    double all = Arrays.stream(grown).sum();
    ChipWar after =
        new ChipWar(
            before.round() + 1,
            false,
            figures.each(seat -> grown[seat] / all),
            figures.each(seat -> figures.of(before.budgets(), seat) + payoffs[seat]),
            Arrays.stream(moves).average().orElseThrow());
    return new Resolution(after, Arrays.stream(payoffs).boxed().toList());
  }

  @Override
  public double[] stage(double[] moves) {
    return Alike.pairwise(moves, this::pair);
  }

  private double pair(double own, double other) {
    boolean shares = own >= 0.5;
    boolean met = other >= 0.5;
    return figures.get(shares ? (met ? "reward" : "sucker") : (met ? "temptation" : "punishment"));
  }

  @Override
  public double nash(int seat) {
    return RESTRICT;
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
    RepeatedDilemma dilemma = dilemma(figures);
    double discount = figures.get("discount");
    return List.of(
        new Play.ClosedForm(
            "grim_trigger",
            "least discount factor at which grim trigger keeps sharing",
            dilemma.grimTrigger(),
            discount,
            "Friedman 1971"),
        new Play.ClosedForm(
            "tit_for_tat",
            "least discount factor at which tit for tat does",
            dilemma.titForTat(),
            discount,
            "Axelrod 1984"),
        new Play.ClosedForm(
            "share_of_sharing",
            "how often one-shot equilibrium shares",
            0,
            Means.ofMoves(rounds, move -> true),
            "Nash 1950"));
  }
}
