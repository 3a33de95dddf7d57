package io.lida.deliberation;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.store.Lease;
import io.lida.store.Ownership;
import io.lida.store.Store;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;

/** Claims the lease of a run, waiting for that of an owner who died to run out. */
final class Claims {
  private static final long TRY_AGAIN_MS = 250;
  private static final int TRIES = 40;

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
              return tries < TRIES
                  ? vertx
                      .timer(TRY_AGAIN_MS, TimeUnit.MILLISECONDS)
                      .compose(tick -> claim(run, tries + 1))
                  : taken(run);
            });
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
