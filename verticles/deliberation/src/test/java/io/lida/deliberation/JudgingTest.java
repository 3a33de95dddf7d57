package io.lida.deliberation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.lida.contract.RunEvent;
import io.lida.contract.RunEvent.Aggregate;
import io.lida.contract.Skill;
import io.lida.science.pooling.Strategy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgingTest {
  private static final double NEAR = 1e-12;

  /** All strategies say one thing, the plain mean another, and median.cooke as it likes. */
  private static Judging.Case found(int outcome, double all, double mean, Aggregate cooke) {
    return new Judging.Case(
        outcome,
        Strategy.all().stream()
            .map(
                strategy ->
                    switch (strategy.id()) {
                      case "linear.equal" -> new Aggregate("linear.equal", mean, List.of());
                      case "median.cooke" -> cooke;
                      default -> new Aggregate(strategy.id(), all, List.of());
                    })
            .toList());
  }

  private static Skill.OfStrategy of(Skill skill, String strategy) {
    return skill.strategies().stream()
        .filter(one -> one.strategy().equals(strategy))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aStrategyIsJudgedAgainstTheShareThatCameTrueAndThePlainMean() {
    Aggregate fallen = new Aggregate("median.cooke", 0.5, List.of("weights_fallback=equal"));
    Aggregate none = new Aggregate("median.cooke", null, List.of("total_conflict"));
    Skill skill = Judging.skill(5, List.of(found(1, 0.9, 0.6, fallen), found(0, 0.2, 0.4, none)));
    assertEquals(5, skill.read());
    assertEquals(2, skill.resolved());
    assertEquals(0.5, skill.baseRate());
    assertEquals(169, skill.strategies().size());
    Skill.OfStrategy best = of(skill, "logarithmic.diversity");
    assertEquals(2, best.n());
    assertEquals(0.025, best.brier(), NEAR);
    assertEquals(1 - 0.025 / 0.25, best.overBaseRate(), NEAR);
    assertEquals(1 - 0.025 / 0.16, best.overMean(), NEAR);
    assertEquals(0, of(skill, "linear.equal").overMean(), NEAR);
    Skill.OfStrategy once = of(skill, "median.cooke");
    assertEquals(1, once.n());
    assertEquals(0.25, once.brier(), NEAR);
    assertNull(once.overBaseRate(), "of one run the base rate misses nothing");
    assertEquals(1 - 0.25 / 0.16, once.overMean(), NEAR);
    assertEquals(1, once.fallbacks());
  }

  @Test
  void withoutAResolvedRunThereIsNothingToJudge() {
    assertEquals(new Skill(Skill.SCHEMA, 3, 0, null, List.of()), Judging.skill(3, List.of()));
    assertEquals(Optional.empty(), Judging.judged(Fixture.spoken(0.4, -0.2)));
  }

  @Test
  void whatWasLastSaidIsJudgedByTheOutcomeLastGiven() {
    Fixture.Log log = new Fixture.Log(Fixture.manifest(EngineNode.debate(1, 1)));
    log.add(new RunEvent.RunResolved(1));
    assertEquals(Optional.empty(), Judging.judged(log.state()), "nobody spoke");
    log.add(new RunEvent.RoundOpened(1, io.lida.contract.Phase.OPENING));
    log.add(Fixture.spoke(new RunEvent.Call("r1.s1", RunEvent.CallKind.TURN, 1, 0, 1), 0.4));
    log.add(new RunEvent.RunResolved(0));
    Judging.Case judged = Judging.judged(log.state()).orElseThrow();
    assertEquals(0, judged.outcome());
    assertEquals(0.49, of(Judging.skill(1, List.of(judged)), "linear.equal").brier(), NEAR);
  }
}
