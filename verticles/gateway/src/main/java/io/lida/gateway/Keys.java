package io.lida.gateway;

import io.lida.contract.Access;
import io.lida.contract.Bus;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Runs;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The keys that let in: the admin's, and those the store knows. What the store says is believed for
 * five seconds, so that a revoked key is of use for no longer. For one event loop.
 */
final class Keys {
  private static final Duration BELIEF = Duration.ofSeconds(5);
  private static final int MOST = 10_000;

  private final ApiKey admin;
  private final Bus bus;
  private final InstantSource clock;
  private final Map<String, Known> known =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
          return size() > MOST;
        }
      };

  private record Known(Future<Access.Entry> entry, Instant until) {}

  Keys(ApiKey admin, Bus bus, InstantSource clock) {
    this.admin = admin;
    this.bus = bus;
    this.clock = clock;
  }

  /** Who presents this key; UNAUTHENTICATED when it is none of ours. */
  Future<Caller> present(String text) {
    ApiKey key = ApiKey.parse(text).orElse(null);
    if (key == null) {
      return Future.failedFuture(stranger("the key is not whole; was it copied to its end?"));
    }
    if (key.id().equals(admin.id())) {
      return key.fits(admin.hash())
          ? Future.succeededFuture(operator())
          : Future.failedFuture(stranger("no such key is known here"));
    }
    return entry(key.id())
        .compose(
            entry ->
                key.fits(entry.hash())
                    ? Future.succeededFuture(caller(entry))
                    : Future.failedFuture(stranger("no such key is known here")));
  }

  /** Who holds the key with this id; for sessions, which prove by themselves that they had it. */
  Future<Caller> holder(String id) {
    return id.equals(admin.id()) ? Future.succeededFuture(operator()) : entry(id).map(Keys::caller);
  }

  private Future<Access.Entry> entry(String id) {
    Instant now = clock.instant();
    Known before = known.get(id);
    if (before != null && now.isBefore(before.until())) {
      return before.entry();
    }
    Future<Access.Entry> entry =
        bus.request(Access.FIND, new Access.Find(id))
            .compose(found -> fresh(found, now))
            .recover(cause -> Future.failedFuture(said(Fault.of(cause))));
    known.remove(id);
    known.put(id, new Known(entry, now.plus(BELIEF)));
    entry.onFailure(
        cause -> {
          if (Fault.of(cause).code() != FaultCode.UNAUTHENTICATED) {
            known.remove(id);
          }
        });
    return entry;
  }

  private static Future<Access.Entry> fresh(Access.Entry entry, Instant now) {
    Instant expires = entry.expires();
    return expires == null || now.isBefore(expires)
        ? Future.succeededFuture(entry)
        : Future.failedFuture(stranger("the key has expired"));
  }

  private static Fault said(Fault fault) {
    return fault.code() == FaultCode.NOT_FOUND ? stranger("no such key is known here") : fault;
  }

  private Caller operator() {
    return new Caller(admin.id(), Runs.HOME_TENANT, Set.of(Access.Scope.values()), false);
  }

  private static Caller caller(Access.Entry entry) {
    return new Caller(entry.id(), entry.tenant(), entry.scopes(), false);
  }

  /** What a caller is told who is not let in. */
  static Fault stranger(String why) {
    return new Fault(
        FaultCode.UNAUTHENTICATED,
        "a key is wanted",
        why,
        "send \"Authorization: Bearer <key>\"; the admin key is in the file api-key of the data"
            + " folder");
  }
}
