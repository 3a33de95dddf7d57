package io.lida.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.Deliberation;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Monitor;
import io.lida.contract.Runs;
import io.lida.contract.Scenario;
import io.lida.testkit.Node;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server in this process, and houses that work at it. */
class ServerTest {
  private static final Path ROOT = Path.of(System.getProperty("lida.root"));
  private static final String SCENARIO =
      """
      name: two
      simulation: {auto_start_topic: "Should AI development be paused?", max_rounds: 1}
      personas: [{id: academic_ml.empiricist}, {id: open_source.accelerationist}]
      """;

  @TempDir Path folder;

  private Settings settings(String... flags) {
    Map<String, String> given = new HashMap<>();
    given.put("home", folder.resolve("home").toString());
    given.put("port", "0");
    for (int i = 0; i < flags.length; i += 2) {
      given.put(flags[i], flags[i + 1]);
    }
    return Settings.read(new Settings.Sources(ROOT, folder, Map.of(), given));
  }

  @Test
  void aDebateIsStartedAndFollowedAtTheServerOfTheFolder() throws Exception {
    try (Server server = Server.open(settings())) {
      assertEquals(Optional.of(server.entry()), new ServerEntries(settings().home()).find());
      try (House elsewhere = House.nearest(settings())) {
        Scenario scenario =
            Node.await(
                elsewhere
                    .bus()
                    .request(Deliberation.READ, new Deliberation.Read("two.yaml", SCENARIO)));
        Deliberation.Start start =
            new Deliberation.Start(scenario, 7, "sim/default", true, null, Runs.HOME_TENANT);
        String run = Node.await(elsewhere.bus().request(Deliberation.START, start)).run();
        Node.until("it is over", () -> summary(elsewhere, run).status().equals("completed"));
        var document =
            Node.await(elsewhere.bus().request(Deliberation.SHOW, new Deliberation.Show(run)));
        assertEquals(7, document.seed());
        assertEquals(2, document.turns().size());
        assertTrue(elsewhere.store().contains(server.entry().url()));
      }
    }
    assertFalse(Files.exists(settings().home().resolve("server.json")));
    try (House here = House.nearest(settings())) {
      assertEquals(
          1,
          Node.await(here.bus().request(Runs.LIST, Runs.Query.newest(null, null, 10)))
              .runs()
              .size());
    }
  }

  private static Runs.Summary summary(House house, String run) {
    return Node.await(house.bus().request(Runs.FIND, new Runs.Find(run)));
  }

  @Test
  void aLinkLetsABrowserInOnce() throws Exception {
    try (Server server = Server.open(settings());
        House elsewhere = House.nearest(settings());
        HttpClient browser = HttpClient.newHttpClient()) {
      for (String link : new String[] {server.link(), elsewhere.link()}) {
        HttpRequest open = HttpRequest.newBuilder(URI.create(link)).build();
        assertEquals(303, browser.send(open, HttpResponse.BodyHandlers.discarding()).statusCode());
        assertEquals(401, browser.send(open, HttpResponse.BodyHandlers.discarding()).statusCode());
      }
    }
  }

  @Test
  void aServerBecomesReadyAndGivesItsFigures() {
    try (Server server = Server.open(settings());
        House elsewhere = House.nearest(settings())) {
      Node.until("it is ready", () -> health(elsewhere).ready());
      assertEquals(server.entry().node(), health(elsewhere).node());
      assertTrue(
          health(elsewhere).points().contains(new Monitor.Point("rooms", true, "all answer")));
      String figures =
          Node.await(elsewhere.bus().request(Monitor.figures(House.SERVER), new Monitor.Scrape()))
              .text();
      assertTrue(figures.contains("lida_"), figures);
    }
  }

  private static Monitor.Health health(House house) {
    return Node.await(house.bus().request(Monitor.health(House.SERVER), new Monitor.Check()));
  }

  @Test
  void anotherKeyIsNotLetIn() {
    Settings stranger;
    try (Server server = Server.open(settings())) {
      stranger =
          Settings.read(
              new Settings.Sources(
                  ROOT,
                  folder,
                  Map.of("LIDA_API_KEY", "lida_stranger"),
                  Map.of("home", folder.toString(), "server", server.entry().url())));
      try (House elsewhere = House.open(stranger)) {
        Fault fault = assertThrows(Fault.class, () -> summary(elsewhere, "x"));
        assertEquals(FaultCode.UNAUTHENTICATED, fault.code());
      }
    }
    try (House gone = House.open(stranger)) {
      assertEquals(
          FaultCode.UNREACHABLE, assertThrows(Fault.class, () -> summary(gone, "x")).code());
    }
  }

  @Test
  void aPortThatIsTakenStopsTheServerBeforeAnythingIsStarted() {
    try (Server first = Server.open(settings())) {
      String port = String.valueOf(URI.create(first.entry().url()).getPort());
      Settings second = settings("port", port, "home", folder.resolve("other").toString());
      Fault fault = assertThrows(Fault.class, () -> Server.open(second));
      assertEquals(FaultCode.PORT_TAKEN, fault.code());
      assertTrue(fault.detail().contains("process "), fault.detail());
      assertFalse(Files.exists(folder.resolve("other/redis")));
    }
  }

  @Test
  void twoServersOfOneFolderShareItsRedisAndEachHasAnEntry() {
    try (Server first = Server.open(settings())) {
      try (Server second = Server.open(settings())) {
        assertEquals(2, new ServerEntries(settings().home()).all().size());
        assertEquals(second.entry(), new ServerEntries(settings().home()).find().orElseThrow());
      }
      try (House elsewhere = House.nearest(settings())) {
        Node.until("the first still serves", () -> health(elsewhere).ready());
        assertEquals(first.entry().node(), health(elsewhere).node());
      }
    }
  }

  @Test
  void aServerMayBeClosedTwice() {
    Server server = Server.open(settings());
    server.close();
    server.close();
  }
}
