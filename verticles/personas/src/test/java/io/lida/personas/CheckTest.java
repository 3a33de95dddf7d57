package io.lida.personas;

import static io.lida.contract.Personas.CHECK;
import static io.lida.contract.Personas.LIST;
import static io.lida.contract.Personas.SHOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Personas.Check;
import io.lida.contract.Personas.Checked;
import io.lida.contract.Personas.Problem;
import io.lida.contract.Personas.Query;
import io.lida.contract.Personas.Show;
import io.lida.contract.Wire;
import io.lida.testkit.BusExtension;
import io.lida.testkit.Node;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(BusExtension.class)
class CheckTest {
  private static final String LABEL = "personas/" + House.CATASTROPHIST + ".json";

  private House house;

  @BeforeEach
  void aHouseWithTwoCards(Node node, @TempDir Path folder) {
    house = House.in(folder, House.CATASTROPHIST, "open_source.accelerationist").open(node);
  }

  @Test
  void theShippedCardsAreInOrder(Node node, @TempDir Path home) {
    try (Node other = new Node(Vertx.vertx())) {
      PersonasOptions options = PersonasOptions.defaults(House.ROOT, home);
      other.deploy(new PersonasVerticle(options, InstantSource.system()));
      Checked checked = other.ask(CHECK, new Check(null, null));
      assertTrue(checked.files() >= 13);
      assertEquals(List.of(), checked.problems());
    }
  }

  @Test
  void aShippedCardMustAgreeWithTheGrid(Node node) {
    ObjectNode card = House.card(House.CATASTROPHIST);
    card.withObject("/beliefs/pace").put("value", 0.02);
    card.withObject("/dynamics").put("bias", 0.5);
    card.withObject("/style").put("assertiveness", 0.1);
    card.withObject("/background").put("backstory", "I was born.");
    ship(card);
    assertEquals(
        List.of(
            new Problem(LABEL, "/beliefs/pace/value", "the grid says 0.01, is 0.02"),
            new Problem(LABEL, "/dynamics", "must be those of the disposition catastrophist"),
            new Problem(LABEL, "/style/assertiveness", "must be 0.8, is 0.1"),
            new Problem(LABEL, "/background/backstory", "must be 150 to 400 words long, is 3")),
        check(node));
  }

  @Test
  void aShippedCardIsCalledByItsPlace(Node node) throws Exception {
    Files.writeString(house.shipped().resolve("odd.json"), Wire.pretty(House.card("odd")));
    assertTrue(
        check(node)
            .contains(
                new Problem(
                    "personas/odd.json", "/id", "must be safety_research.catastrophist, is odd")));
  }

  @Test
  void noSentenceMayStandInTwoShippedCardsOrTwiceInOne(Node node) {
    ObjectNode card = House.card(House.CATASTROPHIST);
    String claim = card.at("/typical_arguments/0/claim").asText();
    card.withObject("/typical_arguments/1").put("claim", claim);
    card.withObject("/background")
        .put(
            "summary",
            card(node, "open_source.accelerationist").at("/background/summary").asText());
    ship(card);
    List<Problem> problems = check(node);
    assertTrue(
        problems.stream()
            .anyMatch(
                problem ->
                    problem.pointer().equals("/typical_arguments/1/claim")
                        && problem.reason().endsWith(LABEL + " /typical_arguments/0/claim")),
        problems::toString);
    assertTrue(
        problems.stream()
            .anyMatch(
                problem -> problem.reason().contains("personas/open_source.accelerationist.json")),
        problems::toString);
  }

  @Test
  void anOwnCardIsHeldToItsRedLinesTopicsAndParent(Node node) {
    ObjectNode card = House.card("mine").put("parent", "gone");
    card.withObject("/red_lines/0").put("op", "<");
    card.withObject("/expertise/0").put("topic", "interpretabilty");
    House.own(house, card);
    List<Problem> problems = check(node);
    assertEquals(
        List.of("/red_lines/0", "/expertise/0/topic", "/parent"),
        problems.stream().map(Problem::pointer).toList());
    assertEquals(
        "unknown topic \"interpretabilty\"; did you mean \"interpretability\"?",
        problems.get(1).reason());
  }

  @Test
  void anOwnCardMayRepeatAShippedOneAndStrayFromTheGrid(Node node) {
    ObjectNode card = House.card("mine");
    card.withObject("/beliefs/pace").put("value", 0.3);
    House.own(house, card);
    assertEquals(List.of(), check(node));
  }

  @Test
  void everyBeliefOfAPublicFigureNeedsASource(Node node) {
    ObjectNode card = House.card("mine").put("public_figure", true);
    card.set("sources", Wire.tree(List.of("A book, 2020")));
    House.own(house, card);
    assertEquals(12, check(node).size());
  }

  @Test
  void contentIsCheckedWithoutAFile(Node node) {
    ObjectNode card = House.card("mine");
    assertEquals(new Checked(1, List.of()), node.ask(CHECK, new Check(null, Wire.pretty(card))));
    card.withObject("/beliefs/pace").put("value", 1.7);
    assertEquals(
        List.of(new Problem("my/mine.json", "/beliefs/pace/value", "must be at most 1, is 1.7")),
        node.ask(CHECK, new Check("my/mine.json", Wire.pretty(card))).problems());
    assertEquals(
        "/id",
        node.ask(CHECK, new Check("my/other.json", Wire.pretty(House.card("mine"))))
            .problems()
            .getFirst()
            .pointer());
  }

  @ParameterizedTest
  @ValueSource(strings = {"mine", "cards/mine.json", "path"})
  void oneFileIsCheckedByIdLabelOrPath(String name, Node node) {
    House.own(house, House.card("mine").put("version", 0));
    String file = name.equals("path") ? house.own().resolve("mine.json").toString() : name;
    assertEquals(
        List.of(new Problem("cards/mine.json", "/version", "must be at least 1, is 0")),
        node.ask(CHECK, new Check(file, null)).problems());
  }

  @Test
  void onlyChecksAndForksNeedTheSchema(Node node, @TempDir Path conf) throws Exception {
    Files.copy(House.CONF.resolve("grid.json"), conf.resolve("grid.json"));
    try (Node other = new Node(Vertx.vertx())) {
      PersonasOptions options =
          new PersonasOptions(
              List.of(house.shipped()),
              house.shipped().resolve("team"),
              House.SHIPPED.resolve("topics.json"),
              house.own(),
              conf);
      other.deploy(new PersonasVerticle(options, InstantSource.system()));
      assertEquals(2, other.ask(LIST, Query.ALL).personas().size());
      Fault fault = assertThrows(Fault.class, () -> other.ask(CHECK, new Check(null, null)));
      assertEquals(FaultCode.INVALID_CONFIG, fault.code());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/etc/passwd", "../../conf/grid.json", "no\u0000such", ""})
  void noOtherFileIsRead(String file, Node node) {
    Fault fault = assertThrows(Fault.class, () -> node.ask(CHECK, new Check(file, null)));
    assertEquals(FaultCode.NOT_FOUND, fault.code());
  }

  private static JsonNode card(Node node, String id) {
    return Wire.tree(node.ask(SHOW, new Show(id)));
  }

  private void ship(ObjectNode card) {
    try {
      Files.writeString(
          house.shipped().resolve(card.path("id").asText() + ".json"), Wire.pretty(card));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static List<Problem> check(Node node) {
    return node.ask(CHECK, new Check(null, null)).problems();
  }
}
