package io.lida.store;

import io.lida.contract.Event;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.RunEvent;
import io.lida.contract.Wire;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The events of all runs. Thread-safe. */
public final class RunLog {
  /** Events read by one command, so that Redis is never held for long. */
  private static final int TOGETHER = 500;

  private final Link appends;
  private final Link reads;
  private final InstantSource clock;
  private final Counts counts;

  RunLog(Link appends, Link reads, InstantSource clock, Counts counts) {
    this.appends = appends;
    this.reads = reads;
    this.clock = clock;
    this.counts = counts;
  }

  /**
   * A writer for a run that goes on after the event {@code lastSeq}.
   *
   * @param lastHash the hash of that event; {@link Event#GENESIS} and 0 for an empty log
   */
  public LogWriter writer(Lease lease, long lastSeq, String lastHash) {
    return new LogWriter(appends, lease, lastSeq, lastHash, clock, counts);
  }

  /**
   * Reads events in order, and checks on the way that each is the one that was written: numbers
   * without a gap, each hash over its payload and the hash before.
   *
   * @param after the number of the event before the first wanted; 0 for the first
   * @param limit the most events answered, at least 1
   * @return no events if there are none; fails with an {@code INTERNAL} fault if the chain is
   *     broken
   */
  public Future<List<Event>> read(String run, long after, int limit) {
    if (after < 0 || limit < 1) {
      return Future.failedFuture(
          new IllegalArgumentException("cannot read " + limit + " events after " + after));
    }
    return read(run, after, limit, new ArrayList<>()).map(List::copyOf);
  }

  private Future<List<Event>> read(String run, long after, int limit, List<Event> found) {
    int wanted = Math.min(limit - found.size(), TOGETHER);
    Request request =
        Request.cmd(Command.XRANGE)
            .arg(Keys.log(run))
            .arg((after + 1) + "-0")
            .arg("+")
            .arg("COUNT")
            .arg(wanted);
    return reads
        .call(request)
        .compose(
            answer -> {
              for (Response entry : answer) {
                found.add(event(run, entry, found.isEmpty() ? null : found.getLast(), after));
              }
              return answer.size() < wanted || found.size() >= limit
                  ? Future.succeededFuture(found)
                  : read(run, found.getLast().seq(), limit, found);
            });
  }

  /** The number of the last event; 0 if there is none. */
  public Future<Long> last(String run) {
    return reads
        .call(
            Request.cmd(Command.XREVRANGE).arg(Keys.log(run)).arg("+").arg("-").arg("COUNT").arg(1))
        .map(answer -> answer.size() == 0 ? 0L : seq(answer.get(0)));
  }

  private static long seq(Response entry) {
    String id = entry.get(0).toString();
    return Long.parseLong(id.substring(0, id.indexOf('-')));
  }

  private static Event event(String run, Response entry, @Nullable Event before, long after) {
    long seq = seq(entry);
    Map<String, Response> fields = new HashMap<>();
    Response flat = entry.get(1);
    for (int i = 0; i + 1 < flat.size(); i += 2) {
      fields.put(flat.get(i).toString(), flat.get(i + 1));
    }
    String type = text(fields, "type");
    String prev = text(fields, "prev");
    String hash = text(fields, "hash");
    Response stored = fields.get("payload");
    byte[] payload = stored == null ? new byte[0] : stored.toBytes();
    String expected = before != null ? before.hash() : after == 0 ? Event.GENESIS : prev;
    long due = before != null ? before.seq() + 1 : after + 1;
    Instant at = instant(text(fields, "at"));
    if (seq != due
        || !prev.equals(expected)
        || !hash.equals(Event.hash(prev, run, seq, type, at, payload))) {
      throw broken(run, due, "its hash, or that of the event before, does not fit");
    }
    Class<?> kind = RunEvent.TYPES.get(type);
    if (kind == null) {
      throw broken(run, seq, "this version does not know events of type " + type);
    }
    RunEvent said = Wire.read(payload, kind.asSubclass(RunEvent.class));
    return new Event(Event.SCHEMA, run, seq, at, hash, prev, said);
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException forged) {
      return Instant.EPOCH;
    }
  }

  private static String text(Map<String, Response> fields, String name) {
    Response field = fields.get(name);
    return field == null ? "" : field.toString();
  }

  private static Fault broken(String run, long seq, String why) {
    return new Fault(
        FaultCode.INTERNAL,
        "the log of run " + run + " cannot be trusted from event " + seq,
        why,
        "other runs are not concerned; lida runs rm " + run + " removes this one");
  }
}
