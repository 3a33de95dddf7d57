package io.lida.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Wire;
import io.lida.testkit.FaultProxy;
import io.lida.testkit.FaultProxy.Point;
import io.lida.testkit.StubProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A run in a process to be killed: a provider of its own that counts, and a proxy before Redis that
 * sees each append.
 */
final class DoomedRun implements AutoCloseable {
  private static final long TOKENS_IN = 120;
  private static final long TOKENS_OUT = 48;

  /** When to step in; false ends the process. */
  interface Moment {
    boolean pass(int append, Point point);
  }

  private final Talk talk;
  private final RedisAtHand redis;
  private final Cli cli;
  private final StubProvider stub = StubProvider.start();
  private final FaultProxy proxy;
  private final CompletableFuture<Cli.Running> running = new CompletableFuture<>();
  private final CompletableFuture<String> run = new CompletableFuture<>();

  DoomedRun(Talk talk, RedisAtHand redis, Path folder, Moment moment) throws IOException {
    this.talk = talk;
    this.redis = redis;
    stub.usage(TOKENS_IN, TOKENS_OUT);
    proxy =
        FaultProxy.start(
            redis.address(),
            FaultProxy.APPENDS,
            (number, point, words) -> {
              run.complete(runOf(words));
              boolean passes = moment.pass(number, point);
              if (!passes) {
                running.join().kill();
              }
              return passes;
            });
    cli =
        new Cli(Files.createDirectories(folder))
            .with("LIDA_LOCAL_BASE_URL", stub.url() + "/v1")
            .with("LIDA_REDIS_URL", redis.urlAt(proxy.port()));
  }

  private static String runOf(List<String> append) {
    String key = append.get(3);
    return key.substring(key.indexOf('{') + 1, key.indexOf('}'));
  }

  StubProvider stub() {
    return stub;
  }

  /** Begins; the run has an id as soon as its first event is on the way. */
  Cli.Running begin() throws IOException {
    Cli.Running process = cli.start(talk.command(cli.folder()));
    running.complete(process);
    return process;
  }

  /** Takes the run up again, past the proxy. */
  Cli.Running takeUp() {
    cli.with("LIDA_REDIS_URL", redis.url());
    return cli.start("runs", "resume", run(), "--json");
  }

  /** The run's id; waits for it. */
  String run() {
    return run.orTimeout(20, TimeUnit.SECONDS).join();
  }

  /** What Redis holds of the run. */
  Ledger log() {
    return redis.log(run());
  }

  /** As many model calls as nobody can do without. */
  int needed() {
    return talk.answers().size();
  }

  /** Model calls so far. */
  int calls() {
    return stub.calls();
  }

  /** Appends seen by the proxy. */
  int appends() {
    return proxy.counted();
  }

  /**
   * All that must hold when the last process has ended, however often one was killed.
   *
   * @param lost the calls without an answer at each death, that may have cost one call each
   */
  void assertWhole(Cli.Said said, List<Set<String>> lost) throws IOException {
    assertEquals(0, said.code(), said::toString);
    JsonNode document = said.json();
    assertEquals("completed", document.path("status").asText());
    Ledger log = log();
    log.assertWhole();
    assertEquals(talk.answers(), new HashSet<>(log.answers()));
    assertEquals(needed(), log.answers().size(), () -> "each answer once: " + log.answers());
    List.of("run_started", "run_completed")
        .forEach(once -> assertEquals(1, log.types().get(once), once));
    talk.conclusions().forEach(once -> assertEquals(1, log.types().get(once), once));
    int resumed = log.types().getOrDefault("run_resumed", 0);
    assertTrue(
        resumed <= lost.size() && resumed >= Math.min(1, lost.size()), "taken up " + resumed);
    assertEquals(null, log.types().get("call_failed"), "failed calls");
    assertCalls(lost);
    assertDocument(document);
    assertFiles(document, log);
  }

  /** A seed is derived from the call's id, so it tells which call a request was for. */
  private void assertCalls(List<Set<String>> lost) {
    Map<Long, Integer> asked = new HashMap<>();
    stub.requests()
        .forEach(request -> asked.merge(request.body().path("seed").asLong(), 1, Integer::sum));
    assertEquals(needed(), asked.size(), "calls asked for");
    int extra = lost.stream().mapToInt(Set::size).sum();
    assertTrue(
        stub.calls() <= needed() + extra,
        () -> stub.calls() + " calls for " + needed() + " answers and " + extra + " lost");
    asked.values().forEach(times -> assertTrue(times <= 1 + lost.size(), "one call " + times));
  }

  private void assertDocument(JsonNode document) {
    int moves = document.findValues("moves").stream().mapToInt(JsonNode::size).sum();
    assertEquals(talk.count("r"), document.path("turns").size() + moves);
    assertEquals(talk.count("p"), document.path("probes").size());
    assertEquals(talk.count("v"), document.path("votes").size());
    assertEquals(needed(), document.at("/usage/calls").asLong());
    assertEquals(needed() * TOKENS_IN, document.at("/usage/input_tokens").asLong());
    assertEquals(needed() * TOKENS_OUT, document.at("/usage/output_tokens").asLong());
  }

  private void assertFiles(JsonNode document, Ledger log) throws IOException {
    Path folder = cli.home().resolve("runs").resolve(run());
    assertEquals(document, Wire.parse(Files.readString(folder.resolve("run.json"))));
    List<JsonNode> events =
        Files.readAllLines(folder.resolve("events.jsonl")).stream().map(Wire::parse).toList();
    assertEquals(log.documents().stream().map(Wire::text).map(Wire::parse).toList(), events);
    assertTrue(Files.size(folder.resolve("transcript.md")) > 0);
  }

  @Override
  public void close() {
    cli.close();
    proxy.close();
    stub.close();
  }
}
