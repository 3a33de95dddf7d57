package io.lida.science.games;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.science.Refusal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ModelsTest {
  private static final double[][] HAWK_DOVE = {{-1, 4}, {0, 2}};

  @Test
  void aDilemmaHoldsWhenTheFutureCountsEnough() {
    RepeatedDilemma axelrod = new RepeatedDilemma(5, 3, 1, 0);
    assertEquals(0.5, axelrod.grimTrigger(), 1e-12);
    assertEquals(2.0 / 3, axelrod.titForTat(), 1e-12);
    assertEquals(
        "invalid_game", assertThrows(Refusal.class, () -> new RepeatedDilemma(1, 1, 1, 1)).code());
  }

  @Test
  void hawksAndDovesLiveTogether() {
    Replicator replicator = new Replicator(HAWK_DOVE);
    assertArrayEquals(new double[] {2.0 / 3, 1.0 / 3}, replicator.interior().orElseThrow(), 1e-12);
    assertEquals(Replicator.Stable.INTERIOR, replicator.stable());
    assertArrayEquals(
        new double[] {2.0 / 3, 1.0 / 3}, replicator.after(new double[] {0.1, 0.9}, 60), 1e-6);
    Replicator coordination = new Replicator(new double[][] {{2, 0}, {0, 1}});
    assertEquals(Replicator.Stable.VERTICES, coordination.stable());
    Replicator stones = new Replicator(new double[][] {{0, -1, 1}, {1, 0, -1}, {-1, 1, 0}});
    assertEquals(Replicator.Stable.NEUTRAL, stones.stable());
    assertEquals(1, new Replicator(new double[][] {{3}}).after(new double[] {1}, 1)[0]);
  }

  @Test
  void withoutSelectionFixationIsChance() {
    assertEquals(0.01, Fixation.fermi(HAWK_DOVE, 100, 0), 1e-12);
    assertTrue(Fixation.fermi(new double[][] {{2, 2}, {1, 1}}, 100, 1) > 0.6);
    assertEquals(0, Fixation.fermi(new double[][] {{1, 1}, {9, 9}}, 1_000, 1e6));
  }

  @Test
  void firmsAndContestsHaveTheirTextbookAnswers() {
    Oligopoly market = new Oligopoly(100, 1, 10);
    assertArrayEquals(new double[] {30, 30}, market.cournot(2).quantity(), 1e-12);
    assertEquals(40, market.cournot(2).price(), 1e-12);
    Oligopoly.Leadership leadership = market.stackelberg();
    assertEquals(45, leadership.leader(), 1e-12);
    assertEquals(22.5, leadership.follower(), 1e-12);
    assertEquals(32.5, leadership.price(), 1e-12);
    assertArrayEquals(new double[] {1012.5, 506.25}, leadership.profit(), 1e-9);
    Contest contest = new Contest(4, 100, 1);
    assertEquals(18.75, contest.effort(), 1e-12);
    assertEquals(0.75, contest.dissipation(), 1e-12);
  }

  /** Draws capabilities and looks who wins how safely, as the paper's model says. */
  @Test
  void theRisksOfARaceAreThoseOfItsModel() {
    PrecipiceRace race = new PrecipiceRace(3, 1.2, 0.7);
    Random random = new Random(7);
    double known = 0;
    double own = 0;
    int draws = 200_000;
    for (int draw = 0; draw < draws; draw++) {
      double best = 0;
      double second = 0;
      for (int team = 0; team < 3; team++) {
        double capability = random.nextDouble() * 1.2;
        second = Math.max(second, Math.min(best, capability));
        best = Math.max(best, capability);
      }
      known += 1 - Math.min(1, (best - second) / 0.7);
      own += 1 - Math.min(1, race.slope() * best);
    }
    assertEquals(race.riskWithPublicInformation(), known / draws, 0.003);
    assertEquals(race.riskWithPrivateInformation(), own / draws, 0.003);
    assertEquals(1.2 / 2.1, race.safetyWithoutInformation(), 1e-12);
    assertEquals(0, new PrecipiceRace(2, 1, 0).riskWithPublicInformation());
  }

  @Test
  void inTheDilemmaZoneSkippingPaysThoughSafetyIsBetterForAll() {
    RegulationRace.DilemmaZone zone = RegulationRace.dilemmaZone(1.5);
    assertEquals(1.0 / 3, zone.collective(), 1e-12);
    assertEquals(7.0 / 9, zone.riskDominance(), 1e-12);
    double[][] payoffs = new RegulationRace(4, 1, 1.5, 10_000, 100, 0.5, 0.1).payoffs();
    assertTrue(payoffs[0][0] > payoffs[1][1]);
    assertTrue(payoffs[1][0] > payoffs[0][0]);
    assertEquals(51, payoffs[0][0], 1e-12);
  }

  @Test
  void controlIsLoweredByWhatItSpurs() {
    ExportControl model = new ExportControl(1, 1, 0.5, 0.2, 0.4, 0.5);
    assertEquals(0.6, model.control(), 1e-12);
    assertEquals(0.88, model.effort(), 1e-12);
  }
}
