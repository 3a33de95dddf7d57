package io.lida.store;

import io.lida.contract.Access;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Wire;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys that let in, by their ids, in one hash that all nodes read anew. Thread-safe. */
final class AccessKeys {
  private final Link link;
  private final InstantSource clock;

  AccessKeys(Link link, InstantSource clock) {
    this.link = link;
    this.clock = clock;
  }

  /** Enters a key; the same again is no other, and an id has one key. */
  Future<Void> enter(Access.Entry entry) {
    return link.call(request(Command.HSETNX).arg(entry.id()).arg(Wire.bytes(entry)))
        .compose(
            entered ->
                entered.toInteger() == 1
                    ? Future.succeededFuture()
                    : kept(entry.id()).compose(known -> same(entry, known)));
  }

  private static Future<Void> same(Access.Entry entry, Optional<Access.Entry> known) {
    return known.filter(entry::equals).isPresent()
        ? Future.succeededFuture()
        : Future.failedFuture(
            new Fault(
                FaultCode.CONFLICT,
                "there is a key " + entry.id(),
                "a key is entered once and never changed",
                "revoke it, or enter a new one"));
  }

  /** The key with this id; empty when it was revoked or has expired. */
  Future<Optional<Access.Entry>> find(String id) {
    return kept(id).map(found -> found.filter(this::valid));
  }

  private Future<Optional<Access.Entry>> kept(String id) {
    return link.call(request(Command.HGET).arg(id))
        .map(found -> Optional.ofNullable(found).map(AccessKeys::entry));
  }

  /** The keys of a tenant, or of all, oldest first; those that have expired are forgotten. */
  Future<List<Access.Entry>> list(@Nullable String tenant) {
    return link.call(request(Command.HVALS))
        .compose(
            values -> {
              List<Access.Entry> all = values.stream().map(AccessKeys::entry).toList();
              return forget(all.stream().filter(entry -> !valid(entry)).toList())
                  .map(forgotten -> all.stream().filter(this::valid).toList());
            })
        .map(
            valid ->
                valid.stream()
                    .filter(entry -> tenant == null || tenant.equals(entry.tenant()))
                    .sorted(
                        Comparator.comparing(Access.Entry::created).thenComparing(Access.Entry::id))
                    .toList());
  }

  private Future<?> forget(List<Access.Entry> expired) {
    if (expired.isEmpty()) {
      return Future.succeededFuture();
    }
    Request request = request(Command.HDEL);
    expired.forEach(entry -> request.arg(entry.id()));
    return link.call(request);
  }

  /** Takes a key away; false if there was none. */
  Future<Boolean> revoke(String id) {
    return link.call(request(Command.HDEL).arg(id)).map(gone -> gone.toInteger() == 1);
  }

  private boolean valid(Access.Entry entry) {
    Instant expires = entry.expires();
    return expires == null || clock.instant().isBefore(expires);
  }

  private static Access.Entry entry(Response json) {
    return Wire.read(json.toBytes(), Access.Entry.class);
  }

  private static Request request(Command command) {
    return Request.cmd(command).arg(Keys.access());
  }
}
