package io.lida.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Wire;
import io.lida.testkit.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code lida serve} as a process: what it opens, how it ends, and how two of them are one. */
class ServeTest {
  private static final int SECONDS_TO_DRAIN = 25;
  private static final int MOST_LOOKS = 600;
  private static final long BETWEEN_LOOKS_MILLIS = 100;
  private static final String LISTENING = "0A";

  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void aUser() {
    cli = new Cli(folder);
  }

  @AfterEach
  void nothingStays() {
    cli.close();
  }

  @Test
  void aServerToldToEndDrainsAndLeavesNothingBehind() throws Exception {
    Cli.Running server = serve();
    JsonNode entry = entry(server);
    Schemas.assertFits("server", entry);
    assertEquals(1, listening(server.process().pid()).size(), "no port but the one of the page");
    Cli.Said run = cli.run("demo", "--server", entry.path("url").asText(), "--json");
    assertEquals("completed", run.json().path("status").asText(), run.err());
    assertEquals(1, cli.run("runs", "ls", "--json").json().path("runs").size());
    assertEquals(0, end(server, 1).code());
    assertFalse(Files.exists(cli.home().resolve("server.json")));
    assertTrue(cli.redis().isEmpty(), "the last process of a data folder stops its redis");
  }

  @Test
  void aSecondSignalDoesNoHarm() throws Exception {
    Cli.Running server = serve();
    entry(server);
    Cli.Said said = end(server, 2);
    assertEquals(0, said.code(), said.err());
  }

  @Test
  void aTakenPortIsNamedWithItsProcess() {
    Cli.Running server = serve();
    String url = entry(server).path("url").asText();
    String port = url.substring(url.lastIndexOf(':') + 1);
    Cli.Said said = cli.run("serve", "--port", port, "--home", folder.resolve("other").toString());
    assertEquals(5, said.code(), said.err());
    assertTrue(said.err().contains("LIDA-5002"), said.err());
    assertTrue(said.err().contains("process " + server.process().pid()), said.err());
  }

  @Test
  void twoNodesOfOneFolderAreOneClusterOnLoopback() throws Exception {
    List<Integer> ports = FreePorts.some(2);
    Cli.Running first = node(ports.get(0), ports.get(1));
    until("the first listens", first, () -> !urls().isEmpty());
    Cli.Running second = node(ports.get(1), ports.get(0));
    until("both listen", second, () -> urls().size() == 2);
    for (String url : urls()) {
      until(url + " is ready", second, () -> cli.run("health", "--server", url).code() == 0);
    }
    List<String> urls = List.copyOf(urls());
    cli.run("demo", "--server", urls.getFirst(), "--json");
    JsonNode runs = cli.run("runs", "ls", "--server", urls.getLast(), "--json").json();
    assertEquals("completed", runs.path("runs").path(0).path("status").asText());
    for (Cli.Running node : List.of(first, second)) {
      Set<String> open = listening(node.process().pid());
      assertEquals(3, open.size(), "the page, the members and the bus: " + open);
      assertTrue(open.stream().allMatch(ServeTest::loopback), open.toString());
    }
    assertEquals(0, end(first, 1).code());
    assertEquals(0, cli.run("health", "--server", url(second)).code());
    assertEquals(0, end(second, 1).code());
    assertTrue(cli.redis().isEmpty());
  }

  private Cli.Running serve() {
    return cli.start("serve", "--port", "0", "--json");
  }

  private Cli.Running node(int port, int other) {
    return cli.start(
        "serve",
        "--port",
        "0",
        "--json",
        "--cluster",
        "--cluster-port",
        String.valueOf(port),
        "--join",
        "127.0.0.1:" + other);
  }

  /** What the server printed once it listened: one document and nothing else. */
  static JsonNode entry(Cli.Running server) {
    until("the server listens", server, () -> printed(server).endsWith("}\n"));
    return Wire.parse(printed(server));
  }

  private static String url(Cli.Running server) {
    return entry(server).path("url").asText();
  }

  /** Waits while the server lives, for a minute at most. */
  static void until(String what, Cli.Running server, BooleanSupplier holds) {
    try {
      for (int looks = 0; !holds.getAsBoolean(); looks++) {
        assertTrue(looks < MOST_LOOKS, what);
        boolean ended = server.process().waitFor(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
        assertFalse(ended, () -> what + ", but it ended: " + server.end().err());
      }
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private static String printed(Cli.Running server) {
    try {
      return Files.readString(server.out());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private Set<String> urls() {
    Set<String> urls = new TreeSet<>();
    try (var files = Files.newDirectoryStream(cli.home().resolve("servers"), "*.json")) {
      for (Path file : files) {
        urls.add(Wire.parse(Files.readAllBytes(file)).path("url").asText());
      }
    } catch (IOException none) {
      return Set.of();
    }
    return urls;
  }

  /** Tells a server to end, so many times. */
  private static Cli.Said end(Cli.Running server, int times) throws InterruptedException {
    for (int signal = 0; signal < times; signal++) {
      server.process().destroy();
    }
    assertTrue(
        server.process().waitFor(SECONDS_TO_DRAIN, TimeUnit.SECONDS), "ended within 25 seconds");
    return server.end();
  }

  private static boolean loopback(String address) {
    return address.startsWith("0100007F:")
        || address.startsWith("0000000000000000FFFF00000100007F:");
  }

  /** The addresses at which a process listens, as the kernel writes them. */
  private static Set<String> listening(long pid) throws IOException {
    Set<String> sockets = new TreeSet<>();
    try (var files = Files.newDirectoryStream(Path.of("/proc/" + pid + "/fd"))) {
      for (Path file : files) {
        if (Files.isSymbolicLink(file)) {
          sockets.add(Files.readSymbolicLink(file).toString());
        }
      }
    }
    Set<String> addresses = new TreeSet<>();
    for (String table : List.of("tcp", "tcp6")) {
      for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/net/" + table))) {
        String[] words = line.strip().split("\\s+");
        if (words[3].equals(LISTENING) && sockets.contains("socket:[" + words[9] + "]")) {
          addresses.add(words[1]);
        }
      }
    }
    return addresses;
  }
}
