package io.lida.launcher;

import io.lida.contract.Monitor;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.spi.cluster.ClusterManager;
import io.vertx.core.spi.cluster.RegistrationInfo;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Looks every ten seconds whether the cluster still knows that this node answers at its addresses:
 * after a bad network that may be forgotten, and then nobody asks it. Thread-safe.
 */
final class ClusterWatch {
  private static final long BETWEEN_LOOKS_MILLIS = 10_000;

  private final Vertx vertx;
  private final ClusterManager manager;
  private final List<String> addresses;
  private volatile Monitor.Point point = new Monitor.Point("cluster", true, "not looked yet");

  ClusterWatch(Vertx vertx, ClusterManager manager, List<String> addresses) {
    this.vertx = vertx;
    this.manager = manager;
    this.addresses = List.copyOf(addresses);
  }

  /** Looks from now on, for as long as Vert.x runs. */
  ClusterWatch begin() {
    vertx.setTimer(BETWEEN_LOOKS_MILLIS, beat -> look().onComplete(seen -> begin()));
    return this;
  }

  /** What was seen last. */
  Monitor.Point point() {
    return point;
  }

  /** Looks once. */
  Future<Void> look() {
    List<Future<Boolean>> known = addresses.stream().map(this::known).toList();
    return Future.join(known)
        .<Void>transform(
            outcome -> {
              List<String> lost =
                  IntStream.range(0, addresses.size())
                      .filter(i -> known.get(i).failed() || !known.get(i).result())
                      .mapToObj(addresses::get)
                      .toList();
              tell(lost);
              return Future.succeededFuture();
            });
  }

  private Future<Boolean> known(String address) {
    Promise<List<RegistrationInfo>> found = Promise.promise();
    manager.getRegistrations(address, found);
    String self = manager.getNodeId();
    return found.future().map(all -> all.stream().anyMatch(one -> one.nodeId().equals(self)));
  }

  private void tell(List<String> lost) {
    Monitor.Point before = point;
    point =
        lost.isEmpty()
            ? new Monitor.Point("cluster", true, manager.getNodes().size() + " nodes")
            : new Monitor.Point("cluster", false, "the others do not know where to find " + lost);
    if (before.ok() != point.ok()) {
      System.getLogger(ClusterWatch.class.getName())
          .log(point.ok() ? Level.INFO : Level.ERROR, "cluster: " + point.detail());
    }
  }
}
