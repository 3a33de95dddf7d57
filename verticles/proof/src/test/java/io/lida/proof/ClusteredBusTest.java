package io.lida.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lida.contract.Ask;
import io.lida.contract.Runs;
import io.lida.testkit.FreePorts;
import io.lida.testkit.Node;
import io.vertx.core.Promise;
import io.vertx.core.spi.cluster.RegistrationInfo;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two nodes of one cluster on loopback: the bus crosses a socket, and records become JSON. */
class ClusteredBusTest extends BusSuite {
  private final String cluster = "lida-test-" + UUID.randomUUID();
  private final List<Integer> ports = FreePorts.some(2);
  private final HazelcastClusterManager known = LoopbackCluster.manager(cluster, ports);
  private final Node first = node(known);
  private final Node second = node(LoopbackCluster.manager(cluster, ports.reversed()));

  @AfterEach
  void close() {
    second.close();
    first.close();
  }

  @Override
  Node asker() {
    return first;
  }

  @Override
  Node answerer() {
    return second;
  }

  @Override
  void settle(String address) {
    Node.until("the asker's node knows " + address, () -> known(address) > 0);
  }

  @Test
  void aNodeThatServesAnAddressIsItsOwnAnswerer() {
    Ask<Runs.Remove, Runs.Removed> who =
        new Ask<>("lida.test.who", Runs.Remove.class, Runs.Removed.class, Duration.ofSeconds(5));
    first.pretend(who, question -> new Runs.Removed("first"));
    second.pretend(who, question -> new Runs.Removed("second"));
    Node.until("both are known", () -> known(who.address()) == 2);

    for (int i = 0; i < 20; i++) {
      assertEquals("first", first.ask(who, new Runs.Remove("x")).run());
      assertEquals("second", second.ask(who, new Runs.Remove("x")).run());
    }
  }

  private int known(String address) {
    Promise<List<RegistrationInfo>> registrations = Promise.promise();
    known.getRegistrations(address, registrations);
    return Node.await(registrations.future()).size();
  }

  private static Node node(HazelcastClusterManager manager) {
    return new Node(Node.await(LoopbackCluster.join(manager)));
  }
}
