package io.lida.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.Scenario;
import io.lida.contract.Scenario.Arm;
import io.lida.store.StudyPlan.Cell;
import io.lida.testkit.Node;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One Redis for all; each test has studies and tenants of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StudyPlansTest {
  private static final Duration LONG = Duration.ofDays(1);
  @TempDir static Path home;
  private Rig rig;
  private StudyPlans plans;

  @BeforeAll
  void open() {
    rig = new Rig(Rig.options(home, ""));
    plans = rig.store().studies();
  }

  @AfterAll
  void close() {
    rig.close();
  }

  private static StudyPlan plan(String id, String tenant, int later) {
    Scenario.Rules rules =
        Scenario.Rules.usual(Scenario.Mode.DEBATE).in(Arm.DELIBERATION, Arm.VOTE_ONLY);
    Scenario scenario =
        new Scenario(
            "s",
            "1.0",
            new Scenario.Simulation("Pause?", 1, 60),
            List.of(new Scenario.Participant("a.b", null, null)),
            rules,
            new Scenario.Output(true, "json"),
            null,
            null,
            new Scenario.Sweep(2, null));
    return new StudyPlan(id, tenant, scenario, 7, null, Rig.NOON.plusSeconds(later));
  }

  private StudyState find(String id) {
    return Node.await(plans.find(id)).orElseThrow();
  }

  @Test
  void theSameKeyAndQuestionIsOneStudy() {
    StudyPlan first = plan("one", "keys", 0);
    assertEquals(new Created.New("one"), Node.await(plans.enter(first, "k", "d")));
    assertEquals(new Created.New("one"), Node.await(plans.enter(first, "k", "d")));
    assertEquals(
        new Created.Existing("one"), Node.await(plans.enter(plan("two", "keys", 1), "k", "d")));
    assertEquals(
        new Created.Mismatch("one"), Node.await(plans.enter(plan("two", "keys", 1), "k", "e")));
    assertEquals(
        new Created.Taken("one"), Node.await(plans.enter(plan("one", "keys", 9), null, "")));
    assertEquals(new StudyState(first, "running", false, null, none(), Map.of()), find("one"));
    assertTrue(Node.await(plans.open()).contains("one"));
    Node.await(plans.forget("one"));
    assertEquals(new Created.New("two"), Node.await(plans.enter(plan("two", "keys", 1), "k", "d")));
    assertFalse(Node.await(plans.open()).contains("one"));
  }

  private static Map<Arm, Integer> none() {
    return Map.of(Arm.DELIBERATION, 0, Arm.VOTE_ONLY, 0);
  }

  @Test
  void aCellIsNotedOnceWhoeverIsFirst() {
    Node.await(plans.enter(plan("cells", "cells", 0), null, ""));
    Cell cell = new Cell(Arm.VOTE_ONLY, 2);
    Node.await(plans.begun("cells", cell, "r1"));
    Node.await(plans.begun("cells", cell, "r2"));
    assertEquals(Map.of(cell, new StudyState.Begun("r1", null)), find("cells").begun());
    assertTrue(Node.await(plans.ended("cells", cell, "r1", "failed")));
    assertFalse(Node.await(plans.ended("cells", cell, "r1", "completed")));
    StudyState state = find("cells");
    assertEquals(Map.of(cell, new StudyState.Begun("r1", "failed")), state.begun());
    assertEquals(Map.of(Arm.DELIBERATION, 0, Arm.VOTE_ONLY, 1), state.done());
    assertEquals(1, state.ended());
    assertFalse(Node.await(plans.ended("nowhere", cell, "r1", "failed")), "no study, no cell");
  }

  @Test
  void aStudyMovesOnlyFromWhereItMay() {
    Node.await(plans.enter(plan("moves", "moves", 0), null, ""));
    assertEquals("paused", Node.await(plans.pause("moves", "no such model")));
    assertEquals("no such model", find("moves").trouble());
    assertFalse(Node.await(plans.open()).contains("moves"));
    assertEquals("paused", Node.await(plans.complete("moves", LONG)), "only from running");
    assertEquals("running", Node.await(plans.resume("moves")));
    assertEquals(null, find("moves").trouble());
    assertTrue(Node.await(plans.open()).contains("moves"));
    assertEquals(-1, rig.redis("PTTL", Keys.plan("moves")).toInteger());
    assertEquals("cancelled", Node.await(plans.cancel("moves", LONG)));
    assertTrue(rig.redis("PTTL", Keys.plan("moves")).toLong() > 0, "kept for a time only");
    assertEquals("cancelled", Node.await(plans.resume("moves")), "for good");
    assertEquals("", Node.await(plans.resume("nothing")));
  }

  @Test
  void studiesAreListedNewestFirstByTenantAndTheExpiredAreForgotten() {
    Node.await(plans.enter(plan("l1", "list", 1), null, ""));
    Node.await(plans.enter(plan("l2", "other", 2), null, ""));
    Node.await(plans.enter(plan("l3", "list", 3), null, ""));
    Node.await(plans.drives("l3", LONG));
    Node.await(plans.ended("l1", new Cell(Arm.DELIBERATION, 1), "r", "completed"));
    List<StudyState> listed = Node.await(plans.list("list", 10));
    assertEquals(List.of("l3", "l1"), listed.stream().map(one -> one.plan().id()).toList());
    assertTrue(listed.getFirst().driven());
    assertEquals(Map.of(Arm.DELIBERATION, 1, Arm.VOTE_ONLY, 0), listed.getLast().done());
    assertEquals("l3", Node.await(plans.list("list", 1)).getFirst().plan().id());
    rig.redis("DEL", Keys.plan("l3"));
    assertEquals("l1", Node.await(plans.list("list", 1)).getFirst().plan().id());
    assertFalse(rig.redis("ZRANGE", Keys.studies(), 0, -1).toString().contains("l3"));
  }

  @Test
  void whatLooksLikeASecretIsNotKept() {
    StudyPlan plan = plan("masked", "masked", 0);
    Scenario scenario = plan.scenario();
    Scenario leaky =
        new Scenario(
            scenario.name(),
            scenario.version(),
            new Scenario.Simulation("Is sk-ant-" + "abcdefghij".repeat(4) + " safe?", 1, 60),
            scenario.personas(),
            scenario.deliberation(),
            scenario.output(),
            null,
            null,
            scenario.sweep());
    Node.await(plans.enter(new StudyPlan("masked", "masked", leaky, 7, null, Rig.NOON), null, ""));
    assertFalse(find("masked").plan().scenario().topic().contains("abcdefghij"));
  }
}
