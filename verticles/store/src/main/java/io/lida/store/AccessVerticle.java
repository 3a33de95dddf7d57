package io.lida.store;

import io.lida.contract.Access;
import io.lida.contract.Bus;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;

/** Answers {@link Access}: what is entered or revoked here counts everywhere at once. */
public final class AccessVerticle extends VerticleBase {
  private static final int AT_ONCE = 256;

  private final AccessKeys keys;

  public AccessVerticle(Store store) {
    this.keys = store.access();
  }

  @Override
  public Future<?> start() {
    Bus bus = Bus.on(vertx);
    return Future.all(
        bus.serve(Access.ENTER, AT_ONCE, this::enter),
        bus.serve(Access.FIND, AT_ONCE, this::find),
        bus.serve(
            Access.LIST, AT_ONCE, query -> keys.list(query.tenant()).map(Access.Listing::new)),
        bus.serve(Access.REVOKE, AT_ONCE, this::revoke));
  }

  private Future<Access.Entered> enter(Access.Enter enter) {
    return keys.enter(enter.entry()).map(done -> new Access.Entered(enter.entry().id()));
  }

  private Future<Access.Entry> find(Access.Find find) {
    return keys.find(find.id()).map(found -> found.orElseThrow(() -> unknown(find.id())));
  }

  private Future<Access.Revoked> revoke(Access.Revoke revoke) {
    return keys.revoke(revoke.id())
        .map(
            gone -> {
              if (!gone) {
                throw unknown(revoke.id());
              }
              return new Access.Revoked(revoke.id());
            });
  }

  private static Fault unknown(String id) {
    return new Fault(
        FaultCode.NOT_FOUND,
        "there is no key " + id,
        "it was revoked, has expired or never was",
        "");
  }
}
