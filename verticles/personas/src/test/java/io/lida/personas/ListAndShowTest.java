package io.lida.personas;

import static io.lida.contract.Personas.LIST;
import static io.lida.contract.Personas.SHOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.Card;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Personas.Entry;
import io.lida.contract.Personas.Listing;
import io.lida.contract.Personas.Query;
import io.lida.contract.Personas.Show;
import io.lida.testkit.BusExtension;
import io.lida.testkit.Node;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(BusExtension.class)
class ListAndShowTest {
  @BeforeEach
  void theShippedCards(Node node, @TempDir Path home) {
    PersonasOptions options = PersonasOptions.defaults(House.ROOT, home);
    node.deploy(new PersonasVerticle(options, InstantSource.system()));
  }

  @Test
  void allCardsAreListedByIdWithoutAProblem(Node node) {
    Listing listing = node.ask(LIST, Query.ALL);
    assertEquals(List.of(), listing.refused());
    List<String> ids = ids(listing);
    assertEquals(ids.stream().sorted().toList(), ids);
    assertEquals(169, ids.size());
    assertTrue(listing.personas().stream().allMatch(entry -> entry.origin().equals("shipped")));
  }

  @Test
  void anEntryTellsTheCardInOneLine(Node node) {
    Entry entry =
        node.ask(LIST, new Query("safety_research", "catastrophist", null, null, null, false))
            .personas()
            .getFirst();
    Card card = node.ask(SHOW, new Show(House.CATASTROPHIST));
    assertEquals(card.name(), entry.name());
    assertEquals(card.background().summary(), entry.summary());
    assertEquals(card.background().region(), entry.region());
    assertEquals(Card.AXES, entry.beliefs().keySet().stream().toList());
    assertEquals(0.01, entry.beliefs().get("pace"));
  }

  @Test
  void filtersNarrowTheList(Node node) {
    Listing listing = node.ask(LIST, new Query("safety_research", null, null, null, null, false));
    assertTrue(ids(listing).contains(House.CATASTROPHIST));
    assertTrue(ids(listing).stream().allMatch(id -> id.startsWith("safety_research.")));
    Listing hawks = node.ask(LIST, new Query(null, "realist_hawk", null, null, null, false));
    assertTrue(ids(hawks).stream().allMatch(id -> id.endsWith(".realist_hawk")));
  }

  @Test
  void topicAndRegionNarrowTheListToo(Node node) {
    List<Entry> semiconductors =
        node.ask(LIST, new Query(null, null, "semiconductors", null, null, false)).personas();
    assertFalse(semiconductors.isEmpty());
    assertTrue(
        semiconductors.stream()
            .allMatch(
                entry ->
                    entry.expertise().stream()
                        .anyMatch(skill -> skill.topic().equals("semiconductors"))));
    List<Entry> argentina =
        node.ask(LIST, new Query(null, null, null, "argentina CORDOBA", null, false)).personas();
    assertTrue(argentina.stream().allMatch(entry -> entry.region().equals("Argentina (Córdoba)")));
    assertFalse(argentina.isEmpty());
    Fault topic = refused(node, new Query(null, null, "semiconductor", null, null, false));
    assertTrue(topic.title().contains("semiconductors"), topic.title());
    Fault region = refused(node, new Query(null, null, null, "Argentinia", null, false));
    assertEquals("nobody comes from \"Argentinia\"", region.title());
    assertEquals("did you mean argentina?", region.detail());
  }

  @Test
  void theRolesOfWorkflowsAreListedApart(Node node) {
    List<Entry> team = node.ask(LIST, new Query(null, null, null, null, null, true)).personas();
    assertEquals(
        List.of(
            "business_analyst", "developer", "devops_engineer", "qa_engineer", "technical_writer"),
        team.stream().map(Entry::id).toList());
    assertTrue(team.stream().allMatch(entry -> entry.origin().equals("team")));
    for (Entry entry : team) {
      assertTrue(node.ask(SHOW, new Show(entry.id())).capabilities().size() >= 5, entry.id());
    }
  }

  private static Fault refused(Node node, Query query) {
    return assertThrows(Fault.class, () -> node.ask(LIST, query));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"INGRID", "solberg trondheim", "offshore process safety", "interpretability"})
  void textIsSearchedInNameSummaryAndExpertise(String text, Node node) {
    assertTrue(
        ids(node.ask(LIST, new Query(null, null, null, null, text, false)))
            .contains(House.CATASTROPHIST));
  }

  @Test
  void textThatNobodySpeaksOfFindsNobody(Node node) {
    assertEquals(
        List.of(), node.ask(LIST, new Query(null, null, null, null, "zzyzx", false)).personas());
  }

  @Test
  void anUnknownFilterIsRefusedWithASuggestion(Node node) {
    Fault fault =
        assertThrows(
            Fault.class,
            () -> node.ask(LIST, new Query("open_sauce", null, null, null, null, false)));
    assertEquals(FaultCode.INVALID, fault.code());
    assertTrue(fault.title().contains("open_source"), fault.title());
  }

  @ParameterizedTest
  @ValueSource(strings = {"safety_research.catastrofist", "safety-research.catastrophist"})
  void anIdThatIsNearlyRightIsSuggested(String id, Node node) {
    Fault fault = assertThrows(Fault.class, () -> node.ask(SHOW, new Show(id)));
    assertEquals(FaultCode.NOT_FOUND, fault.code());
    assertTrue(fault.detail().contains(House.CATASTROPHIST), fault.detail());
    assertEquals("lida personas ls", fault.fix());
  }

  @Test
  void ofADispositionAloneItsCardsAreSuggested(Node node) {
    Fault fault = assertThrows(Fault.class, () -> node.ask(SHOW, new Show("catastrophist")));
    assertTrue(fault.detail().contains("academic_ml.catastrophist"), fault.detail());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "../conf/grid",
        "/etc/passwd",
        "personas/safety_research.catastrophist",
        "safety_research.catastrophist.json",
        "a\u0000b",
        "\u001b[2J",
        "%2e%2e%2f",
        "SAFETY_RESEARCH.CATASTROPHIST"
      })
  void aHostileIdIsSimplyNotFound(String id, Node node) {
    Fault fault = assertThrows(Fault.class, () -> node.ask(SHOW, new Show(id)));
    assertEquals(FaultCode.NOT_FOUND, fault.code());
    assertTrue(fault.title().chars().noneMatch(Character::isISOControl));
  }

  @ParameterizedTest
  @EnumSource(ThreadingModel.class)
  void anyThreadingModelWillDo(ThreadingModel threading, @TempDir Path home) {
    try (Node other = new Node(Vertx.vertx())) {
      PersonasOptions options = PersonasOptions.defaults(House.ROOT, home);
      other.deploy(
          new PersonasVerticle(options, InstantSource.system()),
          new DeploymentOptions().setThreadingModel(threading));
      List<Future<Card>> cards =
          Stream.generate(() -> other.bus().request(SHOW, new Show(House.CATASTROPHIST)))
              .limit(200)
              .toList();
      Node.await(Future.all(cards));
    }
  }

  @Test
  void aVeryLongIdIsAnsweredShortly(Node node) {
    Fault fault = assertThrows(Fault.class, () -> node.ask(SHOW, new Show("x".repeat(1_000_000))));
    assertTrue(fault.title().length() < 120);
  }

  private static List<String> ids(Listing listing) {
    return listing.personas().stream().map(Entry::id).toList();
  }
}
