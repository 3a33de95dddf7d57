package io.lida.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.NetworkConfig;
import io.lida.contract.Ask;
import io.lida.contract.Runs;
import io.lida.testkit.Node;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.core.spi.cluster.RegistrationInfo;
import io.vertx.spi.cluster.hazelcast.ConfigUtil;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two nodes of one cluster on loopback: the bus crosses a socket, and records become JSON. */
class ClusteredBusTest extends BusSuite {
  private final String cluster = "lida-test-" + UUID.randomUUID();
  private final List<Integer> ports = freePorts();
  private final HazelcastClusterManager known = manager(0);
  private final Node first = node(known);
  private final Node second = node(manager(1));

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
    EventBusOptions bus = new EventBusOptions().setHost("127.0.0.1");
    Future<Vertx> joining =
        Vertx.builder()
            .with(new VertxOptions().setEventBusOptions(bus))
            .withClusterManager(manager)
            .buildClustered();
    return new Node(Node.await(joining));
  }

  private HazelcastClusterManager manager(int number) {
    Config config = ConfigUtil.loadConfig();
    config.setClusterName(cluster);
    config.setProperty("hazelcast.socket.bind.any", "false");
    config.setProperty("hazelcast.phone.home.enabled", "false");
    config.setProperty("hazelcast.logging.type", "none");
    config.setProperty("hazelcast.wait.seconds.before.join", "0");
    NetworkConfig network = config.getNetworkConfig();
    network.setPort(ports.get(number)).setPortAutoIncrement(false);
    network.getInterfaces().setEnabled(true).addInterface("127.0.0.1");
    JoinConfig join = network.getJoin();
    join.getAutoDetectionConfig().setEnabled(false);
    join.getMulticastConfig().setEnabled(false);
    join.getTcpIpConfig().setEnabled(true);
    ports.forEach(port -> join.getTcpIpConfig().addMember("127.0.0.1:" + port));
    return new HazelcastClusterManager(config);
  }

  private static List<Integer> freePorts() {
    try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ServerSocket two = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return List.of(one.getLocalPort(), two.getLocalPort());
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
