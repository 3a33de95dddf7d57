package io.lida.deliberation;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.store.Lease;
import io.lida.store.Ownership;
import io.lida.store.Store;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Claims the lease of a run, waiting for that of an owner who died to run out. */
final class Claims {
  private static final long TRY_AGAIN_MS = 250;
  private static final int TRIES = 40;

  /** By then, whoever entered a run and never owned it does not live. */
  private static final int TRIES_UNOWNED = 26;

  private final Vertx vertx;
  private final Store store;

  Claims(Vertx vertx, Store store) {
    this.vertx = vertx;
    this.store = store;
  }

  /** The lease; fails with CONFLICT, naming the owner, when another lives. */
  Future<Lease> claim(String run) {
    return claim(run, 1);
  }

  private Future<Lease> claim(String run, int tries) {
    return store
        .leases()
        .acquire(run)
        .compose(
            lease -> {
              if (lease.isPresent()) {
                return Future.succeededFuture(lease.get());
              }
              return tries < TRIES ? later().compose(tick -> claim(run, tries + 1)) : taken(run);
            });
  }

  /**
   * The lease of a run that was entered but whose log is empty, once its owner is gone; empty as
   * soon as the log is not.
   */
  Future<Optional<Lease>> claimUnlessBegun(String run) {
    return claimUnlessBegun(run, 1);
  }

  private Future<Optional<Lease>> claimUnlessBegun(String run, int tries) {
    return store
        .log()
        .last(run)
        .compose(
            last -> {
              if (last > 0) {
                return Future.succeededFuture(Optional.empty());
              }
              return store.leases().owner(run).compose(owner -> unbegun(run, tries, owner));
            });
  }

  private Future<Optional<Lease>> unbegun(String run, int tries, Optional<Ownership> owner) {
    boolean left = owner.isPresent() ? !owner.get().live() : tries >= TRIES_UNOWNED;
    if (left) {
      return store
          .leases()
          .acquire(run)
          .compose(lease -> lease.isPresent() ? unlessBegun(lease.get()) : again(run, tries));
    }
    return again(run, tries);
  }

  private Future<Optional<Lease>> again(String run, int tries) {
    return tries < TRIES
        ? later().compose(tick -> claimUnlessBegun(run, tries + 1))
        : taken(run).map(Optional::of);
  }

  /** Nobody else writes now; what the last owner wrote in the meantime counts. */
  private Future<Optional<Lease>> unlessBegun(Lease lease) {
    return store
        .log()
        .last(lease.run())
        .compose(
            last ->
                last == 0
                    ? Future.succeededFuture(Optional.of(lease))
                    : store.leases().release(lease).map(released -> Optional.empty()));
  }

  /** Gives a lease back because of a failure, with which this fails too. */
  <T> Future<T> release(Lease lease, Throwable cause) {
    return store.leases().release(lease).transform(released -> Future.failedFuture(cause));
  }

  private Future<?> later() {
    return vertx.timer(TRY_AGAIN_MS, TimeUnit.MILLISECONDS);
  }

  private Future<Lease> taken(String run) {
    return store
        .leases()
        .owner(run)
        .compose(
            owner ->
                Future.failedFuture(
                    new Fault(
                        FaultCode.CONFLICT,
                        "run " + run + " is worked on elsewhere",
                        owner.map(Claims::words).orElse("another process holds its lease"),
                        "lida runs follow " + run)));
  }

  private static String words(Ownership owner) {
    return "by process " + owner.node().pid() + " on " + owner.node().host();
  }
}
