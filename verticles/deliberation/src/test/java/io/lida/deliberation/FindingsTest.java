package io.lida.deliberation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.Findings;
import io.lida.contract.Phase;
import io.lida.contract.RunEvent;
import io.lida.contract.RunEvent.Call;
import io.lida.contract.RunEvent.CallKind;
import io.lida.contract.RunEvent.Choice;
import io.lida.contract.Scenario.Mode;
import io.lida.contract.Scenario.Order;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {
  /** Rounds of stances by seat; the cards all stand at -0.2 * -1 = +0.2 on the question. */
  private static Fixture.Log talk(double[]... rounds) {
    Fixture.Log log =
        new Fixture.Log(
            Fixture.manifest(
                Fixture.scenario(
                    Mode.DEBATE, Order.SIMULTANEOUS, rounds.length, rounds[0].length)));
    for (int round = 1; round <= rounds.length; round++) {
      log.add(new RunEvent.RoundOpened(round, Phase.OPENING));
      for (int seat = 0; seat < rounds[0].length; seat++) {
        log.add(Fixture.spoke(turn(round, seat), rounds[round - 1][seat]));
      }
    }
    return log;
  }

  private static Call turn(int round, int seat) {
    return new Call(Calls.turn(round, seat), CallKind.TURN, round, seat, 1);
  }

  private static RunEvent probed(int round, int seat, int repeat, double stance) {
    return new RunEvent.Probed(
        new RunEvent.Probe(
            Calls.probe(round, seat, repeat),
            round,
            seat,
            "p" + seat,
            stance,
            0.5,
            "",
            "sim",
            Fixture.ONE_CALL,
            1));
  }

  private static RunEvent said(int round, int seat, double stance, String text, String... cites) {
    return new RunEvent.TurnSpoken(
        new RunEvent.Turn(
            Calls.turn(round, seat),
            round,
            Phase.OPENING,
            seat,
            "p" + seat,
            "Name of p" + seat,
            stance,
            0.8,
            text,
            List.of(),
            List.of(cites),
            "sim",
            Fixture.ONE_CALL,
            5));
  }

  private static Findings.Movement movement(Fixture.Log log) {
    return Movements.of(log.state()).orElseThrow();
  }

  @Test
  void aPanelThatDrawsTogetherConformsAndCollapses() {
    Findings.Movement movement =
        movement(talk(new double[] {0.8, -0.4}, new double[] {0.5, 0.2}, new double[] {0.4, 0.3}));
    assertEquals(0.25, movement.flips());
    assertEquals(1.0, movement.conformity());
    assertEquals(1 - 0.05 / 0.6, movement.collapse(), 1e-12);
    assertTrue(movement.influence().explained() > 0.8);
  }

  @Test
  void onePanelDrawsApartAnotherStandsStill() {
    Findings.Movement apart = movement(talk(new double[] {0.1, -0.1}, new double[] {0.5, -0.5}));
    assertEquals(0.0, apart.conformity());
    assertEquals(-4, apart.collapse(), 1e-12);
    Findings.Movement still = movement(talk(new double[] {0.3, 0.3}, new double[] {0.3, 0.3}));
    assertNull(still.conformity());
    assertNull(still.collapse());
    assertNull(still.influence());
    assertTrue(Movements.of(talk(new double[] {0.3, 0.3}).state()).isEmpty());
  }

  @Test
  void whatIsShownIsToldFromWhatIsMeant() {
    Fixture.Log log = talk(new double[] {0.8, 0}, new double[] {0.2, 0});
    log.add(probed(0, 0, 0, 0.8));
    log.add(probed(2, 0, 0, 0.6));
    Findings.Apart apart = movement(log).apart().getFirst();
    assertEquals(-0.6, apart.publicChange(), 1e-12);
    assertEquals(-0.2, apart.privateChange(), 1e-12);
    assertEquals(0.4, apart.gap(), 1e-12);
  }

  @Test
  void whoDifferFromThemselvesAsMuchAsFromOthersAreNoise() {
    Fixture.Log log = talk(new double[] {0.25, 0.15}, new double[] {0.2, 0.2});
    log.add(probed(2, 0, 1, -0.5));
    log.add(probed(2, 0, 2, 0.5));
    Findings.Fidelity fidelity = Adherences.of(log.state()).orElseThrow();
    assertEquals(0.5, fidelity.within(), 1e-12);
    assertEquals(0.005, fidelity.between(), 1e-12);
    assertTrue(fidelity.warnings().getFirst().contains("noise"), fidelity.warnings().toString());
    assertEquals(0.975, fidelity.personas().getFirst().adherence(), 1e-12);
  }

  @Test
  void whoLeavesTheCardOrDriftsWithoutAReasonIsNamed() {
    Findings.Fidelity fidelity =
        Adherences.of(talk(new double[] {-0.9, 0.2}, new double[] {-0.9, 0.9}).state())
            .orElseThrow();
    assertEquals(2, fidelity.warnings().size(), fidelity.warnings().toString());
    assertTrue(fidelity.warnings().getFirst().startsWith("p0 began at -0.90"));
    assertTrue(fidelity.warnings().getLast().startsWith("p1 drifted by 0.70"));
    assertNull(fidelity.within());
  }

  @Test
  void theBridgeIsWhatBothSidesTookUpAndDissentRestsOnTurns() {
    Fixture.Log log =
        new Fixture.Log(Fixture.manifest(Fixture.scenario(Mode.DEBATE, Order.SIMULTANEOUS, 2, 3)));
    log.add(new RunEvent.RoundOpened(1, Phase.OPENING));
    log.add(said(1, 0, 0.8, "Trains are slow. Every model must be tested by outsiders first."));
    log.add(said(1, 1, 0.5, "Yes."));
    log.add(said(1, 2, -0.7, "No."));
    log.add(new RunEvent.RoundOpened(2, Phase.CLOSING));
    log.add(said(2, 0, 0.8, "As I said."));
    log.add(said(2, 1, 0.5, "I still agree with that.", "r1.s1"));
    log.add(said(2, 2, -0.7, "I grant that every model must be tested by outsiders.", "r1.s1"));
    for (int seat = 0; seat < 3; seat++) {
      Call vote = new Call(Calls.vote(seat, 0), CallKind.VOTE, 2, seat, 1);
      log.add(Fixture.voted(vote, seat == 2 ? Choice.AGAINST : Choice.FOR));
    }
    assertTrue(MinorityReport.of(log.state()).isEmpty());
    log.add(Outcome.of(log.state()));
    Findings.Minority minority = MinorityReport.of(log.state()).orElseThrow();
    assertEquals("Every model must be tested by outsiders first.", minority.bridge().sentence());
    assertEquals(List.of("r1.s1", "r2.s2"), minority.bridge().support().get("for"));
    assertEquals(List.of("r2.s3"), minority.bridge().support().get("against"));
    assertEquals(List.of("r2.s3", "r1.s3"), minority.dissents().getFirst().turns());
  }
}
