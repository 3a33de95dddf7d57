package io.lida.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.testkit.Node;
import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisServerTest {
  private static final String HERE = System.getenv("PATH");

  @TempDir Path home;
  @TempDir Path tools;

  private RedisServer find(String path) {
    return RedisServer.find(Rig.options(home, path));
  }

  private long pid() throws IOException {
    return RedisFolder.of(Rig.options(home, "")).process().orElseThrow().pid();
  }

  private boolean runs() throws IOException {
    return RedisFolder.of(Rig.options(home, "")).process().isPresent();
  }

  /** A program that says it is a version of Redis and is, underneath, the bundled one. */
  private void pretend(String program, String says) throws IOException {
    Path real = RedisBinary.find("", tools.resolve("real")).map(RedisBinary::file).orElseThrow();
    Path file = tools.resolve(program);
    Files.writeString(
        file,
        """
        #!/bin/sh
        if [ "$1" = --version ]; then echo "%s"; exit; fi
        exec '%s' "$@"
        """
            .formatted(says, real));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void theBundledServerSaysThatItIsForALaptop() throws IOException {
    try (RedisServer server = find("")) {
      assertEquals(
          "bundled Redis 6.2.11; install redis >= 7 on a shared server", server.describe());
      assertFalse(server.given());
      assertTrue(server.url().startsWith("unix://lida:"));
      Path folder = home.resolve("redis");
      assertEquals("rwx------", permissions(folder));
      assertEquals("rw-------", permissions(folder.resolve("redis.conf")));
    }
    assertFalse(runs());
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void nobodyEntersWithoutThePassword() throws IOException {
    try (RedisServer server = find("")) {
      RedisUrl url = RedisUrl.parse(server.url());
      RedisUrl nameless = new RedisUrl("unix", "localhost", 0, url.path(), null, null);
      try (Knock knock = Knock.at(nameless)) {
        assertThrows(IOException.class, () -> knock.ask("GET", "lida:x"));
      }
      try (Knock knock = Knock.at(url)) {
        assertEquals("OK", knock.ask("SET", "lida:x", "1"));
        for (List<String> denied :
            List.of(
                List.of("SET", "other", "1"), List.of("FLUSHALL"), List.of("CONFIG", "GET", "*"))) {
          IOException refused =
              assertThrows(IOException.class, () -> knock.ask(denied.toArray(String[]::new)));
          assertTrue(refused.getMessage().startsWith("NOPERM"), refused.getMessage());
        }
      }
    }
  }

  @Test
  void aNewEnoughServerOnThePathComesBeforeTheBundledOne() throws IOException {
    pretend("redis-server", "Redis server v=7.2.4 sha=00000000:0 malloc=libc bits=64");
    assertEquals(
        new RedisBinary(
            tools.resolve("redis-server"), "redis", new RedisBinary.Version(7, 2, 4), false),
        RedisBinary.find(tools.toString(), home).orElseThrow());
    try (RedisServer server = find(tools.toString())) {
      assertTrue(server.describe().endsWith("(on the path)"), server.describe());
    }
  }

  @Test
  void valkeyWillDo() throws IOException {
    pretend("redis-server", "Redis server v=6.0.16 sha=00000000:0 malloc=libc bits=64");
    pretend("valkey-server", "Valkey server v=8.0.1 sha=00000000:0 malloc=libc bits=64");
    RedisBinary found = RedisBinary.find(tools.toString(), home).orElseThrow();
    assertEquals("valkey 8.0.1", found.name() + " " + found.version());
  }

  @Test
  void aServerTooOldIsPassedOver() throws IOException {
    pretend("redis-server", "Redis server v=6.2.20 sha=00000000:0 malloc=libc bits=64");
    assertTrue(RedisBinary.find(tools.toString(), home).orElseThrow().bundled());
  }

  @Test
  void theServerOfThisMachineIsUsed() {
    assumeTrue(!RedisBinary.onPath(HERE, "redis-server").isEmpty());
    try (RedisServer server = find(HERE)) {
      assertTrue(server.describe().endsWith("(on the path)"), server.describe());
    }
  }

  @Test
  void aServerIsFoundAgainAfterItsStarterWasKilled() throws Exception {
    for (String path : List.of("", HERE)) {
      Process starter = Starter.start(home, path);
      String url = firstLine(starter);
      long pid = pid();
      starter.destroyForcibly().waitFor();
      try (RedisServer server = find(path)) {
        assertEquals(url, server.url());
        assertEquals(pid, pid());
      }
      assertFalse(runs());
    }
  }

  private static String firstLine(Process process) throws IOException {
    BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
    return String.valueOf(reader.readLine());
  }

  @Test
  void itIsOutOfReachOfTheTerminalsInterrupt() throws IOException {
    Path stat = Path.of("/proc/self/stat");
    assumeTrue(Files.isReadable(stat) && !RedisBinary.onPath(HERE, "setsid").isEmpty());
    Path setsid = RedisBinary.onPath(HERE, "setsid").getFirst();
    Files.copy(setsid, tools.resolve("setsid"));
    try (RedisServer server = find(tools.toString())) {
      String line = Files.readString(Path.of("/proc", Long.toString(pid()), "stat"));
      String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
      assertEquals(Long.toString(pid()), fields[3], "the session of " + server.describe());
    }
  }

  @Test
  void twoProcessesAndManyThreadsAtOnceEndWithOneServer() throws Exception {
    Process one = Starter.start(home, "");
    Process two = Starter.start(home, "");
    List<CompletableFuture<RedisServer>> threads =
        IntStream.range(0, 4).mapToObj(i -> CompletableFuture.supplyAsync(() -> find(""))).toList();
    String url = firstLine(one);
    assertEquals(url, firstLine(two));
    for (CompletableFuture<RedisServer> thread : threads) {
      assertEquals(url, thread.join().url());
    }
    List<String> starts =
        Files.readAllLines(home.resolve("redis/redis.log"), StandardCharsets.ISO_8859_1).stream()
            .filter(line -> line.contains("Redis is starting"))
            .toList();
    assertEquals(1, starts.size());
    one.destroyForcibly().waitFor();
    two.destroyForcibly().waitFor();
    threads.getFirst().join().close();
    assertFalse(runs());
  }

  @Test
  void aServerInUseOutlivesOneOfItsUsers() throws IOException {
    Vertx vertx = Vertx.vertx();
    RedisServer mine = find("");
    RedisServer other = find("");
    Store store =
        Node.await(
            Store.open(vertx, other, NodeIdentity.ofThisProcess("n"), InstantSource.system()));
    mine.close();
    assertTrue(runs());
    Node.await(store.close());
    other.close();
    assertFalse(runs());
    Node.await(vertx.close());
  }

  @Test
  void aStalePidFileIsCleanedAway() throws Exception {
    find("").close();
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    Files.writeString(home.resolve("redis/redis.pid"), ended.pid() + "\n");
    Files.createFile(home.resolve("redis/redis.sock"));
    try (RedisServer server = find("")) {
      assertTrue(runs(), server.describe());
    }
  }

  @Test
  void aNumberGivenToAnotherProgramIsNotTakenForTheServer() throws Exception {
    Files.createDirectories(home.resolve("redis"));
    Files.writeString(home.resolve("redis/redis.pid"), ProcessHandle.current().pid() + "\n");
    try (RedisServer server = find("")) {
      assertTrue(pid() != ProcessHandle.current().pid(), server.describe());
    }
  }

  @Test
  void whatWasKeptIsThereAfterARestart() throws IOException {
    try (RedisServer server = find("")) {
      try (Knock knock = Knock.at(RedisUrl.parse(server.url()))) {
        knock.ask("SET", "lida:kept", "yes");
      }
    }
    try (RedisServer server = find("")) {
      try (Knock knock = Knock.at(RedisUrl.parse(server.url()))) {
        assertEquals("yes", knock.ask("GET", "lida:kept"));
      }
    }
  }

  @Test
  void whatANewerServerWroteIsNotHiddenByAnOlderOne() throws IOException {
    Files.createDirectories(home.resolve("redis/appendonlydir"));
    Fault refused = assertThrows(Fault.class, () -> find(""));
    assertEquals(FaultCode.STORE_UNAVAILABLE, refused.code());
    assertEquals("install redis >= 7", refused.fix());
  }

  @Test
  void aSocketPathTooLongGoesElsewhere() throws IOException {
    Path deep = home.resolve("a long folder name ".repeat(6));
    RedisOptions options = new RedisOptions(deep, java.util.Optional.empty(), "always", "", tools);
    try (RedisServer server = RedisServer.find(options)) {
      Path socket = Path.of(RedisUrl.parse(server.url()).path());
      assertTrue(socket.startsWith(tools), socket.toString());
      assertEquals("rwx------", permissions(socket.getParent()));
      try (Knock knock = Knock.at(RedisUrl.parse(server.url()))) {
        assertEquals("PONG", knock.ask("PING"));
      }
    }
  }

  @Test
  void anUnwritableFolderIsAFaultInFourParts() throws IOException {
    Path file = Files.createFile(home.resolve("file"));
    Fault fault =
        assertThrows(
            Fault.class, () -> RedisServer.find(RedisOptions.defaults(file.resolve("below"))));
    assertEquals(FaultCode.HOME_UNWRITABLE, fault.code());
    assertEquals("the data folder cannot be written", fault.title());
    assertTrue(fault.detail().contains(file.toString()), fault.detail());
    assertTrue(fault.fix().contains("LIDA_HOME"), fault.fix());
  }

  @Test
  void aGivenServerIsUsedAndLeftAlone() throws IOException {
    try (RedisServer own = find("")) {
      RedisOptions given = Rig.options(tools, "").withUrl(own.url());
      RedisServer server = RedisServer.find(given);
      assertTrue(server.given());
      assertEquals("redis 6.2.11, given by --redis", server.describe());
      server.close();
      assertTrue(runs());
      String wrong = own.url().replaceAll(":[0-9a-f]{64}@", ":wrong@");
      Fault refused =
          assertThrows(Fault.class, () -> RedisServer.find(Rig.options(tools, "").withUrl(wrong)));
      assertTrue(refused.detail().contains("WRONGPASS"), refused.detail());
    }
    Fault gone =
        assertThrows(
            Fault.class,
            () -> RedisServer.find(Rig.options(tools, "").withUrl("redis://127.0.0.1:1")));
    assertEquals(FaultCode.STORE_UNAVAILABLE, gone.code());
    assertThrows(
        Fault.class, () -> RedisServer.find(Rig.options(tools, "").withUrl("http://x:secret@y")));
  }
}
