package io.lida.testkit;

import io.lida.contract.Ask;
import io.lida.contract.Bus;
import io.lida.contract.Topic;
import io.vertx.core.Deployable;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** One node with a real bus, for a test to build upon; waits are bounded and never slept. */
public final class Node implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;
  private static final long LOOK_EVERY_NANOS = 1_000_000;

  private final Vertx vertx;
  private final Bus bus;

  /** A node on this Vert.x, which the node then owns. */
  public Node(Vertx vertx) {
    this.vertx = vertx;
    this.bus = Bus.on(vertx);
  }

  public Vertx vertx() {
    return vertx;
  }

  public Bus bus() {
    return bus;
  }

  /** Deploys a verticle and waits until it is there. */
  public void deploy(Deployable verticle, DeploymentOptions options) {
    await(vertx.deployVerticle(verticle, options));
  }

  /** Deploys a verticle on the event loop and waits until it is there. */
  public void deploy(Deployable verticle) {
    deploy(verticle, new DeploymentOptions());
  }

  /** Pretends a neighbour at its address: up to 10,000 questions at once, answered as told. */
  public <Q, A> void pretend(Ask<Q, A> ask, Function<Q, A> neighbour) {
    await(bus.serve(ask, 10_000, question -> Future.succeededFuture(neighbour.apply(question))));
  }

  /** As {@link #pretend}, for a neighbour that answers later or never. */
  public <Q, A> void pretendLater(Ask<Q, A> ask, Function<Q, Future<A>> neighbour) {
    await(bus.serve(ask, 10_000, neighbour));
  }

  /** Asks and waits for the answer; a fault is thrown. */
  public <Q, A> A ask(Ask<Q, A> ask, Q question) {
    return await(bus.request(ask, question));
  }

  /** Follows a topic; what is told from now on is found in the queue. */
  public <E> Queue<E> listen(Topic<E> topic) {
    Queue<E> heard = new ConcurrentLinkedQueue<>();
    await(bus.follow(topic, heard::add).ready());
    return heard;
  }

  /** Waits for a future; its failure is thrown as it is. */
  public static <T> T await(Future<T> future) {
    try {
      return future.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      throw new AssertionError("not within " + PATIENCE_SECONDS + " s", late);
    }
  }

  /**
   * Waits until something holds, looking again every millisecond, so that the core is left to what
   * is waited for.
   */
  public static void until(String what, BooleanSupplier holds) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not within " + PATIENCE_SECONDS + " s: " + what);
      }
      LockSupport.parkNanos(LOOK_EVERY_NANOS);
    }
  }

  @Override
  public void close() {
    await(vertx.close());
  }
}
