package io.lida.store;

import io.lida.contract.Fault;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One pipelined connection to Redis that is opened again whenever it breaks, after the server has
 * been brought back if it is ours to bring back. Thread-safe.
 */
final class Link {
  private static final Logger LOG = System.getLogger(Link.class.getName());
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final long BRIEFLY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final long LONGEST_PAUSE_MS = 2_000;
  private static final long LOOK_EVERY_MS = 1_000;
  private static final int LOOKS_UNTIL_DEAD = 5;

  /** More than the runs of one node, each of which has one request in flight. */
  private static final int MOST_IN_FLIGHT = 1 << 17;

  private final Vertx vertx;
  private final Context home;
  private final RedisServer server;
  private final Outbox outbox;
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong answered = new AtomicLong();

  private volatile @Nullable RedisConnection open;
  private volatile boolean closed;

  /** When the connection broke; of no meaning while there is one. */
  private volatile long brokenAt = System.nanoTime();

  // Touched only while holding this object's monitor.
  private Promise<Void> opened = Promise.promise();
  private @Nullable Redis client;

  Link(Vertx vertx, Context home, RedisServer server) {
    this.vertx = vertx;
    this.home = home;
    this.server = server;
    this.outbox = new Outbox(home, () -> open);
  }

  /** Opens the link for the first time; a server that cannot be reached at all fails it. */
  Future<Void> open() {
    return Future.<Void>future(
        promise ->
            home.runOnContext(
                turn -> {
                  connect().onComplete(promise);
                  watch(answered.get(), 0);
                }));
  }

  /** Sends at once; fails when the connection is, or goes, down. */
  Future<Response> send(Request request) {
    return send(() -> request);
  }

  /** As {@link #send(Request)}; the request is asked for at the last moment, once or never. */
  Future<Response> send(Supplier<Request> request) {
    RedisConnection connection = open;
    if (connection == null) {
      return Future.failedFuture(closed ? Outage.CLOSED : Outage.DOWN);
    }
    sent.incrementAndGet();
    return outbox.send(request).onComplete(outcome -> answered.incrementAndGet());
  }

  /**
   * Sends, and tries again while Redis cannot be had, until it has been away for about 5 s; then
   * fails with a fault. Who comes later in an outage hears of it after half a second.
   */
  Future<Response> call(Request request) {
    return call(request, System.nanoTime() + patience(), 0);
  }

  private long patience() {
    return open != null
        ? PATIENCE_NANOS
        : Math.max(BRIEFLY_NANOS, PATIENCE_NANOS - (System.nanoTime() - brokenAt));
  }

  private Future<Response> call(Request request, long deadline, int tries) {
    return send(request)
        .recover(
            cause -> {
              long left = deadline - System.nanoTime();
              if (left <= 0 || !Outage.passing(cause)) {
                return Future.failedFuture(Outage.fault(cause, server));
              }
              return again(cause, tries)
                  .timeout(left, TimeUnit.NANOSECONDS)
                  .otherwiseEmpty()
                  .compose(ready -> call(request, deadline, tries + 1));
            });
  }

  /** Completes when it makes sense to try again after a passing failure. */
  Future<Void> again(Throwable cause, int tries) {
    if (Outage.forgotScripts(cause)) {
      return loadScripts(open);
    }
    if (open == null) {
      synchronized (this) {
        if (open == null) {
          return closed ? Future.failedFuture(Outage.CLOSED) : opened.future();
        }
      }
    }
    return vertx.timer(pause(tries), TimeUnit.MILLISECONDS);
  }

  /** The failure as people should read it. */
  Fault fault(Throwable cause) {
    return Outage.fault(cause, server);
  }

  /** Ends the connection for good; what is under way fails. */
  Future<Void> close() {
    Redis ended;
    synchronized (this) {
      closed = true;
      open = null;
      ended = client;
      client = null;
      opened.tryFail(Outage.CLOSED);
    }
    return ended == null ? Future.succeededFuture() : ended.close();
  }

  private static long pause(int tries) {
    return Math.min(LONGEST_PAUSE_MS, 50L << Math.min(tries, 6));
  }

  private Future<Void> connect() {
    return vertx
        .executeBlocking(server::revive, false)
        .compose(
            url -> {
              Redis redis = Redis.createClient(vertx, options(url));
              synchronized (this) {
                if (closed) {
                  return Future.failedFuture(Outage.CLOSED);
                }
                client = redis;
              }
              return redis.connect().compose(connection -> greet(redis, connection));
            });
  }

  private static RedisOptions options(String url) {
    return new RedisOptions()
        .setConnectionString(url)
        .setMaxPoolSize(1)
        .setPoolRecycleTimeout(-1)
        .setPoolCleanerInterval(-1)
        .setMaxWaitingHandlers(MOST_IN_FLIGHT);
  }

  private Future<Void> greet(Redis redis, RedisConnection connection) {
    connection.exceptionHandler(broken -> down(redis, broken));
    connection.endHandler(end -> down(redis, Outage.DOWN));
    return connection
        .send(Request.cmd(Command.CLIENT).arg("SETNAME").arg(server.clientName()))
        .compose(named -> loadScripts(connection))
        .onSuccess(
            ready -> {
              Promise<Void> waiting;
              synchronized (this) {
                if (closed || client != redis) {
                  return;
                }
                open = connection;
                waiting = opened;
              }
              waiting.tryComplete();
            });
  }

  private static Future<Void> loadScripts(@Nullable RedisConnection connection) {
    return connection == null
        ? Future.failedFuture(Outage.DOWN)
        : connection.batch(Arrays.stream(Script.values()).map(Script::load).toList()).mapEmpty();
  }

  private void down(Redis broken, Throwable cause) {
    synchronized (this) {
      if (closed || client != broken) {
        return;
      }
      if (open != null) {
        LOG.log(Level.WARNING, "the connection to redis broke: {0}", cause.getMessage());
        brokenAt = System.nanoTime();
        open = null;
        opened = Promise.promise();
        home.runOnContext(turn -> reconnect(0));
      }
    }
    broken.close();
  }

  private void reconnect(int tries) {
    if (closed) {
      return;
    }
    connect()
        .onFailure(
            cause -> {
              if (tries % 10 == 0) {
                LOG.log(Level.WARNING, "redis cannot be had yet: {0}", cause.getMessage());
              }
              discard();
              vertx.setTimer(pause(tries), timer -> reconnect(tries + 1));
            })
        .onSuccess(done -> LOG.log(Level.INFO, "redis is there again"));
  }

  private void discard() {
    Redis failed;
    synchronized (this) {
      failed = client;
      client = null;
    }
    if (failed != null) {
      failed.close();
    }
  }

  /** A peer that vanished without a word is seen by answers that stay away. */
  private void watch(long answersBefore, int silentLooks) {
    if (closed) {
      return;
    }
    long answers = answered.get();
    boolean silent = answers == answersBefore && sent.get() > answers && open != null;
    int looks = silent ? silentLooks + 1 : 0;
    Redis hung = client();
    if (looks >= LOOKS_UNTIL_DEAD && hung != null) {
      down(hung, Outage.SILENT);
      looks = 0;
    }
    int next = looks;
    vertx.setTimer(LOOK_EVERY_MS, timer -> watch(answers, next));
  }

  private synchronized @Nullable Redis client() {
    return client;
  }
}
