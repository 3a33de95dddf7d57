package io.lida.launcher;

import com.hazelcast.config.Config;
import io.vertx.core.Completable;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.spi.cluster.RegistrationInfo;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * The members of a cluster and where each answers; it remembers what this node has registered, so
 * that this can be compared with what the cluster knows, and said again. Thread-safe.
 */
final class Registrations extends HazelcastClusterManager {
  private final Map<String, Set<RegistrationInfo>> own = new ConcurrentHashMap<>();

  Registrations(Config config) {
    super(config);
  }

  @Override
  public void addRegistration(String address, RegistrationInfo info, Completable<Void> done) {
    if (!info.localOnly()) {
      own.compute(
          address,
          (at, before) -> {
            Set<RegistrationInfo> all = before == null ? ConcurrentHashMap.newKeySet() : before;
            all.add(info);
            return all;
          });
    }
    super.addRegistration(address, info, done);
  }

  @Override
  public void removeRegistration(String address, RegistrationInfo info, Completable<Void> done) {
    own.computeIfPresent(
        address,
        (at, all) -> {
          all.remove(info);
          return all.isEmpty() ? null : all;
        });
    super.removeRegistration(address, info, done);
  }

  /** The addresses at which this node answers and of which the cluster does not know it. */
  Future<List<String>> lost() {
    List<Future<Boolean>> known = new ArrayList<>();
    List<String> addresses = own.keySet().stream().sorted().toList();
    addresses.forEach(address -> known.add(isKnown(address).otherwise(false)));
    return Future.all(known)
        .map(
            looked ->
                IntStream.range(0, addresses.size())
                    .filter(i -> !known.get(i).result())
                    .mapToObj(addresses::get)
                    .filter(own::containsKey)
                    .toList());
  }

  /** Registers again what this node answers at these addresses. */
  Future<Void> renew(List<String> addresses) {
    return Future.join(
            addresses.stream()
                .flatMap(
                    address ->
                        own.getOrDefault(address, Set.of()).stream()
                            .map(info -> renew(address, info)))
                .toList())
        .mapEmpty();
  }

  /** One that was given up in the meantime is taken back. */
  private Future<Void> renew(String address, RegistrationInfo info) {
    Promise<Void> put = Promise.promise();
    super.addRegistration(address, info, put);
    return put.future()
        .compose(
            done -> {
              Promise<Void> settled = Promise.promise();
              if (own.getOrDefault(address, Set.of()).contains(info)) {
                settled.complete();
              } else {
                super.removeRegistration(address, info, settled);
              }
              return settled.future();
            });
  }

  private Future<Boolean> isKnown(String address) {
    Promise<List<RegistrationInfo>> found = Promise.promise();
    getRegistrations(address, found);
    return found
        .future()
        .map(all -> all.stream().anyMatch(one -> one.nodeId().equals(getNodeId())));
  }
}
