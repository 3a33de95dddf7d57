package io.lida.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Event;
import io.lida.contract.Wire;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The log of a run as Redis holds it, checked without any help of the store. */
record Ledger(String run, List<Entry> entries) {
  /** Where an event that is somebody's answer says which call it answers. */
  private static final Map<String, String> ANSWERS =
      Map.of(
          "turn_spoken", "/turn/id",
          "probed", "/probe/id",
          "vote_cast", "/vote/id",
          "moved", "/move/id");

  Ledger {
    entries = List.copyOf(entries);
  }

  /** An entry as it is kept, with the key that names it within the run. */
  record Entry(
      String id,
      String type,
      String at,
      String key,
      JsonNode payload,
      byte[] bytes,
      String prev,
      String hash) {}

  /** Numbers 1..n without gap or duplicate, each hash over what is kept, each key once. */
  void assertWhole() {
    List<String> expected =
        IntStream.rangeClosed(1, entries.size()).mapToObj(seq -> seq + "-1").toList();
    assertEquals(expected, entries.stream().map(Entry::id).toList(), "numbers 1..n");
    String before = Event.GENESIS;
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      assertEquals(before, entry.prev(), "the chain before " + entry.id());
      assertEquals(
          Event.hash(before, run, i + 1, entry.type(), Instant.parse(entry.at()), entry.bytes()),
          entry.hash(),
          "the hash of " + entry.id());
      before = entry.hash();
    }
    List<String> keys = entries.stream().map(Entry::key).toList();
    assertEquals(keys.size(), new HashSet<>(keys).size(), "each event once: " + keys);
  }

  /** How often each type of event is there. */
  Map<String, Integer> types() {
    Map<String, Integer> types = new HashMap<>();
    entries.forEach(entry -> types.merge(entry.type(), 1, Integer::sum));
    return types;
  }

  /** The ids of turns, probes, votes and moves, in order. */
  List<String> answers() {
    return entries.stream()
        .filter(entry -> ANSWERS.containsKey(entry.type()))
        .map(entry -> entry.payload().at(ANSWERS.get(entry.type())).asText())
        .toList();
  }

  /** The calls that went out and have no answer: those that a death may make go out again. */
  Set<String> underWay() {
    Set<String> calls = new HashSet<>();
    entries.stream()
        .filter(entry -> entry.type().equals("calls_asked"))
        .forEach(
            entry ->
                entry.payload().path("calls").forEach(call -> calls.add(call.path("id").asText())));
    answers().forEach(calls::remove);
    return calls;
  }

  /** The events as the command prints them. */
  List<JsonNode> documents() {
    List<JsonNode> documents = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      documents.add(
          Wire.tree(
              Map.of(
                  "schema",
                  Event.SCHEMA,
                  "run_id",
                  run,
                  "seq",
                  i + 1,
                  "type",
                  entry.type(),
                  "at",
                  entry.at(),
                  "hash",
                  entry.hash(),
                  "prev_hash",
                  entry.prev(),
                  "payload",
                  entry.payload())));
    }
    return documents;
  }
}
