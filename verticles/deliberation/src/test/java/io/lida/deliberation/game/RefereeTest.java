package io.lida.deliberation.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.Game.By;
import io.lida.contract.Game.Form;
import io.lida.contract.Game.Name;
import io.lida.contract.Play;
import io.lida.contract.World.AgiRace;
import io.lida.contract.World.ChipWar;
import io.lida.science.games.RegulationRace;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The referees keep to the formulas of the papers, and no world ever stops adding up. */
class RefereeTest {
  private static final double EXACT = 1e-9;

  @ParameterizedTest
  @CsvSource({"2, 1, 0.6", "3, 1, 0.6", "4, 2, 0.9", "5, 1, 0.4", "8, 3, 1"})
  void nobodyGainsByLeavingTheEquilibriumWithoutInformation(int n, double mu, double enmity) {
    Referee referee = Games.referee(Form.PRECIPICE, Map.of("mu", mu, "enmity", enmity), n);
    double equilibrium = Math.min(1, mu / (n * enmity));
    assertEquals(equilibrium, referee.nash(0), EXACT);
    double[] moves = new double[n];
    Arrays.fill(moves, equilibrium);
    double kept = referee.stage(moves)[0];
    for (double other = 0; other <= 1; other += 0.01) {
      moves[0] = other;
      assertTrue(referee.stage(moves)[0] <= kept + EXACT, "gains by " + other);
    }
  }

  @Test
  void theRiskOfTheRoundIsThatOfTheClosedForm() {
    Referee referee = Games.referee(Form.PRECIPICE, Map.of(), 3);
    List<Play.Round> rounds = Games.played(referee, Name.AGI_RACE, 4, By.NASH, By.NASH, By.NASH);
    AgiRace world = (AgiRace) rounds.getLast().after();
    assertEquals(1 - 1 / 1.8, world.risk(), EXACT);
    assertEquals(Math.pow(1 / 1.8, 4), world.survival(), EXACT);
    assertEquals(4.0 / 3, world.progress().get("p1"), EXACT);
    Play.ClosedForm safety = referee.closedForms(rounds).getFirst();
    assertEquals(safety.value(), safety.played(), EXACT);
  }

  /** The totals of whole games, a round at a time, are the averages that the paper gives. */
  @ParameterizedTest
  @CsvSource({
    "ALWAYS_SAFE, 0, ALWAYS_SAFE, 0",
    "ALWAYS_UNSAFE, 1, ALWAYS_SAFE, 0",
    "ALWAYS_UNSAFE, 1, ALWAYS_UNSAFE, 1",
    "CONDITIONALLY_SAFE, 2, ALWAYS_SAFE, 0",
    "CONDITIONALLY_SAFE, 2, ALWAYS_UNSAFE, 1",
    "TIT_FOR_TAT, 2, ALWAYS_UNSAFE, 1",
    "GRIM, 2, ALWAYS_UNSAFE, 1",
    "CONDITIONALLY_SAFE, 2, CONDITIONALLY_SAFE, 2"
  })
  void aRaceUnderRegulationPaysWhatThePaperSays(By one, int row, By other, int column) {
    Referee referee = Games.referee(Form.REGULATION, Map.of("steps", 6.0, "detection", 0.3), 2);
    double[][] payoffs = new RegulationRace(4, 1, 1.5, 1000, 6, 0.6, 0.3).payoffs();
    List<Play.Round> rounds = Games.played(referee, Name.AGI_RACE, 50, one, other);
    assertTrue(rounds.getLast().after().over());
    assertEquals(payoffs[row][column], Comparing.earned(rounds, "p0") / rounds.size(), EXACT);
    assertEquals(payoffs[column][row], Comparing.earned(rounds, "p1") / rounds.size(), EXACT);
  }

  @Test
  void theSafeEquilibriumIsThatOfADisasterLikelyEnough() {
    double threshold = 1 - 1 / (3 * 1.5);
    for (double risk : List.of(threshold - 0.05, threshold + 0.05)) {
      Referee referee = Games.referee(Form.REGULATION, Map.of("disaster", risk, "prize", 1e6), 2);
      assertEquals(risk > threshold ? 1 : 0, referee.nash(0), "at " + risk);
    }
  }

  @Test
  void grimAndTitForTatHoldFromTheirThresholdsOn() {
    Map<String, Double> figures =
        Map.of("temptation", 5.0, "reward", 3.0, "punishment", 1.0, "sucker", 0.0);
    Referee referee = Games.referee(Form.BLOC, figures, 2);
    List<Play.ClosedForm> forms = referee.closedForms(List.of());
    assertEquals(0.5, forms.get(0).value(), EXACT);
    assertEquals(2.0 / 3, forms.get(1).value(), EXACT);
    // By playing: cheating once and for ever against grim, and by turns against tit for tat.
    assertThreshold(referee, By.GRIM, By.ALWAYS_UNSAFE, forms.get(0).value());
    assertAlternating(referee, forms.get(1).value());
  }

  private static void assertThreshold(Referee referee, By partner, By cheat, double threshold) {
    double loyal = 0;
    for (double delta : List.of(threshold - 0.02, threshold + 0.02)) {
      double cheated = discounted(referee, partner, cheat, delta);
      loyal = discounted(referee, partner, By.ALWAYS_SAFE, delta);
      assertEquals(delta > threshold, loyal > cheated, "at " + delta);
    }
  }

  private static double discounted(Referee referee, By partner, By own, double delta) {
    double sum = 0;
    for (Play.Round round : Games.played(referee, Name.CHIP_WAR, 400, own, partner)) {
      sum += Math.pow(delta, round.round() - 1.0) * round.payoffs().get("p0");
    }
    return sum;
  }

  /** T, S, T, S, ... against R, R, ...: worth it up to delta = (T-R)/(R-S). */
  private static void assertAlternating(Referee referee, double threshold) {
    double temptation = referee.stage(new double[] {0, 1})[0];
    double sucker = referee.stage(new double[] {1, 0})[0];
    double reward = referee.stage(new double[] {1, 1})[0];
    for (double delta : List.of(threshold - 0.02, threshold + 0.02)) {
      double alternating = (temptation + delta * sucker) / (1 - delta * delta);
      assertEquals(delta > threshold, reward / (1 - delta) > alternating);
    }
  }

  @Test
  void exportControlIsThatOfTheLeaderWhoGoesFirst() {
    Referee referee = Games.referee(Form.EXPORT_CONTROL, Map.of(), 2);
    Map<String, Double> forms = new java.util.HashMap<>();
    referee.closedForms(List.of()).forEach(form -> forms.put(form.id(), form.value()));
    assertEquals(0.56, forms.get("stackelberg_control"), EXACT);
    assertEquals(0.648, forms.get("stackelberg_effort"), EXACT);
    assertEquals(0.8, referee.nash(0), EXACT);
    assertEquals(0.84, referee.nash(1), EXACT);
    // Whoever binds itself knows that the other answers; no other control is worth more to it.
    double best = forms.get("stackelberg_payoff");
    for (double control = 0; control <= 1; control += 0.01) {
      double answer = 0.2 + 0.8 * control;
      assertTrue(referee.stage(new double[] {control, answer})[0] <= best + EXACT);
    }
    assertTrue(best > forms.get("nash_payoff"));
  }

  @Test
  void aBudgetThatIsSpentBoundsWhatMayBeDone() {
    Referee referee = Games.referee(Form.EXPORT_CONTROL, Map.of("budget", 1.2), 2);
    List<Play.Round> rounds =
        Games.played(referee, Name.CHIP_WAR, 6, By.ALWAYS_UNSAFE, By.ALWAYS_UNSAFE);
    ChipWar end = (ChipWar) rounds.getLast().after();
    assertEquals(0, end.budgets().get("p0"), EXACT);
    assertEquals(0, end.budgets().get("p1"), EXACT);
    assertEquals(0, referee.lever(end, 0).most(), EXACT);
    assertEquals(1, end.shares().values().stream().mapToDouble(x -> x).sum(), EXACT);
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void whateverIsPlayedTheWorldAddsUp(Form form) {
    Random random = new Random(7);
    for (int game = 0; game < 50; game++) {
      int seats = form == Form.EXPORT_CONTROL ? 2 : 2 + random.nextInt(7);
      Referee referee = Games.referee(form, Map.of(), seats);
      var world = referee.begin();
      for (int round = 0; round < 12 && !world.over(); round++) {
        double[] moves = new double[seats];
        for (int seat = 0; seat < seats; seat++) {
          moves[seat] = referee.lever(world, seat).value(random.nextDouble());
        }
        Resolution resolution = referee.resolve(world, moves);
        assertEquals(java.util.Optional.empty(), Conservation.breach(world, resolution));
        world = resolution.after();
      }
    }
  }

  @Test
  void aWorldThatDoesNotAddUpIsFound() {
    Referee referee = Games.referee(Form.BLOC, Map.of(), 2);
    ChipWar begin = (ChipWar) referee.begin();
    ChipWar broken = new ChipWar(1, false, Map.of("p0", 0.9, "p1", 0.3), begin.budgets(), 1);
    Resolution resolution = new Resolution(broken, List.of(0.0, 0.0));
    assertTrue(
        Conservation.breach(begin, resolution)
            .orElseThrow()
            .startsWith("market shares sum to 1.2"));
    ChipWar overspent = new ChipWar(1, false, begin.shares(), Map.of("p0", -1.0), 1);
    assertTrue(
        Conservation.breach(begin, new Resolution(overspent, List.of(0.0, 0.0)))
            .orElseThrow()
            .startsWith("a budget is -1.0"));
  }
}
