package io.lida.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventTest {
  private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");

  @Test
  void anEventSaysItsTypeBesideItsPayload() {
    RunEvent opened = new RunEvent.RoundOpened(2, Phase.REBUTTAL);
    Event event = new Event(Event.SCHEMA, "k3", 4, AT, "aa", "bb", opened);
    String json =
        "{\"schema\":\"lida.event/v1\",\"run_id\":\"k3\",\"seq\":4,\"type\":\"round_opened\","
            + "\"at\":\"2026-11-20T12:00:00Z\",\"hash\":\"aa\",\"prev_hash\":\"bb\","
            + "\"payload\":{\"round\":2,\"phase\":\"rebuttal\"}}";
    assertEquals(Wire.parse(json), Wire.parse(Wire.text(event)));
    assertEquals(event, Wire.read(json, Event.class));
  }

  @Test
  void theHashDependsOnEveryPart() {
    byte[] payload = "{}".getBytes(UTF_8);
    String hash = Event.hash(Event.GENESIS, "r", 1, "t", AT, payload);
    List<String> others =
        List.of(
            Event.hash(hash, "r", 1, "t", AT, payload),
            Event.hash(Event.GENESIS, "q", 1, "t", AT, payload),
            Event.hash(Event.GENESIS, "r", 2, "t", AT, payload),
            Event.hash(Event.GENESIS, "r", 1, "u", AT, payload),
            Event.hash(Event.GENESIS, "r", 1, "t", AT.plusMillis(1), payload),
            Event.hash(Event.GENESIS, "r", 1, "t", AT, "[]".getBytes(UTF_8)));
    others.forEach(other -> assertNotEquals(hash, other));
    assertEquals(hash, Event.hash(Event.GENESIS, "r", 1, "t", AT, payload));
  }

  @Test
  void anUnknownCostMakesTheSumUnknown() {
    Usage known = new Usage(1, 10, 5, 0.25, 0, false);
    Usage unknown = new Usage(1, 10, 5, null, 0, true);
    assertEquals(new Usage(2, 20, 10, 0.5, 0, false), known.plus(known));
    assertEquals(new Usage(2, 20, 10, null, 0, true), known.plus(unknown));
    assertEquals(
        "{\"calls\":1,\"input_tokens\":10,\"output_tokens\":5,\"cost_usd\":null,"
            + "\"cached_calls\":0,\"estimated\":true}",
        Wire.text(unknown));
  }

  @Test
  void jsonDeeperThanTheHouseIsRefused() {
    String deep = "[".repeat(2_000) + "]".repeat(2_000);
    org.junit.jupiter.api.Assertions.assertThrows(
        IllegalArgumentException.class, () -> Wire.parse(deep));
  }
}
