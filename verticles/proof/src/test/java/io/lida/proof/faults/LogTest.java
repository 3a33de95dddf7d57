package io.lida.proof.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Event;
import io.lida.contract.Wire;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** That the checker of logs finds what it is there to find. */
class LogTest {
  private static final Instant AT = Instant.parse("2026-11-21T09:00:00.123Z");

  private final List<JsonNode> events = new ArrayList<>();
  private String before = Event.GENESIS;

  @Test
  void aWholeLogHasNoDeviations() {
    assertEquals(List.of(), whole().deviations(2));
  }

  @Test
  void aGapAndABrokenChainAreFound() {
    Log log = whole();
    events.remove(2);
    assertFound(log, "stands at 3");
    assertFound(log, "the chain breaks at 3");
  }

  @Test
  void aChangedWordIsFound() {
    whole();
    JsonNode turn = events.get(3);
    String text = Wire.text(turn).replace("\"stub-1\"", "\"stub-2\"");
    events.set(3, Wire.parse(text));
    assertFound(new Log("run", events), "the chain breaks at 4");
  }

  @Test
  void anAnswerThatIsThereTwiceIsFound() {
    add("run_started", Map.of());
    turn("r1.s1", "stub-1");
    turn("r1.s1", "stub-1");
    assertFound(new Log("run", events), "answers expected");
  }

  @Test
  void anEndThatIsMissingAndACallThatFailedAreFound() {
    add("run_started", Map.of());
    add("call_failed", Map.of());
    Log log = new Log("run", events);
    assertFound(log, "run_completed is there 0 times");
    assertFound(log, "1 calls failed");
  }

  @Test
  void onlyCallsUnderWayAtATakeOverAreExcused() {
    add("calls_asked", Map.of("calls", List.of(Map.of("id", "r1.s1"), Map.of("id", "r1.s2"))));
    turn("r1.s1", "stub-1");
    add("run_resumed", Map.of("node", "n2"));
    turn("r1.s2", "stub-2");
    add("run_resumed", Map.of("node", "n1"));

    assertEquals(Map.of("r1.s2", 1), new Log("run", events).excused());
  }

  @Test
  void anAnswerOfAnOwnerThatLostTheRunIsFound() {
    Map<String, String> models = Map.of("n1", "stub-1", "n2", "stub-2");
    turn("r1.s1", "stub-1");
    add("run_resumed", Map.of("node", "n2"));
    turn("r1.s2", "stub-2");
    assertEquals(List.of(), new Log("run", events).strange(models));
    turn("r1.s3", "stub-1");
    assertEquals(1, new Log("run", events).strange(models).size());
  }

  private Log whole() {
    add("run_started", Map.of("manifest", Map.of()));
    add("round_opened", Map.of("round", 1));
    add("calls_asked", Map.of("calls", List.of(Map.of("id", "r1.s1"))));
    turn("r1.s1", "stub-1");
    turn("r1.s2", "stub-1");
    add("decided", Map.of());
    add("run_completed", Map.of());
    return new Log("run", events);
  }

  private void turn(String id, String model) {
    add("turn_spoken", Map.of("turn", Map.of("id", id, "model", model, "stance", 0.25)));
  }

  private void add(String type, Map<String, Object> payload) {
    JsonNode body = Wire.tree(payload);
    int seq = events.size() + 1;
    String hash = Event.hash(before, "run", seq, type, AT, Wire.bytes(body));
    events.add(
        Wire.tree(
            Map.of(
                "seq",
                seq,
                "type",
                type,
                "at",
                AT,
                "hash",
                hash,
                "prev_hash",
                before,
                "payload",
                body)));
    before = hash;
  }

  private static void assertFound(Log log, String what) {
    List<String> found = log.deviations(2);
    assertTrue(found.stream().anyMatch(each -> each.contains(what)), found::toString);
  }
}
