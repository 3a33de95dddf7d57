package io.lida.launcher;

import io.lida.contract.Bus;
import io.lida.contract.Fault;
import io.lida.store.NodeIdentity;
import io.lida.store.RedisOptions;
import io.lida.store.RedisServer;
import io.lida.store.Store;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** What the rooms of a house stand on: Vert.x, the Redis in use, and the store on it. */
record Foundation(Vertx vertx, Bus bus, RedisServer redis, Store store, NodeIdentity node) {
  private static final long SECONDS_TO_CLOSE = 2;

  /**
   * Finds or starts Redis while Vert.x comes up.
   *
   * @throws Fault STORE_UNAVAILABLE, or what {@code vertx} throws; nothing is left running then
   */
  static Foundation lay(Settings settings, Supplier<Vertx> vertx) {
    RedisOptions options = Refused.unless("redis_fsync", () -> redisOptions(settings));
    CompletableFuture<RedisServer> finding =
        CompletableFuture.supplyAsync(() -> RedisServer.find(options), Foundation::aside);
    Vertx risen = null;
    try {
      risen = vertx.get();
      RedisServer redis = finding.join();
      NodeIdentity node = identity();
      Store store = Store.open(risen, redis, node, InstantSource.system()).await();
      return new Foundation(risen, Bus.on(risen), redis, store, node);
    } catch (RuntimeException failed) {
      if (!(failed instanceof CompletionException)) {
        finding.thenAccept(RedisServer::close);
      }
      if (risen != null) {
        risen.close();
      }
      throw failed instanceof CompletionException ? Fault.of(failed) : failed;
    }
  }

  /**
   * On a thread of the platform: where a virtual one waits at a socket, the JVM keeps a thread in
   * native code from then on, and for such a one it waits 0.3 s when it exits.
   */
  private static void aside(Runnable task) {
    Thread.ofPlatform().daemon().name("lida-redis").start(task);
  }

  /**
   * Few event loops: the rooms hardly compute, and rooms that share a loop hand each other work
   * without waking a thread. The other half of the cores is for virtual threads, the collector and
   * the compiler.
   */
  static VertxOptions options() {
    int loops = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    return new VertxOptions().setUseDaemonThread(true).setEventLoopPoolSize(loops);
  }

  private static RedisOptions redisOptions(Settings settings) {
    RedisOptions usual = RedisOptions.defaults(settings.home());
    return new RedisOptions(
        usual.home(),
        settings.find("redis_url"),
        settings.get("redis_fsync"),
        usual.path(),
        usual.temporary());
  }

  private static NodeIdentity identity() {
    byte[] random = new byte[6];
    new SecureRandom().nextBytes(random);
    return NodeIdentity.ofThisProcess("node-" + HexFormat.of().formatHex(random));
  }

  /** Takes it away from under rooms that are gone; the last on a data folder stops its Redis. */
  void close() {
    await("the store", store.close());
    await("the bus", vertx.close());
    redis.close();
  }

  /** Waits a few seconds for an end; what takes longer is logged and left. */
  static void await(String what, Future<?> end) {
    await(what, end, SECONDS_TO_CLOSE);
  }

  /** As {@link #await(String, Future)}, for at most so many seconds. */
  static void await(String what, Future<?> end, long seconds) {
    try {
      end.await(seconds, TimeUnit.SECONDS);
    } catch (TimeoutException | RuntimeException late) {
      System.getLogger(Foundation.class.getName())
          .log(System.Logger.Level.WARNING, what + " did not close in time", late);
    }
  }
}
