package io.lida.personas;

import static io.lida.contract.Personas.FORK;
import static io.lida.contract.Personas.LIST;
import static io.lida.contract.Personas.SHOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.lida.contract.Card;
import io.lida.contract.Card.Change;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Personas.Fork;
import io.lida.contract.Personas.Forked;
import io.lida.contract.Personas.Query;
import io.lida.contract.Personas.Show;
import io.lida.contract.Wire;
import io.lida.testkit.BusExtension;
import io.lida.testkit.Node;
import io.vertx.core.Future;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(BusExtension.class)
class ForkTest {
  private static final String PACE = "/beliefs/pace/value";

  private House house;

  @BeforeEach
  void aHouseWithOneCard(Node node, @TempDir Path folder) {
    house = House.in(folder, House.CATASTROPHIST).open(node);
  }

  @Test
  void aForkIsItsParentButForWhatWasChanged(Node node) {
    Card parent = node.ask(SHOW, new Show(House.CATASTROPHIST));
    Forked forked =
        fork(
            node,
            House.CATASTROPHIST,
            "milder",
            Map.of(PACE, number(0.3), "/name", text("Inga Berg")));
    Card card = node.ask(SHOW, new Show("milder"));
    assertEquals(forked.card(), card);
    assertEquals(House.CATASTROPHIST, card.parent());
    assertEquals(1, card.version());
    assertEquals(0.3, card.belief("pace"));
    assertEquals("Inga Berg", card.name());
    assertEquals(parent.belief("timelines"), card.belief("timelines"));
    assertEquals(parent.typicalArguments(), card.typicalArguments());
    assertEquals(forked.difference(), card.changes());
    assertTrue(
        card.changes().contains(new Change(PACE, number(parent.belief("pace")), number(0.3))));
    assertEquals(2, card.changes().size());
  }

  @Test
  void theLineageIsKeptThroughGenerations(Node node) {
    fork(node, House.CATASTROPHIST, "child", Map.of(PACE, number(0.3)));
    Forked grandchild = fork(node, "child", "grandchild", Map.of(PACE, number(0.4)));
    assertEquals(List.of(new Change(PACE, number(0.3), number(0.4))), grandchild.difference());
    List<String> lineage =
        Stream.iterate(
                node.ask(SHOW, new Show("grandchild")),
                card -> card != null,
                card -> card.parent() == null ? null : node.ask(SHOW, new Show(card.parent())))
            .map(Card::id)
            .toList();
    assertEquals(List.of("grandchild", "child", House.CATASTROPHIST), lineage);
  }

  @Test
  void theFileIsPrivateWholeAndAlone(Node node) throws Exception {
    Forked forked = fork(node, House.CATASTROPHIST, "mine", Map.of(PACE, number(0.3)));
    Path file = Path.of(forked.file());
    assertEquals(house.own().resolve("mine.json"), file);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals(
        "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(house.own())));
    JsonNode json = Wire.parse(Files.readAllBytes(file));
    assertEquals(List.of(), CardSchema.read(House.CONF).check("mine", json));
    try (Stream<Path> files = Files.list(house.own())) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void aForkIsListedAsOnesOwn(Node node) {
    fork(node, House.CATASTROPHIST, "mine", Map.of());
    assertEquals(
        List.of("own", "shipped"),
        node.ask(LIST, Query.ALL).personas().stream().map(entry -> entry.origin()).toList());
  }

  @Test
  void listsGrowAndShrinkByPointer(Node node) {
    Card parent = node.ask(SHOW, new Show(House.CATASTROPHIST));
    Map<String, JsonNode> changes = new LinkedHashMap<>();
    changes.put("/style/tics/-", text("Well,"));
    changes.put("/red_lines/1", NullNode.instance);
    changes.put("/model", NullNode.instance);
    Forked forked = fork(node, House.CATASTROPHIST, "mine", changes);
    int tics = parent.style().tics().size();
    assertEquals("Well,", forked.card().style().tics().getLast());
    assertEquals(parent.redLines().subList(0, 1), forked.card().redLines());
    assertEquals(null, forked.card().model());
    assertEquals(
        List.of("/style/tics/" + tics, "/red_lines/1", "/model"),
        forked.difference().stream().map(Change::pointer).toList());
  }

  @Test
  void aChangeThatChangesNothingIsNoDifference(Node node) {
    Map<String, JsonNode> same = Map.of("/name", text("Ingrid Solberg"));
    assertEquals(List.of(), fork(node, House.CATASTROPHIST, "mine", same).difference());
  }

  @Test
  void aRedLineTheForkItselfCrossesIsNoted(Node node) {
    Card card = fork(node, House.CATASTROPHIST, "mine", Map.of(PACE, number(0.9))).card();
    assertTrue(card.notes().getFirst().startsWith("red line crossed by its own belief"));
    assertEquals(card, node.ask(SHOW, new Show("mine")));
  }

  @Test
  void aTakenIdIsAConflictAndNothingIsOverwritten(Node node) throws Exception {
    fork(node, House.CATASTROPHIST, "mine", Map.of(PACE, number(0.3)));
    assertCode(
        FaultCode.CONFLICT,
        () -> fork(node, House.CATASTROPHIST, "mine", Map.of(PACE, number(0.4))));
    assertCode(FaultCode.CONFLICT, () -> fork(node, "mine", House.CATASTROPHIST, Map.of()));
    assertEquals(0.3, node.ask(SHOW, new Show("mine")).belief("pace"));
    Files.createDirectory(house.own().resolve("folder.json"));
    assertCode(FaultCode.CONFLICT, () -> fork(node, "mine", "folder", Map.of()));
  }

  @Test
  void ofTwoForksAtOnceOneWins(Node node) {
    List<Future<Forked>> both =
        Stream.of(0.3, 0.4)
            .map(
                pace ->
                    node.bus()
                        .request(
                            FORK,
                            new Fork(House.CATASTROPHIST, "mine", Map.of(PACE, number(pace)))))
            .toList();
    Node.await(Future.join(both).otherwiseEmpty());
    assertEquals(1, both.stream().filter(Future::succeeded).count());
    Fault fault = assertInstanceOf(Fault.class, both.getLast().cause());
    assertEquals(FaultCode.CONFLICT, fault.code());
    assertEquals(0.3, node.ask(SHOW, new Show("mine")).belief("pace"));
  }

  @Test
  void anUnknownParentIsNotFoundWithASuggestion(Node node) {
    Fault fault =
        assertCode(
            FaultCode.NOT_FOUND,
            () -> fork(node, "safety_research.catastrofist", "mine", Map.of()));
    assertTrue(fault.detail().contains(House.CATASTROPHIST));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../mine", "..", "/tmp/mine", "Mine", "", "a b", "x\u0000"})
  void anIdThatIsNoneIsRefused(String id, Node node) {
    assertCode(FaultCode.INVALID, () -> fork(node, House.CATASTROPHIST, id, Map.of()));
    assertTrue(Files.notExists(house.own()));
  }

  @ParameterizedTest
  @CsvSource({
    "/beleifs/pace/value, /beliefs/pace/value",
    "beliefs/pace/value, /beliefs/pace/value",
    "/beliefs/pcae/value, /beliefs/pace/value",
    "/red_lines/9, /red_lines/0",
    "/name/first, /name",
  })
  void aPointerThatLeadsNowhereIsRefusedWithASuggestion(String pointer, String near, Node node) {
    Fault fault =
        assertCode(
            FaultCode.INVALID,
            () -> fork(node, House.CATASTROPHIST, "mine", Map.of(pointer, number(0.3))));
    assertTrue(fault.detail().contains(near), fault.detail());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/id", "/version", "/parent", "/changes", "/changes/-", "/notes"})
  void whatAForkIsKnownByCannotBeChanged(String pointer, Node node) {
    assertCode(
        FaultCode.INVALID,
        () -> fork(node, House.CATASTROPHIST, "mine", Map.of(pointer, text("x"))));
  }

  @Test
  void aForkThatIsNoCardIsRefusedWithEveryReason(Node node) {
    Map<String, JsonNode> changes = new LinkedHashMap<>();
    changes.put(PACE, number(1.7));
    changes.put("/nmae", text("x"));
    changes.put("/composite", NullNode.instance);
    Fault fault =
        assertCode(FaultCode.INVALID_CARD, () -> fork(node, House.CATASTROPHIST, "mine", changes));
    assertTrue(fault.detail().contains(PACE + ": must be at most 1, is 1.7"), fault.detail());
    assertTrue(fault.detail().contains("did you mean \"name\"?"), fault.detail());
    assertTrue(fault.detail().contains("/composite: is missing"), fault.detail());
    assertTrue(Files.notExists(house.own()));
  }

  @Test
  void aShortCardCanBeForked(Node node) {
    House.own(house, "jo.json", "{\"id\":\"jo\",\"name\":\"Jo\"}");
    Card card = fork(node, "jo", "jo2", Map.of(PACE, number(0.1))).card();
    assertEquals(0.1, card.belief("pace"));
    assertEquals(card, node.ask(SHOW, new Show("jo2")));
  }

  @Test
  void aFigureMadePublicMustHaveSources(Node node) {
    assertCode(
        FaultCode.INVALID_CARD,
        () -> fork(node, House.CATASTROPHIST, "mine", Map.of("/public_figure", BooleanNode.TRUE)));
  }

  @Test
  void aHomeThatCannotBeWrittenIsNamed(Node node) throws Exception {
    Files.createDirectories(house.own().getParent());
    Files.writeString(house.own(), "a file where the folder should be");
    assertCode(FaultCode.HOME_UNWRITABLE, () -> fork(node, House.CATASTROPHIST, "mine", Map.of()));
  }

  private static Fault assertCode(FaultCode code, Executable attempt) {
    Fault fault = assertThrows(Fault.class, attempt);
    assertEquals(code, fault.code(), fault::title);
    return fault;
  }

  private static Forked fork(Node node, String parent, String id, Map<String, JsonNode> changes) {
    return node.ask(FORK, new Fork(parent, id, changes));
  }

  private static JsonNode number(double value) {
    return DoubleNode.valueOf(value);
  }

  private static JsonNode text(String value) {
    return TextNode.valueOf(value);
  }
}
