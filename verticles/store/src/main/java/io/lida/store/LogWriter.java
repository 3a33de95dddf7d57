package io.lida.store;

import io.lida.contract.Deliberation;
import io.lida.contract.Event;
import io.lida.contract.RunEvent;
import io.vertx.core.Future;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Appends to the log of one run, in the order asked for, on behalf of the session that owns it.
 *
 * <p>Meant for one context, though safe on several. One batch is in flight; what is appended
 * meanwhile, and until the next one really leaves, goes together in the next.
 */
public final class LogWriter {
  private static final int MOST_TOGETHER = 64;

  private final Link link;
  private final Lease lease;
  private final List<String> keys;
  private final InstantSource clock;
  private final Counts counts;
  private final ArrayDeque<Entry> waiting = new ArrayDeque<>();
  private final Recent recent = new Recent();

  private long seq;
  private String hash;
  private long durableSeq;
  private String durableHash;
  private boolean busy;
  private @Nullable Throwable end;
  private Optional<Deliberation.Command> wanted = Optional.empty();

  LogWriter(
      Link link, Lease lease, long lastSeq, String lastHash, InstantSource clock, Counts counts) {
    this.link = link;
    this.lease = lease;
    this.keys = List.of(Keys.log(lease.run()), Keys.own(lease.run()));
    this.clock = clock;
    this.counts = counts;
    this.seq = lastSeq;
    this.hash = lastHash;
    this.durableSeq = lastSeq;
    this.durableHash = lastHash;
  }

  /**
   * Appends an event after all those appended before.
   *
   * <p>While Redis cannot be had it is tried again, the same event at the same place, so that it is
   * there once; what a Redis that was killed forgot of the last 3 s is written again. Secrets are
   * masked.
   *
   * @param key names this event within the run, such as {@code r2.s1}
   * @return completes with the event as it is kept, once it is durable; fails with {@link
   *     LostLease} or {@link LogDiverged}, after which nothing more can be appended, or with a
   *     fault if Redis refuses for good or the store is closed
   */
  public Future<Event> append(String key, RunEvent event) {
    Entry entry;
    boolean due;
    synchronized (this) {
      if (end != null) {
        return Future.failedFuture(end);
      }
      entry =
          Entry.of(
              lease.run(),
              seq + 1,
              hash,
              clock.instant().truncatedTo(ChronoUnit.MILLIS),
              key,
              event);
      seq = entry.event().seq();
      hash = entry.event().hash();
      waiting.add(entry);
      due = !busy;
      busy = true;
    }
    if (due) {
      send(new ArrayList<>(), 0);
    }
    return entry.promise().future();
  }

  /** The number of the last durable event; 0 for an empty log. */
  public synchronized long lastSeq() {
    return durableSeq;
  }

  /** The hash of the last durable event; {@link Event#GENESIS} for an empty log. */
  public synchronized String lastHash() {
    return durableHash;
  }

  /** The command that the last append brought back, if somebody wants something of the owner. */
  public synchronized Optional<Deliberation.Command> wanted() {
    return wanted;
  }

  /** Fills the batch with what waits, unless it was sent before and has to be sent again. */
  private synchronized void fill(List<Entry> batch) {
    if (batch.isEmpty()) {
      while (batch.size() < MOST_TOGETHER && !waiting.isEmpty()) {
        batch.add(waiting.remove());
      }
    }
  }

  private void send(List<Entry> batch, int tries) {
    link.send(() -> request(batch))
        .onSuccess(answer -> answered(batch, answer))
        .onFailure(
            cause -> {
              if (!Outage.passing(cause)) {
                stop(batch, link.fault(cause));
                return;
              }
              link.again(cause, tries).onComplete(ready -> send(batch, tries + 1));
            });
  }

  private Request request(List<Entry> batch) {
    fill(batch);
    Request request =
        Script.APPEND
            .call(keys)
            .arg(lease.run())
            .arg(lease.epoch())
            .arg(Event.GENESIS)
            .arg(batch.getFirst().event().seq());
    batch.forEach(entry -> entry.addTo(request));
    return request;
  }

  private void answered(List<Entry> batch, Response answer) {
    String outcome = answer.get(0).toString();
    long figure = answer.get(1).toLong();
    counts.append(outcome);
    switch (outcome) {
      case "OK", "DUP" -> durable(batch, answer.get(2).toString());
      case "FENCED" -> stop(batch, new LostLease(lease, figure));
      case "GAP" -> {
        List<Entry> whole = recent.since(figure, batch);
        if (whole.isEmpty()) {
          diverged(batch, outcome, figure);
        } else {
          send(whole, 0);
        }
      }
      default -> diverged(batch, outcome, figure);
    }
  }

  private void diverged(List<Entry> batch, String outcome, long last) {
    stop(batch, new LogDiverged(lease.run(), outcome, batch.getFirst().event().seq(), last));
  }

  private void durable(List<Entry> batch, String command) {
    Event last = batch.getLast().event();
    recent.keep(batch);
    boolean more;
    synchronized (this) {
      durableSeq = last.seq();
      durableHash = last.hash();
      wanted = Leases.command(command);
      more = !waiting.isEmpty();
      busy = more;
    }
    if (more) {
      send(new ArrayList<>(), 0);
    }
    batch.forEach(entry -> entry.promise().tryComplete(entry.event()));
  }

  private void stop(List<Entry> batch, Throwable cause) {
    List<Entry> all = new ArrayList<>(batch);
    synchronized (this) {
      end = cause;
      all.addAll(waiting);
      waiting.clear();
    }
    all.forEach(entry -> entry.promise().tryFail(cause));
  }
}
