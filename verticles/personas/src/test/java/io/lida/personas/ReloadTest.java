package io.lida.personas;

import static io.lida.contract.Personas.LIST;
import static io.lida.contract.Personas.SHOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Personas.Listing;
import io.lida.contract.Personas.Problem;
import io.lida.contract.Personas.Query;
import io.lida.contract.Personas.Show;
import io.lida.testkit.BusExtension;
import io.lida.testkit.Node;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What changes in a folder is seen by the next question. */
@ExtendWith(BusExtension.class)
class ReloadTest {
  private House house;

  @BeforeEach
  void aHouseWithOneOwnCard(Node node, @TempDir Path folder) {
    house = House.in(folder, House.CATASTROPHIST).open(node);
    House.own(house, House.card("mine").put("name", "One"));
  }

  @Test
  void aChangedCardIsReadAgainEvenWithinTheSameMoment(Node node) {
    for (String name : List.of("Two", "Six", "Ten", "Ned", "Ann")) {
      House.own(house, House.card("mine").put("name", name));
      assertEquals(name, node.ask(SHOW, new Show("mine")).name());
    }
  }

  @Test
  void aCardThatDoesNotChangeIsTheSameObject(Node node) throws Exception {
    Path file = house.own().resolve("mine.json");
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    assertEquals(
        System.identityHashCode(node.ask(SHOW, new Show("mine"))),
        System.identityHashCode(node.ask(SHOW, new Show("mine"))));
  }

  @Test
  void anAddedCardIsThereAndARemovedOneIsGone(Node node) throws Exception {
    House.own(house, House.card("yours"));
    assertEquals("yours", node.ask(SHOW, new Show("yours")).id());
    Files.delete(house.own().resolve("yours.json"));
    Fault fault = assertThrows(Fault.class, () -> node.ask(SHOW, new Show("yours")));
    assertEquals(FaultCode.NOT_FOUND, fault.code());
  }

  @Test
  void aCardThatBecomesBadKeepsItsLastGoodVersionAndReportsTheProblem(Node node) {
    assertEquals("One", node.ask(SHOW, new Show("mine")).name());
    House.own(house, House.card("mine").put("name", "Two").put("version", 0));
    assertEquals("One", node.ask(SHOW, new Show("mine")).name());
    Listing listing = node.ask(LIST, Query.ALL);
    assertEquals(
        List.of(
            new Problem("cards/mine.json", "/version", "must be at least 1, is 0"),
            new Problem("cards/mine.json", "", "the last good version stays in use")),
        listing.refused());
    assertEquals(2, listing.personas().size());

    House.own(house, House.card("mine").put("name", "Two"));
    assertEquals("Two", node.ask(SHOW, new Show("mine")).name());
    assertEquals(List.of(), node.ask(LIST, Query.ALL).refused());
  }

  @Test
  void aCardThatWasNeverGoodIsRefusedUntilItIs(Node node) {
    House.own(house, "new.json", "{");
    Fault fault = assertThrows(Fault.class, () -> node.ask(SHOW, new Show("new")));
    assertEquals(FaultCode.INVALID_CARD, fault.code());
    House.own(house, House.card("new"));
    assertEquals("new", node.ask(SHOW, new Show("new")).id());
  }
}
