package io.lida.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Agents;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Llm;
import io.lida.contract.Scenario.BallotForm;
import io.lida.contract.Usage;
import io.lida.contract.Wire;
import io.lida.testkit.BusExtension;
import io.lida.testkit.Node;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs in seats, on a real bus and a real Redis. */
@ExtendWith(BusExtension.class)
class AgentsTest {
  private static final String PATIENT = "{\"patience\":\"PT30S\",\"again\":\"PT30S\"}";
  private static final String RESTLESS = "{\"patience\":\"PT30S\",\"again\":\"PT0.05S\"}";
  private static final String IMPATIENT = "{\"patience\":\"PT0.2S\",\"again\":\"PT30S\"}";
  private static final String TURN = "run-1.call-1";
  private static final Llm.Complete CALL = Room.call("agent/skeptic", false);

  @TempDir private Path folder;
  private SharedRedis redis;

  @BeforeEach
  void aRedis() {
    redis = new SharedRedis(folder);
  }

  @AfterEach
  void noRedis() {
    redis.close();
  }

  @Test
  void whatAnAgentHandsInIsTheReplyAndReachesNoProvider(Node node) throws IOException {
    deploy(node, PATIENT);
    Future<Llm.Completion> reply = told(node, CALL);
    node.ask(Agents.SUBMIT, turn("Show me the data.", -0.4, "for"));
    Llm.Completion completion = Node.await(reply);
    JsonNode said = Wire.parse(completion.text());
    assertEquals("Show me the data.", said.path("argument").asText());
    assertEquals(-0.4, said.path("stance").asDouble());
    assertEquals(0.5, said.path("confidence").asDouble());
    assertEquals("agent/skeptic", completion.model());
    assertEquals(Usage.NONE, completion.usage());
  }

  @Test
  void aVoteIsHandedInTheSameWay(Node node) throws IOException {
    deploy(node, PATIENT);
    Llm.Brief brief =
        new Llm.Brief.Vote(CALL.brief().situation(), BallotForm.CHOICE, Map.of(), List.of(), 0);
    Future<Llm.Completion> reply = told(node, with(CALL, brief));
    node.ask(Agents.SUBMIT, turn("It failed twice.", -0.4, "against"));
    JsonNode cast = Wire.parse(Node.await(reply).text());
    assertEquals("against", cast.path("vote").asText());
    assertEquals("It failed twice.", cast.path("reason").asText());
  }

  @Test
  void aSummaryIsItsText(Node node) throws IOException {
    deploy(node, PATIENT);
    Llm.Brief brief = new Llm.Brief.Moderate(CALL.brief().situation());
    Future<Llm.Completion> reply = told(node, with(CALL, brief));
    node.ask(Agents.SUBMIT, turn("They agree on little.", null, null));
    assertEquals("{\"argument\":\"They agree on little.\"}", Node.await(reply).text());
  }

  @Test
  void whatAnAgentOwesIsToldAgainWhenItComes(Node node) throws IOException {
    deploy(node, PATIENT);
    Future<Llm.Completion> reply = told(node, CALL);
    Queue<Agents.Wanted> heard = node.listen(Agents.turns("home", "skeptic"));
    assertEquals(new Agents.Joined("skeptic", 1), join(node, null, "skeptic"));
    Node.until("the turn is told again", () -> !heard.isEmpty());
    Agents.Wanted wanted = heard.element();
    assertEquals(TURN, wanted.turnId());
    assertEquals("turn", wanted.kind());
    assertTrue(wanted.seconds() > 0 && wanted.seconds() <= 30, "seconds " + wanted.seconds());
    node.ask(Agents.SUBMIT, turn("Late but there.", 0.1, null));
    Node.await(reply);
    assertEquals(0, join(node, null, "skeptic").waiting());
  }

  @Test
  void aTurnThatIsOwedIsToldAgainNowAndThen(Node node) throws IOException {
    Queue<Agents.Wanted> heard = node.listen(Agents.turns("home", "skeptic"));
    deploy(node, RESTLESS);
    Future<Llm.Completion> reply = node.bus().request(Llm.COMPLETE, CALL);
    Node.until("told three times", () -> heard.size() >= 3);
    node.ask(Agents.SUBMIT, turn("Yes, yes.", 0.1, null));
    Node.await(reply);
  }

  @Test
  void aSilentAgentIsPassedOver(Node node) throws IOException {
    deploy(node, IMPATIENT);
    Fault fault = Room.refused(node, CALL);
    assertEquals(FaultCode.TIMEOUT, fault.code());
    assertEquals("agent skeptic did not hand in its turn", fault.title());
  }

  @Test
  void anAnswerThatNobodyWaitedForIsFoundByWhoAsksAgain(Node node) throws IOException {
    deploy(node, IMPATIENT);
    Room.refused(node, CALL);
    node.ask(Agents.SUBMIT, turn("I have thought about it.", 0.2, null));
    Llm.Completion completion = node.ask(Llm.COMPLETE, CALL);
    assertTrue(completion.text().contains("I have thought about it."), completion.text());
  }

  @Test
  void anAnswerHandedInElsewhereIsFoundThoughNobodyToldOfIt(Node here) throws IOException {
    Queue<Agents.Wanted> heard = here.listen(Agents.turns("home", "skeptic"));
    deploy(here, RESTLESS);
    Future<Llm.Completion> reply = here.bus().request(Llm.COMPLETE, CALL);
    Node.until("the turn is wanted", () -> !heard.isEmpty());
    try (Node there = new Node(Vertx.vertx())) {
      deploy(there, PATIENT);
      there.ask(Agents.SUBMIT, turn("From far away.", 0.2, null));
    }
    assertTrue(Node.await(reply).text().contains("From far away."));
  }

  @Test
  void twoWhoWaitForOneTurnBothHearIt(Node node) throws IOException {
    deploy(node, PATIENT);
    Future<Llm.Completion> before = told(node, CALL);
    Future<Llm.Completion> after = node.bus().request(Llm.COMPLETE, CALL);
    node.ask(Agents.SUBMIT, turn("Once is enough.", 0.2, null));
    assertEquals(Node.await(before).text(), Node.await(after).text());
  }

  @Test
  void theFirstTextCountsAndTheSameAgainIsAnsweredTheSame(Node node) throws IOException {
    deploy(node, PATIENT);
    Future<Llm.Completion> reply = told(node, CALL);
    Agents.Submit first = turn("First.", 0.2, null);
    assertEquals(new Agents.Submitted(TURN), node.ask(Agents.SUBMIT, first));
    assertEquals(new Agents.Submitted(TURN), node.ask(Agents.SUBMIT, first));
    assertEquals(FaultCode.CONFLICT, refused(node, turn("Second.", 0.2, null)).code());
    assertTrue(Node.await(reply).text().contains("First."));
  }

  @Test
  void aTurnOfAnotherTenantIsUnknown(Node node) throws IOException {
    deploy(node, PATIENT);
    Future<Llm.Completion> reply = told(node, CALL);
    Agents.Submit own = turn("Mine.", 0.2, null);
    Agents.Submit foreign =
        new Agents.Submit("lab", null, TURN, "Not yours.", 0.2, null, null, null, null, null, null);
    assertEquals(FaultCode.NOT_FOUND, refused(node, foreign).code());
    assertEquals(0, join(node, "lab", "skeptic").waiting());
    assertFalse(reply.isComplete());
    node.ask(Agents.SUBMIT, own);
    Node.await(reply);
  }

  @Test
  void agentsAreListedWithWhatTheyOwe(Node node) throws IOException {
    deploy(node, PATIENT);
    told(node, CALL);
    join(node, null, "skeptic");
    join(node, null, "idle");
    join(node, "lab", "other");
    List<Agents.Agent> agents = node.ask(Agents.LIST, new Agents.Query("home")).agents();
    assertEquals(
        List.of("idle 0", "skeptic 1"),
        agents.stream().map(agent -> agent.id() + " " + agent.waiting()).toList());
  }

  @Test
  void itsProseIsHeardWhereSomebodyFollowsTheWords(Node node) throws IOException {
    deploy(node, PATIENT);
    Queue<Llm.Words> words = node.listen(Llm.words("run-1"));
    Future<Llm.Completion> reply = told(node, Room.call("agent/skeptic", true));
    node.ask(Agents.SUBMIT, turn("Show me the data.", -0.4, null));
    Node.await(reply);
    Node.until("the words are told", () -> !words.isEmpty());
    assertEquals("Show me the data.", words.element().text());
  }

  @Test
  void aSecretInATurnIsNotPassedOn(Node node) throws IOException {
    deploy(node, PATIENT);
    Future<Llm.Completion> reply = told(node, CALL);
    node.ask(Agents.SUBMIT, turn("My key is sk-abcdefgh12345678.", 0.2, null));
    String text = Node.await(reply).text();
    assertTrue(text.contains("My key is ***"), text);
  }

  @Test
  void aPersonIsWaitedForAndFindsWhatIsOwedInTheRun(Node node) throws IOException {
    deploy(node, PATIENT);
    Future<Llm.Completion> reply = inPerson(node);
    Agents.Wanted owed = owed(node, "run-1").getFirst();
    assertEquals("turn", owed.kind());
    assertEquals(CALL.prompt().user(), owed.prompt().user());
    assertEquals(List.of(), owed(node, "run-2"));
    node.ask(Agents.SUBMIT, turn("I would rather wait.", -0.3, null));
    assertTrue(Node.await(reply).text().contains("I would rather wait."));
    assertEquals(List.of(), owed(node, "run-1"));
    assertEquals(List.of(), node.ask(Agents.LIST, new Agents.Query("home")).agents());
  }

  @Test
  void noProgramHearsOfAPersonsTurn(Node node) throws IOException {
    deploy(node, PATIENT);
    Queue<Agents.Wanted> told = node.listen(Agents.turns("home", "skeptic"));
    Future<Llm.Completion> reply = inPerson(node);
    assertEquals(0, join(node, null, "skeptic").waiting());
    Agents.Submit program =
        new Agents.Submit(null, "skeptic", TURN, "Mine?", null, null, null, null, null, null, null);
    assertEquals(FaultCode.NOT_FOUND, refused(node, program).code());
    node.ask(Agents.SUBMIT, turn("Mine.", 0.1, null));
    Node.await(reply);
    assertTrue(told.isEmpty());
  }

  @Test
  void aPersonIsAskedAgainForTheSameTurnByWhoGoesOnWithTheRun(Node node) throws IOException {
    deploy(node, PATIENT);
    inPerson(node);
    Future<Llm.Completion> again =
        node.bus().request(Llm.COMPLETE.within(Llm.IN_PERSON), Room.call("person/skeptic", false));
    Node.until("it is owed once", () -> owed(node, "run-1").size() == 1);
    node.ask(Agents.SUBMIT, turn("Here I am.", 0.1, null));
    assertTrue(Node.await(again).text().contains("Here I am."));
  }

  @Test
  void aPersonMayPassAndTheRunIsToldSo(Node node) throws IOException {
    deploy(node, PATIENT);
    Future<Llm.Completion> reply = inPerson(node);
    node.ask(
        Agents.SUBMIT,
        new Agents.Submit(null, null, TURN, null, null, null, null, null, null, null, true));
    Fault fault = assertThrows(Fault.class, () -> Node.await(reply));
    assertEquals("skeptic passed", fault.title());
  }

  @Test
  void aPersonWhoStaysAwayIsPassedOver(Node node) throws IOException {
    deploy(node, IMPATIENT);
    Fault fault = Room.refused(node, Room.call("person/skeptic", false));
    assertEquals(FaultCode.TIMEOUT, fault.code());
    assertEquals("skeptic did not answer in time", fault.title());
  }

  /** Makes the call of a person's seat and waits until the turn is owed. */
  private static Future<Llm.Completion> inPerson(Node node) {
    Future<Llm.Completion> reply =
        node.bus().request(Llm.COMPLETE.within(Llm.IN_PERSON), Room.call("person/skeptic", false));
    Node.until("the turn is owed", () -> !owed(node, "run-1").isEmpty());
    return reply;
  }

  private static List<Agents.Wanted> owed(Node node, String run) {
    return node.ask(Agents.OWED, new Agents.Seat(null, run, "skeptic")).turns();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'turn_id':'a.b'} | /text: must be there and not blank",
        "{'turn_id':'a.b','text':' '} | /text: must be there and not blank",
        "{'turn_id':'a.b','text':{}} | /text: must be text",
        "{'text':'x'} | /turn_id: must be the turn_id of a turn that is wanted",
        "{'turn_id':'../x','text':'x'} | /turn_id: must be the turn_id of a turn that is wanted",
        "{'turn_id':'a.b','text':'x','stance':'much'} | /stance: must be a number",
        "{'turn_id':'a.b','text':'x','stance':-1.5} | /stance: must be from -1 to 1, is -1.5",
        "{'turn_id':'a.b','text':'x','stance':'NaN'} | /stance: must be from -1 to 1, is NaN",
        "{'turn_id':'a.b','text':'x','confidence':-0.1} | /confidence: must be from 0 to 1, is"
            + " -0.1",
        "{'turn_id':'a.b','text':'x','vote':'may be'} | /vote: must be for, against or abstain, or"
            + " the id of an option",
        "{'turn_id':'a.b','text':'x','ballot':['a']} | /ballot: must be an object with what the"
            + " prompt asks for",
        "{'turn_id':'a.b','text':'x','cites':'all'} | /cites: must be a list",
        "{'turn_id':'a.b','text':'x','cites':['r1.s1',null]} | /cites/1: must be text of at most"
            + " 2000 characters",
      })
  void aTurnThatDoesNotFitIsToldWhere(String json, String detail, Node node) throws IOException {
    deploy(node, PATIENT);
    Fault fault = refused(node, "lida.turns.submit", new JsonObject(json.replace('\'', '"')));
    assertEquals(FaultCode.INVALID, fault.code());
    assertEquals(detail, fault.detail());
  }

  @Test
  void aTurnMayBeLongButNotEndless(Node node) throws IOException {
    deploy(node, PATIENT);
    Future<Llm.Completion> reply = told(node, CALL);
    Fault fault = refused(node, turn("ä".repeat(32_769), 0.2, null));
    assertEquals("/text: must be at most 65536 bytes, is 65538", fault.detail());
    node.ask(Agents.SUBMIT, turn("ä".repeat(32_768), 0.2, null));
    Node.await(reply);
  }

  @Test
  void whoJoinsSaysWhoAndHow(Node node) throws IOException {
    deploy(node, PATIENT);
    JsonObject nameless = new JsonObject().put("id", "Not A Name").put("protocol", 1);
    JsonObject unknown = new JsonObject().put("id", "skeptic").put("protocol", 2);
    String name = "/id: must be 1 to 64 of a to z, 0 to 9, dash and underscore";
    assertEquals(name, refused(node, "lida.agents.join", nameless).detail());
    assertEquals("/protocol: must be 1", refused(node, "lida.agents.join", unknown).detail());
  }

  @Test
  void anAgentThatCannotBeIsRefused(Node node) throws IOException {
    deploy(node, PATIENT);
    Fault fault = Room.refused(node, Room.call("agent/No Name", false));
    assertEquals(FaultCode.INVALID, fault.code());
    assertEquals("\"No Name\" is no name of an agent or a person", fault.title());
  }

  private void deploy(Node node, String agents) throws IOException {
    Path own = folder.resolve("conf" + System.identityHashCode(node));
    Room.deployWithAgents(node, own, agents, redis.turns());
  }

  /** Makes the call and waits until its turn is told. */
  private static Future<Llm.Completion> told(Node node, Llm.Complete call) {
    Queue<Agents.Wanted> heard = node.listen(Agents.turns("home", "skeptic"));
    Future<Llm.Completion> reply = node.bus().request(Llm.COMPLETE, call);
    Node.until("the turn is wanted", () -> !heard.isEmpty());
    return reply;
  }

  private static Llm.Complete with(Llm.Complete call, Llm.Brief brief) {
    return new Llm.Complete(
        call.tenant(),
        call.run(),
        call.call(),
        call.model(),
        call.prompt(),
        brief,
        call.sampling(),
        call.stream());
  }

  private static Agents.Joined join(Node node, String tenant, String agent) {
    return node.ask(Agents.JOIN, new Agents.Join(tenant, agent, 1));
  }

  private static Agents.Submit turn(String text, Double stance, String vote) {
    return new Agents.Submit(
        null, null, TURN, text, stance, null, vote, null, List.of(), List.of("r1.s1"), null);
  }

  private static Fault refused(Node node, Agents.Submit turn) {
    return assertThrows(Fault.class, () -> node.ask(Agents.SUBMIT, turn));
  }

  /** As a program in another language says it. */
  private static Fault refused(Node node, String address, JsonObject message) {
    return assertThrows(
        Fault.class,
        () ->
            Node.await(
                node.vertx()
                    .eventBus()
                    .request(address, message)
                    .recover(cause -> Future.failedFuture(Fault.of(cause)))));
  }
}
