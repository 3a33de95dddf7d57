package io.lida.store;

import io.lida.contract.Event;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Runs;
import io.lida.contract.Wire;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All runs in one line each, newest first. A run that says it is worked on but whose lease is dead
 * reads as {@code interrupted}. Thread-safe.
 */
public final class RunIndex {
  private static final String INTERRUPTED = "interrupted";
  private static final String STATUSES =
      "queued running paused completed failed cancelled interrupted parked";

  /** How long one key makes one run. */
  private static final Duration KEY_LIFE = Duration.ofHours(24);

  /** A run, and where the index has it. */
  private record Line(Runs.Summary run, Place place) {}

  private final Link link;
  private final Link reads;
  private final Leases leases;

  RunIndex(Link link, Link reads, Leases leases) {
    this.link = link;
    this.reads = reads;
    this.leases = leases;
  }

  /** As {@link #create(String, String, String, Runs.Summary, int)}, however many there are. */
  public Future<Created> create(
      String run, @Nullable String key, String digest, Runs.Summary summary) {
    return create(run, key, digest, summary, "");
  }

  /**
   * Enters a run.
   *
   * @param key for 24 h the same key with the same digest makes one run, however often it is asked
   *     for and by however many at once; absent for no such check
   * @param digest of what is asked for
   * @param most runs that may have the status of this one, it included; more are not entered
   */
  public Future<Created> create(
      String run, @Nullable String key, String digest, Runs.Summary summary, int most) {
    return create(run, key, digest, summary, Integer.toString(most));
  }

  private Future<Created> create(
      String run, @Nullable String key, String digest, Runs.Summary summary, String most) {
    List<String> keys =
        new ArrayList<>(
            List.of(Keys.summary(run), Keys.all(), Keys.status(checked(summary, run).status())));
    if (key != null) {
      keys.add(Keys.idempotency(Event.digest(key)));
    }
    Request request =
        Script.CREATE
            .call(keys)
            .arg(run)
            .arg(json(summary))
            .arg(summary.status())
            .arg(summary.created().toEpochMilli())
            .arg(digest)
            .arg(KEY_LIFE.toMillis())
            .arg(summary.tenant())
            .arg(most)
            .arg(Keys.RUN)
            .arg(Keys.SUMMARY);
    return link.call(request).map(RunIndex::created);
  }

  private static Created created(Response answer) {
    String run = answer.get(1).toString();
    String outcome = answer.get(0).toString();
    return switch (outcome) {
      case "NEW" -> new Created.New(run);
      case "EXISTING" -> new Created.Existing(run);
      case "MISMATCH" -> new Created.Mismatch(run);
      case "TAKEN" -> new Created.Taken(run);
      case "FULL" -> new Created.Full(run);
      default -> throw new IllegalStateException("create answered " + outcome);
    };
  }

  /**
   * Replaces the summary of a run on behalf of its owner; what an earlier owner puts changes
   * nothing, and a run that was removed stays removed.
   */
  public Future<Void> put(Lease lease, Runs.Summary summary) {
    return put(lease, summary, "");
  }

  /** As {@link #put}, and from now on the run, its log included, is kept for this long only. */
  public Future<Void> finish(Lease lease, Runs.Summary summary, Duration retention) {
    if (retention.toMillis() < 1) {
      return Future.failedFuture(
          new IllegalArgumentException("retention must be at least 1 ms, not " + retention));
    }
    return put(lease, summary, Long.toString(retention.toMillis()));
  }

  private Future<Void> put(Lease lease, Runs.Summary summary, String retention) {
    String run = checked(summary, lease.run()).id();
    return link.call(
            Script.PUT
                .call(Keys.summary(run), Keys.log(run), Keys.own(run))
                .arg(run)
                .arg(json(summary))
                .arg(summary.status())
                .arg(Keys.INDEX)
                .arg(retention)
                .arg(lease.epoch()))
        .mapEmpty();
  }

  /** The summary of a run; empty if there is none. */
  public Future<Optional<Runs.Summary>> find(String run) {
    return reads
        .call(Script.FIND.call(Keys.summary(run), Keys.own(run)).arg(Leases.LIFE.toMillis()))
        .map(
            answer ->
                answer.size() == 0
                    ? Optional.empty()
                    : Optional.of(summary(answer.get(0), answer.get(1))));
  }

  /**
   * Lists runs, newest first; of those that were entered at one moment, the last by id first.
   *
   * @param query whose limit is at least 1, and whose place is one that a listing gave
   */
  public Future<Runs.Listing> list(Runs.Query query) {
    if (query.limit() < 1) {
      return Future.failedFuture(
          new IllegalArgumentException("limit must be at least 1, not " + query.limit()));
    }
    Place place;
    try {
      place = Place.of(query.before());
    } catch (IllegalArgumentException foreign) {
      return Future.failedFuture(foreign);
    }
    List<Future<List<Line>>> parts =
        indexes(query.status()).stream().map(index -> list(index, query, place)).toList();
    return Future.all(parts)
        .map(
            done ->
                listing(
                    parts.stream()
                        .flatMap(part -> part.result().stream())
                        .sorted(Comparator.comparing(Line::place))
                        .limit(query.limit())
                        .toList(),
                    query.limit()));
  }

  /** A run that is said to be running may be found interrupted. */
  private static List<String> indexes(@Nullable String status) {
    if (status == null) {
      return List.of(Keys.all());
    }
    return status.equals(INTERRUPTED)
        ? List.of(Keys.status(INTERRUPTED), Keys.status("running"))
        : List.of(Keys.status(status));
  }

  private static Runs.Listing listing(List<Line> lines, int limit) {
    return new Runs.Listing(
        lines.stream().map(Line::run).toList(),
        lines.size() < limit ? null : lines.getLast().place().toString());
  }

  private Future<List<Line>> list(String index, Runs.Query query, Place place) {
    return reads
        .call(
            Script.LIST
                .call(index)
                .arg(Keys.RUN)
                .arg(Keys.SUMMARY)
                .arg(Keys.OWN)
                .arg(Keys.INDEX)
                .arg(query.limit())
                .arg(Objects.requireNonNullElse(query.status(), ""))
                .arg(Leases.LIFE.toMillis())
                .arg(STATUSES)
                .arg(Objects.requireNonNullElse(query.tenant(), ""))
                .arg(place.score())
                .arg(place.run()))
        .map(RunIndex::lines);
  }

  private static List<Line> lines(Response answer) {
    List<Line> found = new ArrayList<>(answer.size() / 4);
    for (int i = 0; i < answer.size(); i += 4) {
      found.add(
          new Line(
              summary(answer.get(i), answer.get(i + 1)),
              new Place(answer.get(i + 2).toString(), answer.get(i + 3).toString())));
    }
    return List.copyOf(found);
  }

  /** How many runs there are of a status, those that expired unseen included. */
  public Future<Integer> count(String status) {
    return link.call(Request.cmd(Command.ZCARD).arg(Keys.status(status))).map(Response::toInteger);
  }

  /** Removes a run with its log; false if there was nothing. What still writes to it is refused. */
  public Future<Boolean> remove(String run) {
    return remove(run, false, "");
  }

  /**
   * Forgets a run that was entered and never begun; false if it was begun, or if somebody else owns
   * it by now.
   */
  public Future<Boolean> forget(Lease lease) {
    String run = lease.run();
    return link.call(
            Script.FORGET
                .call(Keys.summary(run), Keys.log(run), Keys.own(run))
                .arg(run)
                .arg(Keys.INDEX)
                .arg(lease.epoch()))
        .map(answer -> answer.toInteger() == 1);
  }

  /** As {@link #remove}, but fails with a {@code CONFLICT} while a live owner works on the run. */
  Future<Boolean> removeIdle(String run) {
    return leases
        .owner(run)
        .compose(
            owner ->
                remove(
                    run,
                    true,
                    owner
                        .filter(last -> !last.live())
                        .map(last -> Long.toString(last.epoch()))
                        .orElse("")));
  }

  private Future<Boolean> remove(String run, boolean onlyIdle, String deadEpoch) {
    return link.call(
            Script.REMOVE
                .call(Keys.summary(run), Keys.log(run), Keys.own(run))
                .arg(run)
                .arg(Keys.INDEX)
                .arg(onlyIdle ? 1 : 0)
                .arg(deadEpoch))
        .map(
            answer -> {
              if (answer.toInteger() < 0) {
                throw new Fault(
                    FaultCode.CONFLICT,
                    "run " + run + " is being worked on",
                    "a live node owns it",
                    "lida cancel " + run);
              }
              return answer.toInteger() == 1;
            });
  }

  private static Runs.Summary checked(Runs.Summary summary, String run) {
    if (!summary.id().equals(run)) {
      throw new IllegalArgumentException("the summary of " + summary.id() + " is not of " + run);
    }
    return summary;
  }

  private static byte[] json(Runs.Summary summary) {
    return Masked.json(Wire.bytes(summary));
  }

  private static Runs.Summary summary(Response json, Response status) {
    Runs.Summary kept = Wire.read(json.toBytes(), Runs.Summary.class);
    return kept.status().equals(status.toString())
        ? kept
        : kept.with(status.toString(), kept.outcome());
  }
}
