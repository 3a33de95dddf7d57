package io.lida.proof.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Event;
import io.lida.contract.Wire;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The log of a run as a reader gets it, and what is wrong with it. */
record Log(String run, List<JsonNode> events) {
  private static final int PAGE = 500;

  /** Reads it from the first event to the last. */
  static Log read(String run, Http door) throws IOException, InterruptedException {
    List<JsonNode> events = new ArrayList<>();
    while (true) {
      JsonNode page =
          door.read("/api/v1/runs/" + run + "/events?after=" + events.size() + "&limit=" + PAGE);
      page.path("events").forEach(events::add);
      if (page.path("events").isEmpty() || events.size() >= page.path("last").asInt()) {
        return new Log(run, events);
      }
    }
  }

  /** Numbers 1..n, each hash over what is there, each answer once, one begin and one end. */
  List<String> deviations(int answers) {
    List<String> wrong = new ArrayList<>();
    String before = Event.GENESIS;
    for (int i = 0; i < events.size(); i++) {
      JsonNode event = events.get(i);
      if (event.path("seq").asInt() != i + 1) {
        wrong.add(run + ": number " + event.path("seq") + " stands at " + (i + 1));
      }
      if (!event.path("prev_hash").asText().equals(before) || !hash(event).equals(hashed(event))) {
        wrong.add(run + ": the chain breaks at " + (i + 1));
      }
      before = event.path("hash").asText();
    }
    List<String> ids = answers();
    if (ids.size() != answers || new HashSet<>(ids).size() != answers) {
      wrong.add(run + ": " + answers + " answers expected, found " + ids);
    }
    for (String once : List.of("run_started", "decided", "run_completed")) {
      if (count(once) != 1) {
        wrong.add(run + ": " + once + " is there " + count(once) + " times");
      }
    }
    if (count("call_failed") > 0) {
      wrong.add(run + ": " + count("call_failed") + " calls failed");
    }
    return wrong;
  }

  private String hash(JsonNode event) {
    byte[] payload = Wire.text(event.path("payload")).getBytes(UTF_8);
    return Event.hash(
        event.path("prev_hash").asText(),
        run,
        event.path("seq").asLong(),
        event.path("type").asText(),
        Instant.parse(event.path("at").asText()),
        payload);
  }

  private static String hashed(JsonNode event) {
    return event.path("hash").asText();
  }

  long count(String type) {
    return events.stream().filter(event -> is(event, type)).count();
  }

  static boolean is(JsonNode event, String type) {
    return event.path("type").asText().equals(type);
  }

  static Instant at(JsonNode event) {
    return Instant.parse(event.path("at").asText());
  }

  /** The ids of turns and votes, in order. */
  List<String> answers() {
    List<String> ids = new ArrayList<>();
    for (JsonNode event : events) {
      String id = answer(event);
      if (!id.isEmpty()) {
        ids.add(id);
      }
    }
    return ids;
  }

  /** The id of the turn or vote that an event is; empty for others. */
  private static String answer(JsonNode event) {
    return switch (event.path("type").asText()) {
      case "turn_spoken" -> event.at("/payload/turn/id").asText();
      case "vote_cast" -> event.at("/payload/vote/id").asText();
      default -> "";
    };
  }

  /**
   * How often each call may have gone out beyond the once that everybody pays for: once for each
   * time the run was taken up while that call was under way.
   */
  Map<String, Integer> excused() {
    Map<String, Integer> excused = new HashMap<>();
    Set<String> underWay = new HashSet<>();
    for (JsonNode event : events) {
      switch (event.path("type").asText()) {
        case "calls_asked" ->
            event.at("/payload/calls").forEach(call -> underWay.add(call.path("id").asText()));
        case "run_resumed" -> underWay.forEach(call -> excused.merge(call, 1, Integer::sum));
        default -> underWay.remove(answer(event));
      }
    }
    return excused;
  }

  /** Answers that came in through another node than the one that had taken the run up last. */
  List<String> strange(Map<String, String> modelOfNode) {
    List<String> strange = new ArrayList<>();
    String model = "";
    for (JsonNode event : events) {
      if (is(event, "run_resumed")) {
        model = modelOfNode.getOrDefault(event.at("/payload/node").asText(), "");
      } else if (!model.isEmpty() && !answer(event).isEmpty()) {
        JsonNode said = event.path("payload").elements().next();
        if (!said.path("model").asText().equals(model)) {
          strange.add(
              run + ": " + answer(event) + " was written by an owner that had lost the run");
        }
      }
    }
    return strange;
  }
}
