package io.lida.proof;

import io.lida.contract.Wire;
import io.lida.store.RedisOptions;
import io.lida.store.RedisServer;
import io.lida.testkit.Node;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A Redis of the test's own, and a look into it that does not go through the store. */
final class RedisAtHand implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final RedisServer server;
  private final Redis client;

  RedisAtHand(Path folder) {
    server = RedisServer.find(RedisOptions.defaults(folder));
    client = Redis.createClient(vertx, server.url());
  }

  /** Where it is, without anything in between. */
  String url() {
    return server.url();
  }

  /** Where a proxy has to connect to. */
  SocketAddress address() {
    return UnixDomainSocketAddress.of(URI.create(server.url()).getPath());
  }

  /** How to reach it through a port of the loopback. */
  String urlAt(int port) {
    String user = URI.create(server.url()).getRawUserInfo();
    return "redis://" + user + "@127.0.0.1:" + port;
  }

  /** The log of a run; without entries if nothing was ever written. */
  Ledger log(String run) {
    Request range = Request.cmd(Command.XRANGE).arg("lida:run:{" + run + "}:log").arg("-").arg("+");
    List<Ledger.Entry> entries = new ArrayList<>();
    for (Response entry : Node.await(client.send(range))) {
      entries.add(entry(entry));
    }
    return new Ledger(run, entries);
  }

  private static Ledger.Entry entry(Response entry) {
    Map<String, byte[]> fields = new HashMap<>();
    Response flat = entry.get(1);
    for (int i = 0; i + 1 < flat.size(); i += 2) {
      fields.put(flat.get(i).toString(), flat.get(i + 1).toBytes());
    }
    return new Ledger.Entry(
        entry.get(0).toString(),
        text(fields, "type"),
        text(fields, "at"),
        text(fields, "key"),
        Wire.parse(fields.get("payload")),
        fields.get("payload"),
        text(fields, "prev"),
        text(fields, "hash"));
  }

  private static String text(Map<String, byte[]> fields, String name) {
    return new String(fields.get(name), java.nio.charset.StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    Node.await(client.close());
    Node.await(vertx.close());
    server.close();
  }
}
