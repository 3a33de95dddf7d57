package io.lida.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lida.contract.Wire;
import io.lida.testkit.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;

/** A server process whose debates seat programs, and what is asked of it over HTTP. */
public final class TableServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Another process is looked at over HTTP, and has better things to do. */
  private static final Duration LOOK_EVERY = Duration.ofMillis(150);

  private static final List<String> CARDS =
      List.of(
          "academic_ml.empiricist", "open_source.accelerationist", "safety_research.catastrophist");
  private static final List<String> SHARED = List.of("personas", "scenarios", "webroot");

  /** The program that sits first, as a transcript names its seat. */
  static final int FIRST = 0;

  static final int SECOND = 1;

  private final Cli cli;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int port = FreePorts.one();
  private final List<Path> links = new ArrayList<>();
  private Cli.Running running;

  /**
   * Starts a server.
   *
   * @param user whose server it is; closed with it
   * @param agents how programs are waited for, as {@code conf/providers.json} says it
   */
  public TableServer(Cli user, String agents) throws IOException {
    cli = user.from(root(user.folder().resolve("root"), agents));
    start();
  }

  /** The sources as they are, but for how long an agent is waited for. */
  private Path root(Path root, String agents) throws IOException {
    Path conf = Files.createDirectories(root.resolve("conf"));
    for (String name : SHARED) {
      links.add(Files.createSymbolicLink(root.resolve(name), Product.ROOT.resolve(name)));
    }
    try (var files = Files.list(Product.ROOT.resolve("conf"))) {
      for (Path file : files.toList()) {
        links.add(Files.createSymbolicLink(conf.resolve(file.getFileName()), file));
      }
    }
    Path providers = conf.resolve("providers.json");
    ObjectNode settings = (ObjectNode) Wire.parse(Files.readAllBytes(providers));
    settings.set("agents", Wire.parse(agents));
    Files.delete(providers);
    Files.writeString(providers, settings.toString());
    return root;
  }

  private void start() {
    running = cli.start("serve", "--port", Integer.toString(port));
    try {
      until("the server is ready", () -> health() == 200);
    } catch (AssertionError never) {
      close();
      throw never;
    }
  }

  /** As {@code kill -9}, and another over what it left. */
  public void killAndStartAgain() {
    running.kill();
    start();
  }

  private int health() {
    if (!running.process().isAlive()) {
      throw new AssertionError("the server ended: " + running.end().err());
    }
    try {
      HttpRequest ask = HttpRequest.newBuilder(uri("/health/ready")).build();
      return client.send(ask, BodyHandlers.discarding()).statusCode();
    } catch (IOException away) {
      return 0;
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  /** Lets a browser in, once. */
  public String link() {
    return cli.run("view", "--json").json().path("link").asText();
  }

  /** Where an agent finds the bus, with a token of its own. */
  String bus(String agent) {
    return ask("POST", "/api/v1/agents/" + agent + "/token", "", 201).path("url").asText();
  }

  /** Waits until these agents have joined. */
  void seen(String... agents) {
    until("joined: " + List.of(agents), () -> seen().containsAll(List.of(agents)));
  }

  private List<String> seen() {
    JsonNode list = ask("GET", "/api/v1/agents", "", 200).path("agents");
    return StreamSupport.stream(list.spliterator(), false)
        .map(agent -> agent.path("id").asText())
        .toList();
  }

  /** Begins a debate of three seats, each spoken for by its model. */
  public String debate(int rounds, String... models) {
    List<Map<String, String>> seats = new ArrayList<>();
    for (int seat = 0; seat < models.length; seat++) {
      seats.add(Map.of("id", CARDS.get(seat), "model", models[seat]));
    }
    Map<String, Object> body =
        Map.of(
            "topic",
            "Should frontier training be paused?",
            "rounds",
            rounds,
            "seed",
            7,
            "stream",
            false,
            "personas",
            seats);
    return begin(body);
  }

  /** Begins what this body asks for. */
  String begin(Map<String, Object> body) {
    return ask("POST", "/api/deliberate", Wire.text(body), 202).path("id").asText();
  }

  /** Waits until a run is completed; its document. */
  JsonNode completed(String run) {
    until("run " + run + " ends", () -> !status(run).matches("queued|running|interrupted"));
    JsonNode document = run(run);
    assertEquals("completed", document.path("status").asText(), document::toString);
    return document;
  }

  /** Waits until somebody has spoken. */
  void spoken(String run, int round, int seat) {
    until(
        "seat " + seat + " has spoken in round " + round,
        () -> !turns(run(run), round, seat).isEmpty());
  }

  /** What a seat said, by round; every round for 0. */
  static List<String> turns(JsonNode document, int round, int seat) {
    return StreamSupport.stream(document.path("turns").spliterator(), false)
        .filter(turn -> turn.path("seat").asInt() == seat)
        .filter(turn -> round == 0 || turn.path("round").asInt() == round)
        .map(turn -> turn.path("text").asText())
        .toList();
  }

  /** The document of a run as far as it is. */
  private JsonNode run(String run) {
    return ask("GET", "/api/v1/runs/" + run, "", 200);
  }

  private String status(String run) {
    return ask("GET", "/api/deliberation/status?id=" + run, "", 200).path("status").asText();
  }

  private JsonNode ask(String method, String path, String body, int status) {
    try {
      String key = Files.readString(cli.home().resolve("api-key")).strip();
      HttpRequest request =
          HttpRequest.newBuilder(uri(path))
              .timeout(PATIENCE)
              .header("Authorization", "Bearer " + key)
              .header("Content-Type", "application/json")
              .method(
                  method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
              .build();
      var answer = client.send(request, BodyHandlers.ofString());
      assertEquals(status, answer.statusCode(), answer::body);
      return Wire.parse(answer.body());
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private static void until(String what, BooleanSupplier holds) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not within " + PATIENCE.toSeconds() + " s: " + what);
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
    cli.close();
    links.forEach(link -> link.toFile().delete());
  }
}
