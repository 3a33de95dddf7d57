package io.lida.store;

import io.lida.contract.Phase;
import io.lida.contract.RunEvent;
import io.lida.contract.Runs;
import io.lida.contract.Usage;
import io.lida.testkit.Node;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A real Redis in a folder, with as many nodes on it as a test wants. */
final class Rig implements AutoCloseable {
  static final Instant NOON = Instant.parse("2026-11-20T12:00:00.123Z");

  final RedisServer server;
  final Vertx vertx = Vertx.vertx();
  final Redis raw;
  private final List<Store> stores = new ArrayList<>();

  Rig(RedisOptions options) {
    server = RedisServer.find(options);
    raw = Redis.createClient(vertx, server.url());
  }

  /** The paths to test with: the bundled server always, the one of this machine if there is one. */
  static Stream<String> paths() {
    String here = System.getenv("PATH");
    boolean installed =
        !RedisBinary.onPath(here, "redis-server").isEmpty()
            || !RedisBinary.onPath(here, "valkey-server").isEmpty();
    return installed ? Stream.of("", here) : Stream.of("");
  }

  static RedisOptions options(Path home, String path) {
    return new RedisOptions(home, Optional.empty(), "everysec", path, home);
  }

  Store store() {
    return store(NodeIdentity.ofThisProcess("n" + (stores.size() + 1)));
  }

  Store store(NodeIdentity node) {
    Store store = Node.await(Store.open(vertx, server, node, InstantSource.fixed(NOON)));
    stores.add(store);
    return store;
  }

  Response redis(String command, Object... arguments) {
    Request request = Request.cmd(Command.create(command));
    for (Object argument : arguments) {
      request.arg(argument.toString());
    }
    return Node.await(raw.send(request));
  }

  /** Waits until Redis has handed to the system all that it has acknowledged. */
  void settle() {
    Node.until(
        "redis has written",
        () -> {
          String state = redis("INFO", "persistence").toString();
          return state.contains("aof_pending_bio_fsync:0") && state.contains("aof_buffer_length:0");
        });
  }

  long pid() throws IOException {
    return RedisFolder.of(options(folder(), "")).process().orElseThrow().pid();
  }

  private Path folder() {
    Path socket = Path.of(RedisUrl.parse(server.url()).path());
    return socket.getParent().getParent();
  }

  static Lease lease(Store store, String run) {
    return Node.await(store.leases().acquire(run)).orElseThrow();
  }

  static NodeIdentity dead(String id) {
    try {
      Process process = new ProcessBuilder("true").start();
      NodeIdentity self = NodeIdentity.ofThisProcess(id);
      process.waitFor();
      return new NodeIdentity(id, self.host(), process.pid(), self.started());
    } catch (IOException | InterruptedException failure) {
      throw new AssertionError(failure);
    }
  }

  static RunEvent round(int number) {
    return new RunEvent.RoundOpened(number, Phase.OPENING);
  }

  static RunEvent turn(String speaker, String text) {
    return new RunEvent.TurnSpoken(
        new RunEvent.Turn(
            "r1.s0",
            1,
            Phase.OPENING,
            0,
            speaker,
            "A Name",
            0.5,
            0.75,
            text,
            List.of(),
            List.of(),
            "sim/one",
            Usage.NONE,
            12));
  }

  static Runs.Summary summary(String run, String status, int minute) {
    Instant created = NOON.plusSeconds(60L * minute);
    return new Runs.Summary(
        run,
        Runs.HOME_TENANT,
        "debate",
        "A topic?",
        status,
        0,
        3,
        4,
        "sim/one",
        created,
        created,
        null);
  }

  @Override
  public void close() {
    stores.forEach(store -> Node.await(store.close()));
    Node.await(raw.close());
    Node.await(vertx.close());
    server.close();
  }
}
