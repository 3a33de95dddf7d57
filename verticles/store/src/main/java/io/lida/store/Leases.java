package io.lida.store;

import io.lida.contract.Deliberation;
import io.vertx.core.Future;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who may write which run: a lease of 6 s by Redis's clock, to be renewed about every 2 s, and an
 * epoch by which the store refuses whoever was owner before. Thread-safe.
 */
public final class Leases {
  static final Duration LIFE = Duration.ofSeconds(6);

  /** Leases renewed by one script, so that Redis is never held for long. */
  private static final int TOGETHER = 500;

  private final Link link;
  private final NodeIdentity self;
  private final Counts counts;

  Leases(Link link, NodeIdentity self, Counts counts) {
    this.link = link;
    this.self = self;
    this.counts = counts;
  }

  /**
   * Becomes the owner of a run; empty while another node's lease lives. A holder on this machine
   * whose process is gone is succeeded at once. This node's own lease is replaced, and what is
   * written under it is then refused.
   */
  public Future<Optional<Lease>> acquire(String run) {
    return acquire(run, "")
        .compose(
            lease ->
                lease.isPresent()
                    ? Future.succeededFuture(lease)
                    : owner(run)
                        .compose(
                            holder ->
                                holder.isPresent() && !holder.get().live()
                                    ? acquire(run, Long.toString(holder.get().epoch()))
                                    : Future.succeededFuture(Optional.empty())));
  }

  private Future<Optional<Lease>> acquire(String run, String deadEpoch) {
    Request request =
        Script.ACQUIRE
            .call(Keys.own(run))
            .arg(LIFE.toMillis())
            .arg(self.id())
            .arg(self.host())
            .arg(self.pid())
            .arg(self.started().toString())
            .arg(deadEpoch);
    return link.call(request)
        .map(Response::toLong)
        .map(
            epoch -> epoch == 0 ? Optional.empty() : Optional.of(new Lease(run, self.id(), epoch)));
  }

  /** Lengthens leases to 6 s from now, expired ones too unless somebody else took the run. */
  public Future<Renewal> renew(Collection<Lease> leases) {
    List<Lease> all = List.copyOf(leases);
    Set<String> lost = new HashSet<>();
    Map<String, Deliberation.Command> wanted = new HashMap<>();
    List<Future<Response>> answers = new ArrayList<>();
    for (int from = 0; from < all.size(); from += TOGETHER) {
      answers.add(renewTogether(all.subList(from, Math.min(all.size(), from + TOGETHER))));
    }
    return Future.all(answers)
        .map(
            done -> {
              for (int i = 0; i < all.size(); i++) {
                String answer = answers.get(i / TOGETHER).result().get(i % TOGETHER).toString();
                if (answer.equals("LOST")) {
                  lost.add(all.get(i).run());
                } else {
                  command(answer).ifPresent(wants(wanted, all.get(i).run()));
                }
              }
              counts.lost(lost.size());
              return new Renewal(lost, wanted);
            });
  }

  private static java.util.function.Consumer<Deliberation.Command> wants(
      Map<String, Deliberation.Command> wanted, String run) {
    return command -> wanted.put(run, command);
  }

  private Future<Response> renewTogether(List<Lease> leases) {
    Request request =
        Script.RENEW
            .call(leases.stream().map(lease -> Keys.own(lease.run())).toList())
            .arg(LIFE.toMillis());
    leases.forEach(lease -> request.arg(lease.node()).arg(lease.epoch()));
    return link.call(request);
  }

  /** Ends a lease; nothing happens if it is somebody else's by now. */
  public Future<Void> release(Lease lease) {
    return link.call(
            Script.RELEASE.call(Keys.own(lease.run())).arg(lease.node()).arg(lease.epoch()))
        .mapEmpty();
  }

  /** Who owns, or last owned, a run; empty if nobody ever did. */
  public Future<Optional<Ownership>> owner(String run) {
    return link.call(Script.OWNER.call(Keys.own(run))).map(this::ownership);
  }

  private Optional<Ownership> ownership(Response answer) {
    if (answer.size() == 0) {
      return Optional.empty();
    }
    NodeIdentity node =
        new NodeIdentity(
            answer.get(0).toString(),
            answer.get(1).toString(),
            answer.get(2).toLong(),
            Instant.parse(answer.get(3).toString()));
    boolean leased = answer.get(5).toString().equals("1");
    return Optional.of(
        new Ownership(node, answer.get(4).toLong(), leased && !node.goneAsSeenFrom(self)));
  }

  /**
   * Durably notes a command for a run's owner, who sees it when it next renews or appends. A noted
   * cancel stays whatever is wanted after it.
   *
   * @return whether there is a live owner; if not, nothing is noted
   */
  public Future<Boolean> want(String run, Deliberation.Command command) {
    return owner(run)
        .compose(
            owner ->
                owner.isEmpty() || !owner.get().live()
                    ? Future.succeededFuture(false)
                    : link.call(
                            Script.WANT
                                .call(Keys.own(run))
                                .arg(command.id())
                                .arg(owner.get().epoch()))
                        .map(answer -> answer.toInteger() == 1));
  }

  /** Forgets what was wanted of a run, once its owner has done it. */
  public Future<Void> clearWanted(Lease lease) {
    return link.call(Script.CLEAR.call(Keys.own(lease.run())).arg(lease.node()).arg(lease.epoch()))
        .mapEmpty();
  }

  static Optional<Deliberation.Command> command(String noted) {
    return noted.isEmpty()
        ? Optional.empty()
        : Optional.of(Deliberation.Command.valueOf(noted.toUpperCase(Locale.ROOT)));
  }
}
