package io.lida.deliberation.game;

import io.lida.contract.Game;
import io.lida.contract.Play;
import io.lida.contract.World;
import io.lida.contract.World.ChipWar;
import io.lida.science.games.Bimatrix;
import io.lida.science.games.ExportControl;
import io.lida.science.games.QuantalResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Export control ({@code science.md} 5.6 i, a project model and no forecast): the first persona
 * sets how much it controls, the second how hard it works at chips of its own.
 *
 * <p>Both pay for what they do, {@code R x^2/2} and {@code k y^2/2}, out of budgets that bound what
 * they may still do. The second's share of its own market grows by {@code 1 - exp(-growth y)} of
 * what it lacks. Moves are made at once; that the first could bind itself before is a comparison.
 */
record ExportControlGame(Figures figures) implements Referee {
  private static final int LEADER = 0;
  private static final int STEPS = 5;
  private static final String SOURCE = "project model; von Stackelberg 1934";

  ExportControlGame {
    model(figures);
  }

  private static ExportControl model(Figures figures) {
    return new ExportControl(
        figures.get("security"),
        figures.get("revenue"),
        figures.get("substitution"),
        figures.get("base"),
        figures.get("spur"),
        figures.get("effort_cost"));
  }

  @Override
  public World begin() {
    double home = figures.get("home_share");
    return new ChipWar(
        0,
        false,
        figures.each(seat -> seat == LEADER ? 1 - home : home),
        figures.each(seat -> figures.get("budget")),
        1);
  }

  @Override
  public Game.Lever lever(World world, int seat) {
    double budget = Math.max(0, figures.of(((ChipWar) world).budgets(), seat));
    double most = Math.min(top(seat), Math.sqrt(2 * budget / price(seat)));
    return seat == LEADER
        ? new Game.Lever(
            "control", 0, most, Map.of(), 0, 1, "the share of chip exports you forbid, 0 to 1")
        : new Game.Lever(
            "effort",
            0,
            most,
            Map.of(),
            0,
            top(seat),
            "how hard you work at chips of your own, 0 for not at all");
  }

  private double top(int seat) {
    return seat == LEADER ? 1 : figures.get("most_effort");
  }

  private double price(int seat) {
    return figures.get(seat == LEADER ? "revenue" : "effort_cost");
  }

  @Override
  public Resolution resolve(World world, double[] moves) {
    ChipWar before = (ChipWar) world;
    double[] payoffs = stage(moves);
    double home = figures.of(before.shares(), 1);
    double grown = home + (1 - home) * (1 - Math.exp(-figures.get("growth") * moves[1]));
    ChipWar after =
        new ChipWar(
            before.round() + 1,
            false,
            figures.each(seat -> seat == LEADER ? 1 - grown : grown),
            figures.each(
                seat -> left(figures.of(before.budgets(), seat), price(seat), moves[seat])),
            1 - moves[LEADER]);
    return new Resolution(after, List.of(payoffs[0], payoffs[1]));
  }

  /** A lever at its most spends the budget to the last, give or take a rounding. */
  private static double left(double budget, double price, double move) {
    double left = budget - price * move * move / 2;
    return Math.abs(left) < 1e-9 ? 0 : left;
  }

  @Override
  public double[] stage(double[] moves) {
    ExportControl model = model(figures);
    return new double[] {
      model.leader(moves[0], moves[1]), model.follower(moves[0], moves[1], figures.get("imports"))
    };
  }

  @Override
  public double nash(int seat) {
    ExportControl model = model(figures);
    double control = model.simultaneousControl();
    return seat == LEADER ? control : Math.min(top(seat), model.answer(control));
  }

  @Override
  public List<Double> levels(int seat) {
    List<Double> levels = new ArrayList<>();
    for (int step = STEPS - 1; step >= 0; step--) {
      levels.add(top(seat) * step / (STEPS - 1));
    }
    return levels;
  }

  @Override
  public List<double[][]> quantal(double[] lambdas) {
    double[][] row = new double[STEPS][STEPS];
    double[][] column = new double[STEPS][STEPS];
    for (int i = 0; i < STEPS; i++) {
      for (int j = 0; j < STEPS; j++) {
        double[] payoffs = stage(new double[] {levels(0).get(i), levels(1).get(j)});
        row[i][j] = payoffs[0];
        column[i][j] = payoffs[1];
      }
    }
    Bimatrix game = new Bimatrix(row, column);
    List<double[][]> path = new ArrayList<>();
    for (double lambda : lambdas) {
      QuantalResponse response = QuantalResponse.logit(game, lambda);
      if (!response.converged()) {
        break;
      }
      path.add(new double[][] {response.x(), response.y()});
    }
    return path;
  }

  @Override
  public List<Play.ClosedForm> closedForms(List<Play.Round> rounds) {
    ExportControl model = model(figures);
    Double control = Means.ofMoves(rounds, move -> move.seat() == LEADER);
    Double effort = Means.ofMoves(rounds, move -> move.seat() != LEADER);
    double bound = model.control();
    double answer = model.answer(bound);
    return List.of(
        form("stackelberg_control", "control if the first could bind itself", bound, control),
        form("stackelberg_effort", "the second's answer to that", answer, effort),
        form("nash_control", "control when both move at once", nash(0), control),
        form("nash_effort", "effort then", nash(1), effort),
        form(
            "stackelberg_payoff",
            "what a round is worth to the first if it could bind itself",
            model.leader(bound, answer),
            Means.ofPayoffs(rounds, figures.players().getFirst())),
        form(
            "nash_payoff",
            "what a round is worth to the first when both move at once",
            model.leader(nash(0), nash(1)),
            Means.ofPayoffs(rounds, figures.players().getFirst())));
  }

  private static Play.ClosedForm form(
      String id, String name, double value, @org.jspecify.annotations.Nullable Double played) {
    return new Play.ClosedForm(id, name, value, played, SOURCE);
  }
}
