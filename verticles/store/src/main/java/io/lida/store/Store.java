package io.lida.store;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** All that a node keeps in Redis, over three connections. Thread-safe; one for each node. */
public final class Store {
  private final Link appends;
  private final Link commands;
  private final Link reads;
  private final Counts counts = new Counts();
  private final RunLog log;
  private final Leases leases;
  private final RunIndex index;
  private final TokenBuckets buckets;
  private final Notices notices;
  private final LeftRuns left;
  private final AccessKeys access;
  private final NodeIdentity node;
  private final Turns turns;
  private final TrackRecords records;
  private final StudyPlans studies;

  private Store(Link appends, Link commands, Link reads, NodeIdentity node, InstantSource clock) {
    this.appends = appends;
    this.commands = commands;
    this.reads = reads;
    this.log = new RunLog(appends, reads, clock, counts);
    this.leases = new Leases(commands, node, counts);
    this.index = new RunIndex(commands, reads, leases);
    this.buckets = new TokenBuckets(commands);
    this.notices = new Notices(commands, reads);
    this.left = new LeftRuns(commands, node);
    this.access = new AccessKeys(commands, clock);
    this.node = node;
    this.turns = new KeptTurns(commands);
    this.records = new TrackRecords(commands, reads);
    this.studies = new StudyPlans(commands, reads);
  }

  /**
   * Connects to a server; from then on lost connections come back by themselves, and so does a
   * server that is not given but ours.
   *
   * @param clock stamps events and ends keys; leases and limits go by Redis's clock
   * @return fails with a {@code STORE_UNAVAILABLE} fault if there is no connection to begin with
   */
  public static Future<Store> open(
      Vertx vertx, RedisServer server, NodeIdentity node, InstantSource clock) {
    Context home = vertx.getOrCreateContext();
    Link appends = new Link(vertx, home, server);
    Link commands = new Link(vertx, home, server);
    Link reads = new Link(vertx, home, server);
    Store store = new Store(appends, commands, reads, node, clock);
    return Future.all(appends.open(), commands.open(), reads.open())
        .map(store)
        .recover(
            cause ->
                store.close().transform(end -> Future.failedFuture(Outage.fault(cause, server))));
  }

  /** The events of all runs. */
  public RunLog log() {
    return log;
  }

  /** Who may write which run. */
  public Leases leases() {
    return leases;
  }

  /** All runs in one line each. */
  public RunIndex index() {
    return index;
  }

  /** Runs whose owner is gone. */
  public LeftRuns left() {
    return left;
  }

  /** The keys by which programs and people are let in. */
  AccessKeys access() {
    return access;
  }

  /** Whose store this is. */
  public NodeIdentity node() {
    return node;
  }

  /** Rate limits shared by all nodes. */
  public TokenBuckets buckets() {
    return buckets;
  }

  /** What happened of late. */
  public Notices notices() {
    return notices;
  }

  /** What programs with a seat owe and hand in. */
  public Turns turns() {
    return turns;
  }

  /** What personas forecast, where the outcome is known. */
  public TrackRecords records() {
    return records;
  }

  /** What studies are to run, and how far they are. */
  public StudyPlans studies() {
    return studies;
  }

  /** What went wrong so far between this node and Redis. */
  public Counts counts() {
    return counts;
  }

  /**
   * Completes when Redis answers; fails at once while it is not connected, and after 1 s when it
   * does not answer. Never tried again.
   */
  public Future<Void> ping() {
    return commands.send(Request.cmd(Command.PING)).timeout(1, TimeUnit.SECONDS).mapEmpty();
  }

  /** Ends the connections; what is under way fails. The server stays. */
  public Future<Void> close() {
    return Future.join(appends.close(), commands.close(), reads.close()).mapEmpty();
  }
}
