package io.lida.deliberation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.Axis;
import io.lida.contract.Findings;
import io.lida.contract.Llm;
import io.lida.contract.Manifest;
import io.lida.contract.Phase;
import io.lida.contract.Run;
import io.lida.contract.RunEvent;
import io.lida.contract.RunEvent.Call;
import io.lida.contract.RunEvent.CallKind;
import io.lida.contract.RunEvent.Choice;
import io.lida.contract.Scenario.Mode;
import io.lida.contract.Scenario.Order;
import io.lida.testkit.Altered;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    return probed(round, seat, repeat, stance, Map.of());
  }

  private static RunEvent probed(
      int round, int seat, int repeat, double stance, Map<String, Double> axes) {
    return new RunEvent.Probed(
        new RunEvent.Probe(
            Calls.probe(round, seat, repeat),
            round,
            seat,
            "p" + seat,
            stance,
            0.5,
            axes,
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
  void eachRoundSaysWhoJoinedTheOthersWhoTurnedAndHowManyCampsThereAre() {
    List<Run.Beliefs> rounds =
        Standings.of(
            talk(
                    new double[] {0.8, -0.5, 0.6, 0.2},
                    new double[] {0.5, 0.2, 0.6, 0.3},
                    new double[] {0.4, 0.3, 0.6, -0.3},
                    new double[] {0.4, 0.3, 0.6, -0.3})
                .state());
    assertEquals(List.of(2, 1, 2, 2), rounds.stream().map(Run.Beliefs::clusters).toList());
    assertEquals(
        Arrays.asList(null, 1.0, 2.0 / 3, null),
        rounds.stream().map(Run.Beliefs::conformity).toList());
    assertEquals(
        Arrays.asList(null, 0.25, 0.25, 0.0), rounds.stream().map(Run.Beliefs::flips).toList());
    double[] poles = {-0.9, -0.9, 0.9, 0.9};
    assertEquals(1 / 7.5, Standings.of(talk(poles).state()).getFirst().bimodality(), 1e-12);
    assertNull(Standings.of(talk(new double[] {-1, 1, 1}).state()).getFirst().bimodality());
    double[] alike = {0.3, 0.3, 0.3, 0.3};
    assertNull(Standings.of(talk(alike).state()).getFirst().bimodality());
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
  void beliefsAreFollowedOnTheAxesAskedFor() {
    Axis pace = new Axis("pace", "halt", "race");
    Axis silent = new Axis("liability", "none", "strict");
    Manifest manifest =
        Altered.of(
            Fixture.manifest(Fixture.scenario(Mode.DEBATE, Order.SIMULTANEOUS, 2, 2)),
            "/axes",
            List.of(pace, silent));
    Fixture.Log log = new Fixture.Log(manifest);
    log.add(probed(0, 0, 0, 0, Map.of("pace", 0.0)));
    log.add(probed(0, 1, 0, 0, Map.of("pace", 1.0)));
    log.add(probed(2, 0, 0, 0, Map.of("pace", 0.4)));
    log.add(probed(2, 0, 1, 0, Map.of("pace", 0.9)));
    log.add(probed(2, 1, 0, 0));
    List<Findings.Course> courses = Courses.of(log.state());
    assertEquals(
        List.of(
            new Findings.Standing(0, Map.of("p0", 0.0, "p1", 1.0), 0.5, 0.5, 1),
            new Findings.Standing(2, Map.of("p0", 0.4), 0.4, 0, 0)),
        courses.getFirst().rounds());
    assertEquals(Optional.of(new Findings.Mover("p0", 0.4)), courses.getFirst().farthest());
    assertEquals(new Findings.Course("liability", List.of()), courses.getLast());
    assertEquals(Optional.empty(), courses.getLast().farthest());
    Run run = Document.of("k3", log.state(), "running");
    assertEquals(courses, run.findings().axes());
    assertTrue(
        Markdown.of(run)
            .contains(
                "- pace: round 0 mean 0.50, polarization 1.00; round 2 mean 0.40, polarization"
                    + " 0.00; farthest p0 +0.40\n"
                    + "- liability: nobody answered"));
    String asked = ask(log, CallKind.PROBE).user();
    assertTrue(asked.contains("pace: 0 is \"halt\", 1 is \"race\"\n"), asked);
    assertTrue(
        asked.endsWith("Add \"axes\": {\"pace\": 0.4, ...}, a number from 0 to 1 for each."));
    assertFalse(ask(log, CallKind.TURN).user().contains("halt"));
  }

  private static Llm.Prompt ask(Fixture.Log log, CallKind kind) {
    Call call = new Call(Calls.probe(2, 0, 0), kind, 2, 0, 1);
    return new Briefing("k3", log.state(), false).complete(call).prompt();
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
