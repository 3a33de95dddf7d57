package io.lida.llm;

import io.lida.store.NodeIdentity;
import io.lida.store.RedisOptions;
import io.lida.store.RedisServer;
import io.lida.store.Store;
import io.lida.store.TokenBuckets;
import io.lida.store.Turns;
import io.lida.testkit.Node;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** A real Redis in a folder, and as many processes on it as a test wants. */
final class SharedRedis implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final RedisServer server;
  private final Redis raw;
  private final List<Store> stores = new ArrayList<>();

  SharedRedis(Path home) {
    server = RedisServer.find(new RedisOptions(home, Optional.empty(), "no", "", home));
    raw = Redis.createClient(vertx, server.url());
  }

  /** The buckets as another process would see them, over a connection of its own. */
  TokenBuckets buckets() {
    return store().buckets();
  }

  /** What agents owe, as another process would see it. */
  Turns turns() {
    return store().turns();
  }

  private Store store() {
    NodeIdentity node = NodeIdentity.ofThisProcess("n" + (stores.size() + 1));
    stores.add(Node.await(Store.open(vertx, server, node, InstantSource.system())));
    return stores.getLast();
  }

  /** The names of all that is kept, in order; a test keeps little enough to be seen at once. */
  List<String> keys() {
    return Node.await(found());
  }

  private Future<List<String>> found() {
    return send("SCAN", "0", "COUNT", "1000")
        .map(
            answer -> {
              TreeSet<String> keys = new TreeSet<>();
              answer.get(1).forEach(key -> keys.add(key.toString()));
              return List.copyOf(keys);
            });
  }

  /** For all buckets so much time passes at once. */
  void pass(Duration time) {
    Node.await(passing(time));
  }

  /** As {@link #pass}, where nobody may block. */
  Future<Void> passing(Duration time) {
    String back = Long.toString(-time.toNanos() / 1000);
    return found()
        .compose(
            keys -> Future.all(keys.stream().map(key -> send("HINCRBY", key, "at", back)).toList()))
        .mapEmpty();
  }

  /** Waits in which time passes on this clock and in this Redis alike. */
  Waits waits(Clock clock) {
    return new Waits() {
      @Override
      public Future<Void> pause(Duration delay) {
        return clock.pause(delay).compose(paused -> passing(delay));
      }

      @Override
      public Future<Void> until(Promise<Void> place, Duration patience, Trouble otherwise) {
        return clock.until(place, patience, otherwise);
      }
    };
  }

  private Future<Response> send(String command, String... arguments) {
    Request request = Request.cmd(Command.create(command));
    for (String argument : arguments) {
      request.arg(argument);
    }
    return raw.send(request);
  }

  @Override
  public void close() {
    stores.forEach(store -> Node.await(store.close()));
    Node.await(raw.close());
    Node.await(vertx.close());
    server.close();
  }
}
