package io.lida.personas;

import static io.lida.contract.Personas.LIST;
import static io.lida.contract.Personas.SHOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Personas.Listing;
import io.lida.contract.Personas.Problem;
import io.lida.contract.Personas.Query;
import io.lida.contract.Personas.Show;
import io.lida.contract.Wire;
import io.lida.testkit.BusExtension;
import io.lida.testkit.Node;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(BusExtension.class)
class BadCardsTest {
  private House house;

  @BeforeEach
  void aHouseWithOneGoodCard(Node node, @TempDir Path folder) {
    house = House.in(folder, House.CATASTROPHIST).open(node);
  }

  @Test
  void aValueOutOfRangeIsNamedByFilePointerAndReason(Node node) {
    ObjectNode card = House.card("x");
    card.withObject("/beliefs/pace").put("value", 1.7);
    House.own(house, card);
    assertEquals(
        new Problem("cards/x.json", "/beliefs/pace/value", "must be at most 1, is 1.7"),
        onlyProblem(node));
  }

  @Test
  void everythingWrongWithACardIsSaidAtOnce(Node node) {
    ObjectNode card = House.card("x").put("version", -1).put("colour", "red");
    card.remove("style");
    House.own(house, card);
    List<Problem> refused = list(node).refused();
    assertEquals(
        List.of("/style", "/version", "/colour"), refused.stream().map(Problem::pointer).toList());
  }

  @Test
  void anIdThatIsNotTheFilesNameIsRefused(Node node) {
    House.own(house, "y.json", Wire.pretty(House.card("x")));
    assertEquals(
        new Problem("cards/y.json", "/id", "must be the file's name, \"y\", is \"x\""),
        onlyProblem(node));
  }

  @Test
  void aNameThatIsNoIdIsRefused(Node node) {
    House.own(house, "My Card.json", Wire.pretty(House.card("x")));
    assertTrue(onlyProblem(node).reason().startsWith("the file's name must be 1 to 64"));
  }

  @Test
  void anOwnCardMayNotShadowAShippedOne(Node node) {
    House.own(house, House.card(House.CATASTROPHIST).put("name", "Somebody Else"));
    assertEquals(
        new Problem(
            "cards/safety_research.catastrophist.json",
            "/id",
            "would shadow the shipped card personas/safety_research.catastrophist.json;"
                + " give it another id"),
        onlyProblem(node));
  }

  @Test
  void aHugeCardIsRefusedWithoutBeingRead(Node node) {
    House.own(house, "x.json", "[".repeat(10 << 20));
    assertEquals("is larger than 200 KiB", onlyProblem(node).reason());
  }

  @Test
  void aDeepCardIsRefused(Node node) {
    House.own(house, "x.json", "{\"id\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}");
    assertTrue(onlyProblem(node).reason().contains("nesting depth"), onlyProblem(node).reason());
  }

  @Test
  void aByteOrderMarkIsRefused(Node node) {
    House.own(house, "x.json", "\uFEFF" + Wire.pretty(House.card("x")));
    assertTrue(onlyProblem(node).reason().startsWith("begins with a byte order mark"));
  }

  @Test
  void whatIsNotUtf8IsRefused(Node node) {
    House.own(house, "x.json", "{\"id\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals("is not UTF-8 at byte 7", onlyProblem(node).reason());
  }

  @Test
  void utf16IsNotUtf8(Node node) {
    House.own(house, "x.json", Wire.pretty(House.card("x")).getBytes(StandardCharsets.UTF_16));
    assertTrue(onlyProblem(node).reason().startsWith("is not UTF-8"));
  }

  @Test
  void brokenJsonIsNamedByLineAndColumn(Node node) {
    House.own(house, "x.json", "{\n  \"id\": \"x\",\n  oops\n}");
    assertTrue(onlyProblem(node).reason().startsWith("is not JSON: line 3, column "));
  }

  @Test
  void aKeyGivenTwiceIsRefused(Node node) {
    House.own(house, "x.json", "{\"id\": \"x\", \"name\": \"X\", \"id\": \"y\"}");
    assertTrue(onlyProblem(node).reason().contains("Duplicate field 'id'"));
  }

  @Test
  void textAfterTheEndIsRefused(Node node) {
    House.own(house, "x.json", "{\"id\": \"x\", \"name\": \"X\"} {}");
    assertTrue(onlyProblem(node).reason().startsWith("is not JSON"));
  }

  @Test
  void anEmptyFileAndAListAreNoCards(Node node) {
    House.own(house, "x.json", "");
    House.own(house, "y.json", "[]");
    assertEquals(
        List.of("must be a JSON object", "must be a JSON object"),
        list(node).refused().stream().map(Problem::reason).toList());
  }

  @Test
  void aLinkOutOfTheFolderIsRefused(Node node, @TempDir Path elsewhere) throws Exception {
    Path secret = Files.writeString(elsewhere.resolve("x.json"), Wire.pretty(House.card("x")));
    Files.createDirectories(house.own());
    Files.createSymbolicLink(house.own().resolve("x.json"), secret);
    assertEquals("is a link that leads out of the folder", onlyProblem(node).reason());
  }

  @Test
  void aLinkOutOfTheFolderIsNotShownEither(Node node, @TempDir Path elsewhere) throws Exception {
    Files.createDirectories(house.own());
    Path secret = Files.writeString(elsewhere.resolve("passwd"), "secret");
    Files.createSymbolicLink(house.own().resolve("passwd.json"), secret);
    Fault fault = assertThrows(Fault.class, () -> node.ask(SHOW, new Show("passwd")));
    assertEquals(FaultCode.INVALID_CARD, fault.code());
    assertEquals("cards/passwd.json: is a link that leads out of the folder", fault.detail());
  }

  @Test
  void aLinkToNowhereAndAFolderAreRefused(Node node) throws Exception {
    Files.createDirectories(house.own().resolve("folder.json"));
    Files.createSymbolicLink(house.own().resolve("link.json"), Path.of("gone.json"));
    assertEquals(
        List.of("is a link that leads nowhere", "is not a file"),
        list(node).refused().stream().map(Problem::reason).sorted().toList());
  }

  @Test
  void aPipeIsNotWaitedFor(Node node) throws Exception {
    Files.createDirectories(house.own());
    Process mkfifo =
        new ProcessBuilder("mkfifo", house.own().resolve("pipe.json").toString()).start();
    assumeTrue(mkfifo.waitFor() == 0);
    assertEquals("is not a file", onlyProblem(node).reason());
  }

  @Test
  void aPublicFigureNeedsSources(Node node) {
    House.own(house, House.card("x").put("public_figure", true));
    assertEquals("/sources", onlyProblem(node).pointer());
  }

  @Test
  void otherFilesAreLeftAlone(Node node) {
    House.own(house, "README.md", "not a card");
    House.own(house, ".draft.json", "not a card");
    assertEquals(List.of(), list(node).refused());
  }

  /** The one problem there is; the good card is listed all the same. */
  private static Problem onlyProblem(Node node) {
    Listing listing = list(node);
    assertEquals(1, listing.refused().size(), listing.refused()::toString);
    assertEquals(House.CATASTROPHIST, listing.personas().getFirst().id());
    assertEquals(1, listing.personas().size());
    return listing.refused().getFirst();
  }

  private static Listing list(Node node) {
    return node.ask(LIST, Query.ALL);
  }
}
