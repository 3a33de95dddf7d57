package io.lida.personas;

import static io.lida.contract.Personas.CAST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lida.contract.Card;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Personas.Cast;
import io.lida.contract.Personas.Seated;
import io.lida.contract.Scenario.Participant;
import io.lida.contract.Wire;
import io.lida.testkit.BusExtension;
import io.lida.testkit.Node;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(BusExtension.class)
class CastTest {
  private static final String ACCELERATIONIST = "open_source.accelerationist";

  private House house;

  @BeforeEach
  void aHouseWithTwoFinishedCards(Node node, @TempDir Path folder) {
    house = House.in(folder, House.CATASTROPHIST, ACCELERATIONIST).open(node);
  }

  @Test
  void knownCardsAreSeatedInTheOrderAsked(Node node) {
    Seated seated = cast(node, seat(ACCELERATIONIST, null), seat(House.CATASTROPHIST, "optimist"));
    assertEquals(
        List.of(ACCELERATIONIST, House.CATASTROPHIST),
        seated.cards().stream().map(Card::id).toList());
    assertEquals(List.of(), seated.notes());
  }

  @Test
  void twoFamousIdsWithRolesGetStandInsThatAreNotThosePeople(Node node) {
    Seated seated =
        cast(node, seat("eliezer_yudkowsky", "doomer"), seat("marc_andreessen", "accelerationist"));
    Card doomer = seated.cards().getFirst();
    assertEquals("eliezer_yudkowsky", doomer.id());
    assertEquals("Ingrid Solberg", doomer.name());
    assertEquals(House.CATASTROPHIST, doomer.parent());
    assertEquals(0.75, doomer.belief("catastrophic_risk"));
    assertEquals("Rafael Ortiz", seated.cards().getLast().name());
    for (Card card : seated.cards()) {
      assertTrue(card.composite());
      assertFalse(card.publicFigure());
      assertFalse(card.typicalArguments().isEmpty());
      assertTrue(card.notes().getFirst().startsWith("Stand-in for the role "));
      assertTrue(card.notes().getFirst().contains("it is not that person"));
    }
    assertEquals(2, seated.notes().size());
    assertTrue(
        seated
            .notes()
            .getFirst()
            .startsWith("eliezer_yudkowsky: Stand-in for the role doomer: no card"));
  }

  @Test
  void theSameRoleTwiceGetsTwoComposites(Node node) {
    Seated seated = cast(node, seat("a", "doomer"), seat("b", "doomer"));
    Card first = seated.cards().getFirst();
    Card second = seated.cards().getLast();
    assertNotEquals(first.constituency(), second.constituency());
    assertEquals("catastrophist", second.disposition());
    assertNotEquals(first.name(), second.name());
  }

  @Test
  void aStandInIsNotTheCardOfAnotherSeat(Node node) {
    Seated seated = cast(node, seat("a", "doomer"), seat(House.CATASTROPHIST, null));
    assertNotEquals("safety_research", seated.cards().getFirst().constituency());
  }

  @Test
  void theSameSeatAskedForTwiceIsTheSameCard(Node node) {
    Seated seated = cast(node, seat("a", "doomer"), seat("a", "doomer"));
    assertEquals(seated.cards().getFirst(), seated.cards().getLast());
  }

  @Test
  void aPersonGetsACardThatSaysNothingOfWhatTheyHold(Node node) {
    Participant named = new Participant("you", "Linh  Tran", "person/linh");
    Participant nameless = new Participant("me", null, "person/a_guest");
    Seated seated = cast(node, named, nameless);
    assertEquals(List.of("Linh Tran", "A guest"), seated.cards().stream().map(Card::name).toList());
    Card card = seated.cards().getFirst();
    assertEquals("you", card.id());
    assertEquals(Map.of(), card.beliefs());
    assertEquals(List.of(), card.expertise());
    assertEquals(List.of(), seated.notes());
  }

  @Test
  void moreSeatsThanCompositesRepeatThemUnderTheirOwnIds(Node node) {
    Participant[] many =
        Stream.iterate(0, number -> number + 1)
            .limit(15)
            .map(number -> seat("d" + number, "doomer"))
            .toArray(Participant[]::new);
    List<Card> cards = cast(node, many).cards();
    assertEquals(15, cards.stream().map(Card::id).distinct().count());
    assertEquals(13, cards.stream().map(Card::constituency).distinct().count());
  }

  @Test
  void withoutAFinishedCardTheGridSpeaksAndSaysSo(Node node) {
    Card card = cast(node, seat("jane", "regulator")).cards().getFirst();
    assertEquals("executive_government", card.constituency());
    assertEquals("institutionalist", card.disposition());
    assertEquals("Executive government institutionalist", card.name());
    assertEquals(0.9, card.belief("state_control"), 1e-9);
    assertEquals(0.5, card.dynamics().susceptibility());
    assertFalse(card.expertise().isEmpty());
    assertTrue(card.notes().getFirst().contains("computed from the grid"));
    ObjectNode json = Wire.tree(card).deepCopy();
    assertEquals(List.of(), CardSchema.read(House.CONF).check("jane", json));
  }

  @ParameterizedTest
  @CsvSource({
    "Doomer, catastrophist",
    "devil's advocate, ",
    "devils advocate, contrarian",
    "SKEPTIC, contrarian",
    "moderate, bridge_builder",
    "military, realist_hawk",
    "bridge-builder, bridge_builder",
    "civil_rights, egalitarian",
    "labour_creators.libertarian, libertarian",
  })
  void rolesAreUnderstoodInTheirUsualSpellings(String role, String disposition, Node node) {
    if (disposition == null) {
      assertThrows(Fault.class, () -> cast(node, seat("x", role)));
    } else {
      assertEquals(disposition, cast(node, seat("x", role)).cards().getFirst().disposition());
    }
  }

  @Test
  void everyRoleOfTheTableCanBeFilled(Node node) {
    for (String role : Grid.read(House.CONF).roles().keySet()) {
      assertEquals(1, cast(node, seat("x", role)).cards().size(), role);
    }
  }

  @Test
  void anUnknownRoleIsRefusedWithTheKnownOnesNearestFirst(Node node) {
    Fault fault = assertThrows(Fault.class, () -> cast(node, seat("x", "dommer")));
    assertEquals(FaultCode.INVALID, fault.code());
    assertTrue(fault.detail().startsWith("known roles, nearest first: doomer, "), fault.detail());
    assertTrue(fault.detail().contains("bridge_builder"));
  }

  @Test
  void anUnknownIdWithoutARoleIsNotFoundAndTheFixSaysWhatToDo(Node node) {
    Fault fault =
        assertThrows(Fault.class, () -> cast(node, seat("open_source.acelerationist", null)));
    assertEquals(FaultCode.NOT_FOUND, fault.code());
    assertTrue(fault.detail().contains(ACCELERATIONIST));
    assertTrue(fault.fix().contains("role"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "a b", "", "x\n", "Ä"})
  void aHostileIdGetsNoStandIn(String id, Node node) {
    Fault fault = assertThrows(Fault.class, () -> cast(node, seat(id, "doomer")));
    assertEquals(FaultCode.INVALID, fault.code());
  }

  @Test
  void aShortCardOfOnesOwnTakesTheSeatAndSaysWhatIsNeutral(Node node) {
    House.own(
        house,
        "jo.json",
        """
        {"id":"jo","name":"Jo","background":"A nurse.","communication_style":"formal, dry",
         "beliefs":{"pace":0.2,"open_weights":"It depends on the model.","fate":"I doubt it."}}
        """);
    Card card = cast(node, seat("jo", "doomer")).cards().getFirst();
    assertEquals("Jo", card.name());
    assertEquals("A nurse.", card.background().summary());
    assertEquals(0.2, card.belief("pace"));
    assertEquals(0.5, card.belief("open_weights"));
    assertEquals("formal", card.style().register());
    assertEquals("unaligned", card.constituency());
    assertTrue(card.background().backstory().contains("On fate: I doubt it."));
    assertTrue(card.background().backstory().contains("It depends on the model."));
    assertTrue(card.background().backstory().contains("How I speak: formal, dry"));
    String notes = String.join("\n", card.notes());
    assertTrue(notes.contains("expertise"), notes);
    assertTrue(notes.contains("timelines"), notes);
    assertTrue(notes.contains("open_weights, fate"), notes);
    assertFalse(notes.contains("background"), notes);
  }

  @Test
  void aPublicFigureIsMarkedAsASimulation(Node node) {
    ObjectNode card = House.card("someone").put("public_figure", true).put("composite", false);
    card.set("sources", Wire.tree(List.of("A book, 2020")));
    House.own(house, card.put("name", "Some One"));
    assertEquals(
        List.of("someone: simulation, not a statement by Some One"),
        cast(node, seat("someone", null)).notes());
  }

  @Test
  void aCardKeepsTheModelItAsksFor(Node node) {
    ObjectNode card = House.card("mine");
    card.set("model", Wire.tree(Map.of("primary", "anthropic/claude", "temperature", 0.2)));
    House.own(house, card);
    assertEquals(
        "anthropic/claude", cast(node, seat("mine", null)).cards().getFirst().model().primary());
  }

  @Test
  void aSeatWhoseCardIsRefusedIsNotFilledByAnother(Node node) {
    House.own(house, House.card("bad").put("version", 0));
    Fault fault = assertThrows(Fault.class, () -> cast(node, seat("bad", "doomer")));
    assertEquals(FaultCode.INVALID_CARD, fault.code());
    assertTrue(fault.detail().contains("cards/bad.json: /version: must be at least 1, is 0"));
  }

  @Test
  void whatIsSeatedCrossesBetweenNodesUnchanged(Node node) {
    House.own(house, "jo.json", "{\"id\":\"jo\",\"name\":\"Jo\"}");
    Seated seated = cast(node, seat("jo", null), seat("a", "doomer"), seat("b", "regulator"));
    assertEquals(seated, Wire.read(Wire.bytes(seated), Seated.class));
  }

  @Test
  void aQuestionWithoutAnIdIsRefused(Node node) {
    Fault fault = assertThrows(Fault.class, () -> cast(node, seat(null, "doomer")));
    assertEquals(FaultCode.INVALID, fault.code());
    assertEquals("id is missing", fault.title());
  }

  private static Participant seat(String id, String role) {
    return new Participant(id, role, null);
  }

  private static Seated cast(Node node, Participant... participants) {
    return node.ask(CAST, new Cast(List.of(participants)));
  }
}
