package io.lida.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.testkit.Node;
import io.lida.testkit.StubProvider;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A Redis of the user's own may die, be left behind, or be wanted twice. */
@Timeout(120)
class RedisDiesTest {
  private static final String[] DEBATE = {
    "debate",
    "Should frontier training be paused?",
    "--personas",
    "academic_ml.empiricist,open_source.accelerationist,safety_research.catastrophist",
    "--rounds",
    "3",
    "--seed",
    "7",
    "--model",
    "local/stub",
    "--json"
  };
  private static final int CALLS = 12;

  @TempDir Path folder;
  private final StubProvider stub = StubProvider.start();
  private Cli cli;

  @BeforeEach
  void aUserAndAModel() {
    cli = new Cli(folder).with("LIDA_LOCAL_BASE_URL", stub.url() + "/v1");
  }

  @AfterEach
  void nothingIsLeft() {
    cli.close();
    stub.close();
  }

  /** The bundled Redis always; that of this machine where there is one, or where one must be. */
  static Stream<String> redis() {
    boolean required = "required".equals(System.getenv("LIDA_TEST_REDIS"));
    return required || installed().isPresent()
        ? Stream.of("bundled", "installed")
        : Stream.of("bundled");
  }

  private static Optional<Path> installed() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .map(Path::of)
        .filter(program -> Files.isExecutable(program.resolve("redis-server")))
        .findFirst();
  }

  private String path(String redis) {
    String bare = folder.resolve("bin").toString();
    return redis.equals("bundled")
        ? bare
        : bare + File.pathSeparator + installed().orElseThrow(() -> new AssertionError("no redis"));
  }

  @ParameterizedTest
  @MethodSource("redis")
  void theInstalledRedisIsPreferredToTheBundledOne(String redis) {
    Cli.Said said = cli.with("PATH", path(redis)).run("doctor", "--json");
    assertEquals(0, said.code(), said::toString);
    String words = "";
    for (JsonNode finding : said.json().path("checks")) {
      words =
          finding.path("name").asText().equals("redis") ? finding.path("detail").asText() : words;
    }
    assertEquals(redis.equals("bundled"), words.startsWith("bundled Redis 6.2"), words);
    assertEquals(
        redis.equals("installed"), words.matches("(redis|valkey) ([7-9]|\\d\\d)\\..*"), words);
    assertTrue(cli.redis().isEmpty(), "stopped when nobody needs it");
  }

  @ParameterizedTest
  @MethodSource("redis")
  void aRunIsCompletedThoughItsRedisIsKilledThreeTimes(String redis) {
    AtomicInteger calls = new AtomicInteger();
    Set<Integer> deaths = Set.of(2, 6, 11);
    stub.answer(
        request -> {
          if (deaths.contains(calls.incrementAndGet())) {
            cli.redis().ifPresent(RedisDiesTest::kill);
          }
          return request.toString().contains("\\\"vote\\\"")
              ? StubProvider.VOTE
              : StubProvider.TURN;
        });
    Cli.Said said = cli.with("PATH", path(redis)).run(DEBATE);
    assertEquals(0, said.code(), said::toString);
    assertEquals("completed", said.json().path("status").asText());
    assertEquals(1 + deaths.size(), starts());
    try (RedisAtHand hand = new RedisAtHand(cli.home(), path(redis))) {
      Ledger log = hand.log(said.json().path("id").asText());
      log.assertWhole();
      assertEquals(CALLS, log.answers().size());
      assertEquals(CALLS, Set.copyOf(log.answers()).size());
    }
    assertTrue(stub.calls() >= CALLS && stub.calls() <= 2 * CALLS, "calls: " + stub.calls());
  }

  @ParameterizedTest
  @MethodSource("redis")
  void aRedisLeftBehindIsFoundAgainAndTheRunGoesOn(String redis) {
    stub.latency(Duration.ofMillis(100));
    Cli.Running killed = cli.with("PATH", path(redis)).start(DEBATE);
    Node.until("a round is under way", () -> stub.calls() > 3);
    killed.kill();
    ProcessHandle left = cli.redis().orElseThrow();
    assertTrue(left.isAlive());

    JsonNode run = cli.run("runs", "ls", "--json").json().path("runs").path(0);
    assertFalse(run.path("id").asText().isEmpty(), "the run is listed");
    assertEquals(1, starts(), "the one left behind was used");
    assertFalse(left.isAlive(), "and stopped, because nobody else needs it");

    Cli.Said said = cli.run("runs", "resume", run.path("id").asText(), "--json");
    assertEquals(0, said.code(), said::toString);
    assertEquals("completed", said.json().path("status").asText());
    assertEquals(9, said.json().path("turns").size());
  }

  @ParameterizedTest
  @MethodSource("redis")
  void twoProcessesOfOneHomeShareOneRedis(String redis) {
    stub.latency(Duration.ofMillis(200));
    cli.with("PATH", path(redis));
    Cli.Running one = cli.start(DEBATE);
    Cli.Running other = cli.start(DEBATE);
    for (Cli.Said said : List.of(one.end(), other.end())) {
      assertEquals(0, said.code(), said::toString);
      assertEquals("completed", said.json().path("status").asText());
    }
    assertEquals(1, starts());
    assertTrue(cli.redis().isEmpty(), "stopped by the last");
  }

  /** How often a Redis began to work in the home. */
  private long starts() {
    try (Stream<String> log = Files.lines(cli.home().resolve("redis/redis.log"))) {
      return log.filter(line -> line.contains("Configuration loaded")).count();
    } catch (java.io.IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  private static void kill(ProcessHandle process) {
    process.destroyForcibly();
    process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
