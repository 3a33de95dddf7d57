package io.lida.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.FaultCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BreakerTest {
  private final Clock clock = new Clock();
  private final List<String> states = new ArrayList<>();
  private final Breaker breaker =
      new Breaker(
          "local/m",
          Settings.Circuits.defaults(),
          Duration.ofSeconds(180),
          clock,
          state -> states.add(state.id()));

  @Test
  void opensWhenHalfOfTenCallsFailed() {
    reports(true, 5);
    reports(false, 4);
    assertEquals(List.of(), states);
    reports(false, 1);
    assertEquals(List.of("open"), states);
  }

  @Test
  void nineFailuresAreTooFewToJudge() {
    reports(false, 9);
    assertEquals(List.of(), states);
  }

  @Test
  void failuresOfLongAgoDoNotCount() {
    reports(false, 9);
    clock.pass(Duration.ofSeconds(31));
    reports(false, 9);
    assertEquals(List.of(), states);
  }

  @Test
  void anOpenCircuitRefusesAtOnceAndSaysSinceWhenAndUntilWhen() {
    reports(false, 10);
    Trouble trouble = assertThrows(Trouble.class, breaker::admit);
    assertEquals(FaultCode.CIRCUIT_OPEN, trouble.fault().code());
    String why = trouble.fault().detail();
    assertTrue(why.contains("open since 2026-11-20T12:00:00Z"), why);
    assertTrue(why.contains("due at 2026-11-20T12:01:00Z"), why);
  }

  @Test
  void oneProbeDecides() {
    reports(false, 10);
    clock.pass(Duration.ofSeconds(60));
    Breaker.State probe = breaker.admit();
    assertThrows(Trouble.class, breaker::check);
    breaker.report(probe, true);
    breaker.admit();
    assertEquals(List.of("open", "half_open", "closed"), states);
  }

  @Test
  void aProbeThatFailsOpensItAgain() {
    reports(false, 10);
    clock.pass(Duration.ofSeconds(60));
    breaker.report(breaker.admit(), false);
    String why = assertThrows(Trouble.class, breaker::admit).fault().detail();
    assertEquals(List.of("open", "half_open", "open"), states);
    assertTrue(why.contains("open since 2026-11-20T12:00:00Z"), why);
    assertTrue(why.contains("due at 2026-11-20T12:02:00Z"), why);
  }

  @Test
  void aRefusalOfOursShowsThatTheProbeWasHeard() {
    reports(false, 10);
    clock.pass(Duration.ofSeconds(60));
    breaker.answered(breaker.admit());
    assertEquals("closed", breaker.state().id());
  }

  @Test
  void aProbeWithoutAResultMakesRoomForTheNext() {
    reports(false, 10);
    clock.pass(Duration.ofSeconds(60));
    breaker.retract(breaker.admit());
    breaker.report(breaker.admit(), true);
    assertEquals("closed", breaker.state().id());
  }

  @Test
  void whatALateCallReportsCountsNoMore() {
    Breaker.State late = breaker.admit();
    reports(false, 10);
    clock.pass(Duration.ofSeconds(60));
    Breaker.State probe = breaker.admit();
    breaker.report(late, true);
    assertEquals("half_open", breaker.state().id());
    breaker.report(probe, true);
    breaker.report(late, false);
    assertEquals("closed", breaker.state().id());
  }

  private void reports(boolean well, int times) {
    for (int call = 0; call < times; call++) {
      breaker.report(breaker.admit(), well);
    }
  }
}
