package io.lida.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Llm;
import io.lida.contract.Monitor;
import io.lida.testkit.BusExtension;
import io.lida.testkit.Misbehaviour;
import io.lida.testkit.Node;
import io.lida.testkit.StubProvider;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(BusExtension.class)
class LlmVerticleTest {
  private StubProvider stub;
  private Node node;

  @BeforeEach
  void aRoomWithALocalModel(Node node, @TempDir Path folder) throws IOException {
    this.node = node;
    stub = StubProvider.start();
    Room.deployPatient(
        node,
        folder,
        Map.of(
            "LIDA_LOCAL_BASE_URL", stub.url() + "/v1",
            "OPENAI_BASE_URL", stub.url() + "/v1",
            "OPENAI_API_KEY", "k-openai"));
  }

  @AfterEach
  void noMoreStub() {
    stub.close();
  }

  @Test
  void anUnknownProviderIsMetWithTheNearestOne() {
    Fault fault = Room.refused(node, Room.call("antropic/claude", false));
    assertEquals(FaultCode.INVALID, fault.code());
    assertEquals("did you mean anthropic/...?", fault.fix());
  }

  @Test
  void aModelWithoutAProviderIsRefused() {
    assertEquals(FaultCode.INVALID, Room.refused(node, Room.call("gpt", false)).code());
  }

  @Test
  void anEmptyPromptIsRefused() {
    assertEquals(FaultCode.INVALID, Room.refused(node, Room.call("local/m", " ", false)).code());
  }

  @Test
  void aProviderWithoutItsKeyIsNotAsked() {
    Fault fault = Room.refused(node, Room.call("xai/grok-3", false));
    assertEquals(FaultCode.KEY_MISSING, fault.code());
    assertTrue(fault.detail().contains("XAI_API_KEY"), fault.detail());
  }

  @Test
  void aLocalModelNeedsNoKeyAndCostsNothing() {
    Llm.Completion completion = node.ask(Llm.COMPLETE, Room.call("local/qwen3:8b", false));
    assertEquals(0.0, completion.usage().costUsd());
    assertEquals("", stub.requests().getFirst().header("authorization"));
    assertEquals("qwen3:8b", stub.requests().getFirst().body().path("model").asText());
  }

  @Test
  void aKnownPriceIsChargedAndAnUnknownOneIsUnknown() {
    stub.usage(1_000_000, 0);
    Llm.Completion known = node.ask(Llm.COMPLETE, Room.call("openai/gpt-4o-mini", false));
    Llm.Completion unknown = node.ask(Llm.COMPLETE, Room.call("openai/gpt-next", false));
    assertEquals(0.15, known.usage().costUsd());
    assertNull(unknown.usage().costUsd());
  }

  @Test
  void aTemperatureIsNotSentToWhoRefusesOne() {
    node.ask(Llm.COMPLETE, Room.call("openai/gpt-5-mini", false));
    node.ask(Llm.COMPLETE, Room.call("openai/gpt-4o", false));
    assertFalse(stub.requests().get(0).body().has("temperature"));
    assertEquals(0.7, stub.requests().get(1).body().path("temperature").asDouble());
    assertEquals(400, stub.requests().get(0).body().path("max_completion_tokens").asInt());
    assertEquals(7, stub.requests().get(1).body().path("seed").asInt());
  }

  @Test
  void aVoteIsAnsweredWithAVote() {
    Llm.Complete vote = Room.call("local/m", "Answer {\"vote\": ...}", false);
    assertEquals(StubProvider.VOTE, node.ask(Llm.COMPLETE, vote).text());
  }

  @Test
  void aCircuitOpensIsAnnouncedAndRefusesAtOnce() {
    Queue<Llm.CircuitChanged> changes = node.listen(Llm.CIRCUIT);
    stub.always(Misbehaviour.status(500));
    Room.refused(node, Room.call("local/m", false));
    Room.refused(node, Room.call("local/m", false));
    int calls = stub.calls();
    Fault fault = Room.refused(node, Room.call("local/m", false));
    assertEquals(FaultCode.CIRCUIT_OPEN, fault.code());
    assertEquals(calls, stub.calls());
    Node.until("the change is told", () -> !changes.isEmpty());
    assertEquals("open", changes.element().state());
    assertEquals("open", provider("local").circuits().get("m"));
    stub.always(null);
    node.ask(Llm.COMPLETE, Room.call("local/other", false));
  }

  @Test
  void whatEachCallCameToIsToldOnce() {
    Queue<Monitor.Called> heard = node.listen(Monitor.CALLED);
    node.ask(Llm.COMPLETE, Room.call("local/m", false));
    stub.always(Misbehaviour.status(400));
    Room.refused(node, Room.call("local/m", false));
    Room.refused(node, Room.call("nobody/m", false));
    stub.always(null);
    node.ask(Llm.COMPLETE, Room.call("sim/default", false));
    Node.until("all are told", () -> heard.size() >= 3);
    List<String> calls =
        heard.stream()
            .map(c -> c.provider() + "/" + c.model() + " " + c.outcome() + " " + c.tries())
            .toList();
    assertEquals(List.of("local/m ok 1", "local/m refused 1", "sim/default ok 1"), calls);
    assertTrue(heard.element().usage().inputTokens() > 0);
  }

  @Test
  void nobodyThereIsSaidSoWithoutCountingCalls() {
    stub.close();
    Fault fault = Room.refused(node, Room.call("local/m", false));
    assertEquals(FaultCode.UPSTREAM, fault.code());
    assertEquals("local cannot be reached", fault.title());
  }

  @Test
  void fiveHundredCallsAreUnderWayAtOnce() {
    CountDownLatch arrivals = new CountDownLatch(500);
    stub.answer(request -> answerWhenAllAreThere(arrivals));
    List<Future<Llm.Completion>> calls =
        IntStream.range(0, 500)
            .mapToObj(call -> node.bus().request(Llm.COMPLETE, Room.call("local/m", false)))
            .toList();
    Node.await(Future.all(calls));
    assertEquals(500, stub.maxInFlight());
    assertEquals(500, stub.calls());
  }

  private static String answerWhenAllAreThere(CountDownLatch arrivals) {
    arrivals.countDown();
    try {
      arrivals.await();
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
    return StubProvider.TURN;
  }

  @Test
  void wordsAreToldAtMostOnceInAWhile() {
    stub.answer(request -> "word ".repeat(4000).strip());
    Queue<Llm.Words> heard = node.listen(Llm.words("run-1"));
    Llm.Completion completion = node.ask(Llm.COMPLETE, Room.call("local/m", true));
    Node.until(
        "all words heard",
        () -> heard.stream().mapToInt(words -> words.text().length()).sum() == 19_999);
    assertTrue(heard.size() <= 2 + completion.latencyMs() / 50, heard.size() + " messages");
  }

  @Test
  void providersAreListedWithWhereTheyAreAndWhereTheirKeyIs() {
    Llm.Provider openai = provider("openai");
    assertEquals("env OPENAI_API_KEY", openai.key());
    assertEquals("env OPENAI_BASE_URL", openai.baseUrlOrigin());
    assertEquals(stub.url() + "/v1", openai.baseUrl());
    assertNull(provider("anthropic").key());
    assertTrue(provider("local").keyless());
  }

  @Test
  void tokensAreCountedAndSaidToBeEstimated() {
    assertEquals(
        new Llm.Counted(3, true), node.ask(Llm.COUNT, new Llm.Count("local/m", "hello there")));
  }

  private Llm.Provider provider(String id) {
    return node.ask(Llm.PROVIDERS, new Llm.ListProviders()).providers().stream()
        .filter(provider -> provider.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
