package io.lida.personas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lida.contract.Card;
import io.lida.contract.Personas.Problem;
import io.lida.contract.Wire;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules by hand and the published schema refuse the same cards at the same places. */
class CardRulesTest {
  private static final Grid GRID = Grid.read(House.CONF);
  private static final CardRules RULES = new CardRules(GRID);
  private static final CardSchema SCHEMA = CardSchema.read(House.CONF);

  static Stream<Arguments> spoilt() {
    return Stream.of(
        arguments("/beliefs/pace/value", "1.7", "must be at most 1, is 1.7"),
        arguments("/beliefs/pace/value", "-0.1", "must be at least 0, is -0.1"),
        arguments("/beliefs/pace/value", "1e999", "must be at most 1, is "),
        arguments("/beliefs/pace/value", "\"0.5\"", "must be a number, is text"),
        arguments("/beliefs/pace/value", "null", "must be a number, is null"),
        arguments("/beliefs/pace/value", null, "is missing"),
        arguments("/beliefs/pace", null, "is missing"),
        arguments("/beliefs/pcae", "0.5", "unknown field; did you mean \"pace\"?"),
        arguments("/beliefs", "[]", "must be an object, is a list"),
        arguments("/beliefs", null, "is missing"),
        arguments("/id", "\"No Such Id\"", "must be 1 to 64 of"),
        arguments("/id", "\"../../etc/passwd\"", "must be 1 to 64 of"),
        arguments("/id", "\"..\"", "must be 1 to 64 of"),
        arguments("/id", "\"\"", "must not be empty"),
        arguments("/id", "\"ok\\n\"", "must be 1 to 64 of"),
        arguments("/id", null, "is missing"),
        arguments("/version", "0", "must be at least 1, is 0"),
        arguments("/version", "1.5", "must be a whole number, is 1.5"),
        arguments("/version", "true", "must be a number, is true"),
        arguments("/version", null, "is missing"),
        arguments("/name", "\"\"", "must not be empty"),
        arguments("/name", "\"a\\u001b[2Jb\"", "must not contain control characters"),
        arguments("/name", "\"a\\u202eb\"", "must not contain control characters"),
        arguments("/name", "{}", "must be text, is an object"),
        arguments("/constituency", "\"open_sorce\"", "did you mean \"open_source\"?"),
        arguments("/constituency", null, "is missing"),
        arguments("/disposition", "\"optimistic\"", "unknown value"),
        arguments("/composite", "\"yes\"", "must be true or false, is text"),
        arguments("/composite", null, "is missing"),
        arguments("/public_figure", "1", "must be true or false, is a number"),
        arguments("/public_figure", "true", ""),
        arguments("/sources", "null", "must be a list, is null"),
        arguments("/background/summary", null, "is missing"),
        arguments("/background/sumary", "\"x\"", "did you mean \"summary\"?"),
        arguments("/background", "\"A story.\"", "must be an object, is text"),
        arguments("/expertise", "[]", "must have at least 1 entry"),
        arguments("/expertise/0/level", "\"guru\"", "must be one of none, novice"),
        arguments("/expertise/0/topic", "\"Law!\"", "must be 1 to 64 of"),
        arguments("/style/register", "\"loud\"", "must be one of formal, plain"),
        arguments("/style/max_words", "5", "must be at least 10, is 5"),
        arguments("/style/evidence", "7", "must be text, is a number"),
        arguments("/style", null, "is missing"),
        arguments("/typical_arguments/0/axis", "\"pcae\"", "did you mean \"pace\"?"),
        arguments("/typical_arguments/0/premises", "\"one\"", "must be a list, is text"),
        arguments("/typical_arguments/0/premises/1", "3", "must be text, is a number"),
        arguments("/red_lines", null, "is missing"),
        arguments("/red_lines/0/op", "\"<=\"", "must be one of <, >"),
        arguments("/red_lines/0/value", "2", "must be at most 1, is 2"),
        arguments("/dynamics/rule", "\"degroot\"", "must be one of friedkin_johnsen"),
        arguments("/dynamics/bias", "-1", "must be at least 0, is -1"),
        arguments("/dynamics", null, "is missing"),
        arguments("/model/primary", "\"gpt\"", "must look like provider/model"),
        arguments("/model/temperature", "9", "must be at most 2, is 9"),
        arguments("/model/seed", "0.5", "must be a whole number, is 0.5"),
        arguments("/probes/0/tolerance", "-1", "must be at least 0, is -1"),
        arguments("/parent", "\"../x\"", "must be 1 to 64 of"),
        arguments("/changes", "[{}]", ""),
        arguments("/notes", "[1]", ""),
        arguments("/extra", "1", "unknown field"));
  }

  @ParameterizedTest
  @MethodSource("spoilt")
  void aSpoiltCardIsRefusedAtTheSamePlaceByBoth(String pointer, String json, String reason) {
    ObjectNode card = House.card("x");
    spoil(card, pointer, json);
    Map<String, String> found = byHand(card);
    assertTrue(
        found.entrySet().stream()
            .anyMatch(
                problem ->
                    problem.getKey().startsWith(pointer) && problem.getValue().contains(reason)
                        || pointer.equals("/public_figure")),
        () -> "expected " + pointer + " " + reason + " among " + found);
    assertEquals(found.keySet(), bySchema(card));
  }

  static Stream<Arguments> shortOnes() {
    return Stream.of(
        arguments("{\"id\":\"a\",\"name\":\"A\"}", Set.of()),
        arguments("{\"id\":\"a\",\"name\":\"A\",\"beliefs\":{\"pace\":0.2}}", Set.of()),
        arguments("{\"id\":\"a\",\"name\":\"A\",\"beliefs\":{\"pace\":\"slow\"}}", Set.of()),
        arguments("{\"id\":\"a\",\"name\":\"A\",\"beliefs\":{\"god\":\"maybe\"}}", Set.of()),
        arguments(
            "{\"id\":\"a\",\"name\":\"A\",\"beliefs\":{\"pcae\":0.2}}", Set.of("/beliefs/pcae")),
        arguments(
            "{\"id\":\"a\",\"name\":\"A\",\"beliefs\":{\"pace\":2}}", Set.of("/beliefs/pace")),
        arguments("{\"id\":\"a\"}", Set.of("/name")),
        arguments("{\"id\":\"a\",\"name\":\"A\",\"backgrund\":\"x\"}", Set.of("/backgrund")),
        arguments("{\"id\":\"a\",\"name\":\"A\",\"background\":{}}", Set.of("/background")),
        arguments("{}", Set.of("/id", "/name")));
  }

  @ParameterizedTest
  @MethodSource("shortOnes")
  void bothReadTheShortForm(String json, Set<String> places) {
    assertEquals(places, byHand(Wire.parse(json)).keySet());
    assertEquals(places, bySchema(Wire.parse(json)));
  }

  @Test
  void bothAcceptEveryShippedCard() throws Exception {
    for (Path file : House.cards(House.SHIPPED, House.SHIPPED.resolve("team"))) {
      JsonNode card = Wire.parse(Files.readAllBytes(file));
      assertEquals(Map.of(), byHand(card), file.toString());
      assertEquals(Set.of(), bySchema(card), file.toString());
    }
  }

  @Test
  void theSchemaKnowsTheSameWordsAsTheGrid() throws Exception {
    Path file = House.CONF.resolve("schema/card.schema.json");
    JsonNode definitions = Wire.parse(Files.readAllBytes(file)).path("$defs");
    JsonNode fields = definitions.path("card").path("properties");
    assertEquals(GRID.constituencyIds(), words(fields.path("constituency")));
    assertEquals(GRID.dispositionIds(), words(fields.path("disposition")));
    assertEquals(Set.copyOf(Card.AXES), words(definitions.path("axis")));
  }

  private static Set<String> words(JsonNode choice) {
    return choice.path("enum").valueStream().map(JsonNode::asText).collect(Collectors.toSet());
  }

  private static Map<String, String> byHand(JsonNode card) {
    Map<String, String> found = new LinkedHashMap<>();
    RULES.check(card, found::put);
    return found;
  }

  private static Set<String> bySchema(JsonNode card) {
    return SCHEMA.check("x", card).stream()
        .map(Problem::pointer)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void spoil(ObjectNode card, String pointer, String json) {
    int slash = pointer.lastIndexOf('/');
    JsonNode place = card.at(pointer.substring(0, slash));
    String last = pointer.substring(slash + 1);
    JsonNode value = json == null ? null : Wire.parse(json);
    if (place instanceof ObjectNode object) {
      if (value == null) {
        object.remove(last);
      } else {
        object.set(last, value);
      }
    } else {
      ((ArrayNode) place).set(Integer.parseInt(last), value);
    }
  }
}
