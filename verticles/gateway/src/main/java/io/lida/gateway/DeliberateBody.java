package io.lida.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The body of {@code POST /api/deliberate} and {@code POST /api/v1/studies}: a topic or a scenario,
 * and wishes that are laid over it. Only its form is checked here; whether it makes sense is for
 * the engine to say.
 */
final class DeliberateBody {
  private static final List<String> USUAL_PERSONAS =
      List.of(
          "safety_research.catastrophist", "open_source.accelerationist", "academic_ml.empiricist");

  /** Where in a scenario each wish has its place. */
  private static final Map<String, String> PLACES =
      Map.ofEntries(
          Map.entry("name", "/name"),
          Map.entry("topic", "/simulation/auto_start_topic"),
          Map.entry("rounds", "/simulation/max_rounds"),
          Map.entry("timeout_seconds", "/simulation/timeout_seconds"),
          Map.entry("personas", "/personas"),
          Map.entry("mode", "/deliberation/mode"),
          Map.entry("voting_method", "/deliberation/voting_method"),
          Map.entry("options", "/deliberation/options"),
          Map.entry("consensus_threshold", "/deliberation/consensus_threshold"),
          Map.entry("aggregation", "/deliberation/aggregation"),
          Map.entry("order", "/deliberation/order"),
          Map.entry("visibility", "/deliberation/visibility"),
          Map.entry("moderator", "/deliberation/moderator"),
          Map.entry("turn_taking", "/deliberation/turn_taking"),
          Map.entry("quorum", "/deliberation/quorum"),
          Map.entry("stop_on_consensus", "/deliberation/stop_on_consensus"),
          Map.entry("axes", "/deliberation/axes"),
          Map.entry("arms", "/deliberation/arms"),
          Map.entry("repeats", "/sweep/repeats"),
          Map.entry("answer", "/sweep/answer"),
          Map.entry("budget", "/budget"),
          Map.entry("game", "/game"));

  private static final List<String> OTHERS = List.of("scenario", "model", "seed", "stream");

  private final ObjectNode body;

  /**
   * A body of the right form.
   *
   * @throws Fault INVALID with every problem and its JSON pointer
   */
  DeliberateBody(JsonNode json) {
    if (!(json instanceof ObjectNode object)) {
      throw new Fault(
          FaultCode.INVALID,
          "the body is not an object",
          "expected {\"topic\": ...} or {\"scenario\": ...}",
          "");
    }
    this.body = object;
    List<String> problems = problems();
    if (!problems.isEmpty()) {
      throw new Fault(
          FaultCode.INVALID,
          problems.size() == 1
              ? problems.getFirst()
              : "the body has " + problems.size() + " problems",
          problems.size() == 1 ? "" : String.join("; ", problems),
          "GET /openapi.json describes every field");
    }
  }

  /** What the scenario is to be read from, if the body brings one. */
  Optional<JsonNode> scenario() {
    return Optional.ofNullable(body.get("scenario"));
  }

  Optional<Long> seed() {
    return Optional.ofNullable(body.get("seed")).map(JsonNode::longValue);
  }

  Optional<String> model() {
    return Optional.ofNullable(body.get("model")).map(JsonNode::textValue);
  }

  boolean stream() {
    return !body.has("stream") || body.get("stream").booleanValue();
  }

  /** Whether anything is to be laid over a scenario. */
  boolean wishes() {
    return PLACES.keySet().stream().anyMatch(body::has);
  }

  /** The scenario of a topic alone, as people would write it. */
  ObjectNode written() {
    ObjectNode base = JsonNodeFactory.instance.objectNode();
    String mode = body.path("mode").asText("debate");
    base.put("name", mode.isEmpty() ? "debate" : mode);
    USUAL_PERSONAS.forEach(id -> base.withArray("personas").addObject().put("id", id));
    return over(base);
  }

  /** The scenario with the wishes laid over it. */
  ObjectNode over(ObjectNode base) {
    PLACES.forEach(
        (field, place) -> {
          JsonNode wish = body.get(field);
          if (wish != null) {
            int cut = place.lastIndexOf('/');
            ObjectNode parent = cut == 0 ? base : base.withObject(place.substring(0, cut));
            parent.set(place.substring(cut + 1), form(field, wish));
          }
        });
    return base;
  }

  /** Ids stand for participants, and a threshold may be a number or a fraction. */
  private static JsonNode form(String field, JsonNode wish) {
    return switch (field) {
      case "personas" -> {
        var seats = JsonNodeFactory.instance.arrayNode();
        wish.forEach(seat -> seats.add(participant(seat)));
        yield seats;
      }
      case "moderator" -> participant(wish);
      case "consensus_threshold" -> JsonNodeFactory.instance.textNode(wish.asText());
      default -> wish;
    };
  }

  private static JsonNode participant(JsonNode seat) {
    return seat.isTextual()
        ? JsonNodeFactory.instance.objectNode().put("id", seat.textValue())
        : seat;
  }

  private List<String> problems() {
    List<String> problems = new ArrayList<>();
    List<String> known = new ArrayList<>(PLACES.keySet());
    known.addAll(OTHERS);
    for (Iterator<String> names = body.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        problems.add("/" + name + ": unknown field" + Nearest.clause(name, known));
      }
    }
    if (body.has("topic") == body.has("scenario")) {
      problems.add("either \"topic\" or \"scenario\" is wanted, and not both");
    }
    kind(problems, "topic", body.path("topic").isTextual(), "a text");
    kind(problems, "model", body.path("model").isTextual(), "a text: provider/model");
    kind(problems, "seed", body.path("seed").canConvertToLong(), "a whole number");
    kind(problems, "stream", body.path("stream").isBoolean(), "true or false");
    kind(problems, "rounds", body.path("rounds").isIntegralNumber(), "a whole number");
    kind(problems, "options", body.path("options").isArray(), "a list of {id, text}");
    kind(problems, "personas", body.path("personas").isArray(), "a list of ids");
    kind(problems, "arms", body.path("arms").isArray(), "a list of arms");
    kind(problems, "repeats", body.path("repeats").isIntegralNumber(), "a whole number");
    kind(problems, "game", body.path("game").isObject(), "an object with a name");
    JsonNode scenario = body.path("scenario");
    kind(
        problems,
        "scenario",
        scenario.isObject() || scenario.isTextual(),
        "an object, YAML, or the name of a scenario");
    JsonNode threshold = body.path("consensus_threshold");
    kind(
        problems,
        "consensus_threshold",
        threshold.isNumber() || threshold.isTextual(),
        "a number or a fraction such as \"2/3\"");
    return problems;
  }

  private void kind(List<String> problems, String field, boolean right, String wanted) {
    if (body.has(field) && !right) {
      problems.add("/" + field + ": must be " + wanted);
    }
  }
}
