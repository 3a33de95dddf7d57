package io.lida.deliberation.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.Game;
import io.lida.contract.Game.By;
import io.lida.contract.Game.Form;
import io.lida.contract.Restraint;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StrategyTest {
  private static final Referee RACE = Games.referee(Form.PRECIPICE, Map.of(), 3);

  private static double move(By by, List<List<Double>> history) {
    return move(new Game.Player(by, null), history, 0.5);
  }

  private static double move(Game.Player player, List<List<Double>> history, double draw) {
    Game.Table table =
        new Game.Table(
            Game.Name.AGI_RACE,
            Form.PRECIPICE,
            Map.of(),
            RACE.begin(),
            RACE.lever(RACE.begin(), 0),
            List.of(),
            history);
    return new Strategy(RACE, table, 0, Games.card(0.5), player, history, draw).move().value();
  }

  @Test
  void strategiesDoWhatTheirNamesSay() {
    List<List<Double>> betrayed = List.of(List.of(1.0, 1.0, 0.2), List.of(1.0, 1.0, 0.8));
    assertEquals(1, move(By.GRIM, List.of()));
    assertEquals(0, move(By.GRIM, betrayed));
    assertEquals(1, move(By.TIT_FOR_TAT, List.of()));
    assertEquals(0.9, move(By.TIT_FOR_TAT, betrayed), 1e-9);
    assertEquals(1, move(By.CONDITIONALLY_SAFE, betrayed));
    assertEquals(0, move(By.CONDITIONALLY_SAFE, betrayed.subList(0, 1)));
    assertEquals(1, move(By.ALWAYS_SAFE, betrayed));
    assertEquals(0, move(By.ALWAYS_UNSAFE, List.of()));
    assertEquals(1 / 1.8, move(By.NASH, betrayed), 1e-9);
  }

  @Test
  void aCardMovesByItsBeliefsAndHalfwayTowardsTheOthers() {
    double first = Restraint.first(Games.card(0.5), Game.Name.AGI_RACE);
    assertEquals(0.3 + 0.15 + 0.1 + 0.1, first, 1e-9);
    assertEquals(first, move(By.DYNAMICS, List.of()), 1e-9);
    assertEquals(first / 2 + 0.1, move(By.DYNAMICS, List.of(List.of(1.0, 0.1, 0.3))), 1e-9);
  }

  @Test
  void aQuantalResponseIsEvenAtFirstAndNearTheEquilibriumAtLast() {
    double[] even = shares(0);
    assertEquals(0.2, even[0], 1e-9);
    double[] sharp = shares(100);
    assertTrue(sharp[2] + sharp[3] > 0.9, "0.56 lies between these: " + Arrays.toString(sharp));
    assertEquals(0, move(new Game.Player(By.QRE, 0.0), List.of(), 0.1));
    assertEquals(1, move(new Game.Player(By.QRE, 0.0), List.of(), 0.95));
  }

  private static double[] shares(double lambda) {
    return RACE.quantal(Lambdas.upTo(lambda)).getLast()[0];
  }

  @Test
  void theLambdaThatIsFittedIsTheOnePlayedBy() {
    Referee blocs = Games.referee(Form.BLOC, Map.of(), 3);
    double[] shares = blocs.quantal(Lambdas.upTo(0.8)).getLast()[0];
    double[][] counts = {scaled(shares), scaled(shares), scaled(shares)};
    Fitting.Found found = Fitting.of(blocs, counts).orElseThrow();
    assertEquals(0.8, found.fit().lambda(), 0.02);
    assertTrue(found.fit().logLikelihood() > found.fit().even());
  }

  private static double[] scaled(double[] shares) {
    return Arrays.stream(shares).map(share -> share * 1000).toArray();
  }
}
