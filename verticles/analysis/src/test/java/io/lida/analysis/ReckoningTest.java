package io.lida.analysis;

import static io.lida.analysis.Samples.Ended.failed;
import static io.lida.analysis.Samples.Ended.split;
import static io.lida.analysis.Samples.Ended.won;
import static io.lida.analysis.Samples.all;
import static io.lida.analysis.Samples.plan;
import static io.lida.analysis.Samples.seen;
import static io.lida.contract.Scenario.Arm.DELIBERATION;
import static io.lida.contract.Scenario.Arm.SELF_CORRECTION;
import static io.lida.contract.Scenario.Arm.VOTE_ONLY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.FaultCode;
import io.lida.contract.Study;
import io.lida.contract.Study.Measure;
import io.lida.contract.Usage;
import io.lida.store.StudyPlan;
import io.lida.store.StudyPlan.Cell;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Studies folded from runs written by hand. */
class ReckoningTest {
  private static Study study(StudyPlan plan, List<Observation> seen) {
    return Reckoning.of(plan, "completed", null, seen);
  }

  private static Study.Premium premium(Study study, Measure measure) {
    return study.premiums().stream()
        .filter(one -> one.measure() == measure)
        .findFirst()
        .orElseThrow();
  }

  private static boolean says(Study study, String words) {
    return study.notes().stream().anyMatch(note -> note.contains(words));
  }

  @Test
  void anArmIsTheMeanOverAllItsRunsAndWhatFailedIsNotRight() {
    StudyPlan plan = plan(4, "for", DELIBERATION);
    Study study =
        study(
            plan,
            seen(
                plan,
                DELIBERATION,
                won("for", 0.9),
                won("against", 0.3),
                split(0.6),
                failed(FaultCode.DECLINED, FaultCode.TIMEOUT, FaultCode.GARBLED)));
    Study.Arm arm = study.arms().getFirst();
    assertEquals(4, arm.ended());
    assertEquals(0.25, arm.measures().get(Measure.RIGHT), 1e-12);
    assertEquals(0.5, arm.measures().get(Measure.CONSENSUS), 1e-12);
    assertEquals(0.6, arm.measures().get(Measure.POOLED), 1e-12, "of those with a value");
    assertEquals((0.01 + 0.49 + 0.16) / 3, arm.measures().get(Measure.BRIER), 1e-12);
    assertEquals(Map.of("for", 1, "against", 1, "none", 2), arm.winners());
    assertEquals(new Study.Losses(1, 15, 1, 1, 1, 0), arm.losses());
    assertEquals(new Usage(16, 400, 200, 0.0, 0, false), arm.usage());
    assertEquals(
        new Study.Repeat(2, "deliberation-2", 8, "completed", "against"), arm.runs().get(1));
    assertTrue(says(study, "deliberation: 1 of 4 runs ended without a decision"));
    assertTrue(
        says(study, "3 of 15 calls gave no answer (1 refused, 1 not in time, 1 unreadable)"));
    assertEquals(List.of(), study.premiums());
  }

  @Test
  void aRunThatIsUnderWayCountsNowhereYet() {
    StudyPlan plan = plan(2, "for", DELIBERATION);
    Study study =
        study(plan, seen(plan, DELIBERATION, won("for", 0.9), failed().status("running")));
    assertEquals(1, study.arms().getFirst().ended());
    assertEquals(2, study.arms().getFirst().runs().size());
    assertEquals(1.0, study.arms().getFirst().measures().get(Measure.RIGHT), 0);
    assertEquals(0, study.arms().getFirst().losses().runs());
    assertTrue(says(study, "1 of 2 runs have ended"));
  }

  @Test
  void aRemovedRunIsALoss() {
    StudyPlan plan = plan(2, "for", DELIBERATION);
    Study study =
        study(
            plan,
            all(
                seen(plan, DELIBERATION, won("for", 0.9)),
                List.of(Observation.removed(new Cell(DELIBERATION, 2), "gone", 8))));
    assertEquals(0.5, study.arms().getFirst().measures().get(Measure.RIGHT), 0);
    assertEquals(1, study.arms().getFirst().losses().runs());
    assertEquals("removed", study.arms().getFirst().runs().get(1).status());
  }

  @Test
  void thePremiumIsTheMeanDifferenceWithinRepeatsAndItsIntervalIsReproducible() {
    StudyPlan plan = plan(6, "for", DELIBERATION, VOTE_ONLY);
    List<Observation> seen =
        all(
            seen(
                plan,
                DELIBERATION,
                won("for", 0.9),
                won("for", 0.8),
                won("for", 0.9),
                won("for", 0.7),
                won("against", 0.4),
                won("for", 0.9)),
            seen(
                plan,
                VOTE_ONLY,
                won("against", 0.4),
                won("for", 0.7),
                won("against", 0.3),
                won("against", 0.4),
                won("against", 0.3),
                won("against", 0.2)));
    Study study = study(plan, seen);
    Study.Premium right = premium(study, Measure.RIGHT);
    assertEquals(VOTE_ONLY, right.control());
    assertEquals(4.0 / 6, right.difference(), 1e-12);
    assertEquals(6, right.pairs());
    assertEquals("bca", right.interval());
    double low = assertKnown(right.low());
    double high = assertKnown(right.high());
    assertTrue(low > 0 && low < right.difference() && right.difference() <= high && high <= 1);
    assertTrue(premium(study, Measure.BRIER).difference() < 0);
    assertTrue(says(study, "brier: lower is better"));
    assertEquals(study, study(plan, seen), "the seed of the study decides the draws");
    assertFalse(says(study, "interval of right includes 0"));
    assertTrue(
        says(
            study,
            "the interval of consensus includes 0, so no premium can be claimed from 6 repeats"));
  }

  private static double assertKnown(Double bound) {
    assertNotNull(bound);
    return bound;
  }

  @Test
  void aLossPullsThePremiumDownAndIsNotLeftOut() {
    StudyPlan plan = plan(2, "for", DELIBERATION, VOTE_ONLY);
    Study study =
        study(
            plan,
            all(
                seen(plan, DELIBERATION, won("for", 0.9), failed()),
                seen(plan, VOTE_ONLY, won("for", 0.8), won("for", 0.8))));
    assertEquals(-0.5, premium(study, Measure.RIGHT).difference(), 1e-12);
    assertEquals(2, premium(study, Measure.RIGHT).pairs());
    assertEquals(1, premium(study, Measure.POOLED).pairs(), "nothing was pooled in the other");
  }

  @Test
  void onePairHasNoIntervalAndANoteSaysWhy() {
    StudyPlan plan = plan(1, null, DELIBERATION, VOTE_ONLY);
    Study study =
        study(
            plan,
            all(seen(plan, DELIBERATION, won("for", 0.9)), seen(plan, VOTE_ONLY, split(0.5))));
    Study.Premium consensus = premium(study, Measure.CONSENSUS);
    assertEquals(1.0, consensus.difference(), 0);
    assertNull(consensus.low());
    assertNull(consensus.high());
    assertNull(consensus.interval());
    assertTrue(says(study, "consensus and pooled without an interval, which needs two repeats"));
    assertTrue(says(study, "no answer is known"));
  }

  @Test
  void pairsThatAllDifferByTheSameSayNothingOfOthers() {
    StudyPlan plan = plan(2, null, DELIBERATION, SELF_CORRECTION);
    Study study =
        study(
            plan,
            all(
                seen(plan, DELIBERATION, won("for", 0.9), won("for", 0.8)),
                seen(plan, SELF_CORRECTION, split(0.4), split(0.5))));
    assertEquals(premium(study, Measure.CONSENSUS).low(), 1.0);
    assertTrue(says(study, "consensus differs by the same in all repeats"));
  }

  @Test
  void whatNeitherArmCanSayTogetherIsSaid() {
    StudyPlan plan = plan(1, null, DELIBERATION, VOTE_ONLY);
    Study study =
        study(
            plan, all(seen(plan, DELIBERATION, won("for", 0.9)), seen(plan, VOTE_ONLY, failed())));
    assertTrue(says(study, "against vote_only: no repeat says pooled in both arms"));
  }

  @Test
  void anOutcomeThatWasRecordedOfOneRunIsThatOfAll() {
    StudyPlan plan = plan(2, null, DELIBERATION);
    Study study =
        study(plan, seen(plan, DELIBERATION, won("against", 0.1).resolved(0), won("for", 0.9)));
    assertEquals("against", study.answer());
    assertEquals(0.5, study.arms().getFirst().measures().get(Measure.RIGHT), 0);
    Study disputed =
        study(
            plan,
            seen(plan, DELIBERATION, won("against", 0.1).resolved(0), won("for", 0.9).resolved(1)));
    assertNull(disputed.answer());
    assertFalse(disputed.arms().getFirst().measures().containsKey(Measure.RIGHT));
    assertTrue(says(disputed, "resolved in two ways"));
  }

  @Test
  void armsThatDoNotCostTheSameAreSaidToDiffer() {
    StudyPlan plan = plan(1, "for", DELIBERATION, VOTE_ONLY);
    Study study =
        study(
            plan,
            all(
                seen(plan, DELIBERATION, won("for", 0.9)),
                seen(plan, VOTE_ONLY, won("for", 0.9).silent(FaultCode.UPSTREAM))));
    assertTrue(says(study, "vote_only was asked 1.25 times as often"));
    assertTrue(says(study, "tokens, as a part of the deliberation's: vote_only 1.00"));
    assertTrue(says(study, "1 of 5 calls gave no answer (1 failed)"));
  }

  @Test
  void simulatedModelsAndTroubleAreSaid() {
    StudyPlan plan = plan(1, "for", DELIBERATION);
    List<Observation> simulated = seen(plan, DELIBERATION, won("for", 0.9));
    assertTrue(says(study(plan, simulated), "simulated models spoke"));
    List<Observation> real = seen(plan, DELIBERATION, won("for", 0.9).by("openai/x"));
    assertFalse(says(study(plan, real), "simulated models spoke"));
    Study stuck = Reckoning.of(plan, "paused", "no such model", List.of());
    assertTrue(says(stuck, "it stands still: no such model"));
  }
}
