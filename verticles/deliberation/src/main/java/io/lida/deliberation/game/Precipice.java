package io.lida.deliberation.game;

import io.lida.contract.Game;
import io.lida.contract.Play;
import io.lida.contract.World;
import io.lida.contract.World.AgiRace;
import io.lida.science.games.PrecipiceRace;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Racing to the precipice (Armstrong, Bostrom and Shulman 2016; {@code science.md} 5.4), one race a
 * round, without information: each team chooses its safety, and who wins is known only as a chance.
 *
 * <p>A round's payoff is what the race is worth to a team before capabilities are drawn, so that a
 * disaster costs what it is likely to; it does not stop the rounds that follow.
 */
record Precipice(Figures figures) implements Referee {
  private static final String SOURCE = "Armstrong, Bostrom and Shulman 2016";
  private static final List<Double> LEVELS = List.of(0.0, 0.25, 0.5, 0.75, 1.0);
  private static final Game.Lever LEVER =
      new Game.Lever(
          "safety",
          0,
          1,
          Map.of(),
          1,
          0,
          "how much safety your team keeps, from 0 (none, fastest) to 1 (full, slowest)");

  private PrecipiceRace race() {
    return new PrecipiceRace(figures.seats(), figures.get("mu"), figures.get("enmity"));
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
    double[] chances = race().chances(moves);
    double[] payoffs = stage(moves);
    double risk = 0;
    for (int seat = 0; seat < moves.length; seat++) {
      risk += chances[seat] * (1 - moves[seat]);
    }
    int played = before.round();
    AgiRace after =
        new AgiRace(
            played + 1,
            false,
            figures.each(seat -> figures.of(before.progress(), seat) + chances[seat]),
            figures.each(seat -> chances[seat]),
            figures.each(
                seat -> (figures.of(before.safety(), seat) * played + moves[seat]) / (played + 1)),
            figures.each(seat -> figures.of(before.earned(), seat) + payoffs[seat]),
            risk,
            before.survival() * (1 - risk));
    return new Resolution(after, Arrays.stream(payoffs).boxed().toList());
  }

  @Override
  public double[] stage(double[] moves) {
    return race().payoffs(moves);
  }

  @Override
  public double nash(int seat) {
    return race().safetyWithoutInformation();
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
    PrecipiceRace race = race();
    Double safety = Means.ofMoves(rounds, move -> true);
    Double risk = Means.ofWorlds(rounds, world -> ((AgiRace) world).risk());
    return List.of(
        new Play.ClosedForm(
            "safety_without_information",
            "equilibrium safety when nobody knows capabilities",
            race.safetyWithoutInformation(),
            safety,
            SOURCE),
        new Play.ClosedForm(
            "risk_without_information",
            "risk of disaster then",
            race.riskWithoutInformation(),
            risk,
            SOURCE),
        new Play.ClosedForm(
            "risk_with_private_information",
            "risk if each knew its own capability",
            race.riskWithPrivateInformation(),
            null,
            SOURCE),
        new Play.ClosedForm(
            "risk_with_public_information",
            "risk if all knew all capabilities",
            race.riskWithPublicInformation(),
            null,
            SOURCE));
  }
}
