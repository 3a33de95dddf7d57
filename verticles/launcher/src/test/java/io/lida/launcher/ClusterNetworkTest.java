package io.lida.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import io.lida.contract.Ask;
import io.lida.contract.Bus;
import io.lida.contract.Fault;
import io.lida.contract.Monitor;
import io.lida.contract.Runs;
import io.lida.testkit.FreePorts;
import io.lida.testkit.Node;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on loopback, as a server makes them. */
class ClusterNetworkTest {
  private static final Path ROOT = Path.of(System.getProperty("lida.root"));
  private static final Ask<Runs.Find, Runs.Removed> QUESTION =
      new Ask<>("lida.test.cluster", Runs.Find.class, Runs.Removed.class, Duration.ofSeconds(2));

  @TempDir Path folder;

  @Test
  void nodesOfOneFolderMeetAndSpeak() throws Exception {
    List<Integer> ports = FreePorts.some(2);
    Node first = new Node(join("home", ports.get(0), ports.get(1)));
    Node second = new Node(join("home", ports.get(1), ports.get(0)));
    try {
      Node.await(
          first.bus().serve(QUESTION, 1, q -> Future.succeededFuture(new Runs.Removed(q.run()))));
      Node.until("the second node is answered by the first", () -> answered(second.bus()));
    } finally {
      second.close();
      first.close();
    }
  }

  @Test
  void aNodeWithKeysOfItsOwnIsNotLetIn() throws Exception {
    List<Integer> ports = FreePorts.some(2);
    BusKeys mine = BusKeys.of(Files.createDirectories(folder.resolve("home")));
    BusKeys theirs = BusKeys.of(Files.createDirectories(folder.resolve("stranger")));
    // Even one that knows the name of the cluster, which Hazelcast asks for, has no key of the bus.
    Path secrets = theirs.store().resolveSibling("cluster.json");
    Files.writeString(secrets, Files.readString(secrets).replace(theirs.name(), mine.name()));
    Node first = new Node(join("home", ports.get(0), ports.get(1)));
    Node stranger = new Node(join("stranger", ports.get(1), ports.get(0)));
    try {
      Node.await(
          first.bus().serve(QUESTION, 1, q -> Future.succeededFuture(new Runs.Removed(q.run()))));
      assertFalse(answered(stranger.bus()));
      assertFalse(answered(stranger.bus()));
    } finally {
      stranger.close();
      first.close();
    }
  }

  @Test
  void aNodeThatTheClusterHasForgottenRegistersAgain() throws Exception {
    List<Integer> ports = FreePorts.some(2);
    ClusterNetwork network = network("home", ports.get(0), ports.get(1));
    Node first = new Node(network.join(new VertxOptions()));
    Node second = new Node(join("home", ports.get(1), ports.get(0)));
    ClusterWatch watch = network.watch(first.vertx());
    try {
      Node.await(
          first.bus().serve(QUESTION, 1, q -> Future.succeededFuture(new Runs.Removed(q.run()))));
      Node.until("the second node is answered by the first", () -> answered(second.bus()));
      Node.await(watch.look());
      assertEquals(new Monitor.Point("cluster", true, "2 nodes"), watch.point());

      Hazelcast.getAllHazelcastInstances()
          .forEach(one -> one.getMultiMap("__vertx.subs").remove(QUESTION.address()));
      Node.until("nobody knows of the first node", () -> !answered(second.bus()));
      Node.await(watch.look());
      assertEquals(
          new Monitor.Point(
              "cluster", false, "the others do not know where to find [lida.test.cluster]"),
          watch.point());
      Node.until("the second node is answered again", () -> answered(second.bus()));
      Node.await(watch.look());
      assertEquals(new Monitor.Point("cluster", true, "2 nodes"), watch.point());
    } finally {
      second.close();
      first.close();
    }
  }

  @Test
  void noWayInIsOpenButTheOneThatIsNamed() {
    Config config =
        ClusterNetwork.config(
            new ClusterOptions("127.0.0.1", 7001, List.of("127.0.0.1:7002")),
            "lida-0-test",
            ROOT.resolve("conf/cluster.json"));
    var network = config.getNetworkConfig();
    assertEquals(7001, network.getPort());
    assertFalse(network.isPortAutoIncrement());
    assertEquals(List.of("127.0.0.1"), List.copyOf(network.getInterfaces().getInterfaces()));
    assertFalse(network.getJoin().getMulticastConfig().isEnabled());
    assertFalse(network.getJoin().getAutoDetectionConfig().isEnabled());
    assertFalse(network.getRestApiConfig().isEnabled());
    assertFalse(network.getMemcacheProtocolConfig().isEnabled());
    assertFalse(config.getJetConfig().isEnabled());
    assertEquals("false", config.getProperty("hazelcast.socket.bind.any"));
    assertEquals("false", config.getProperty("hazelcast.phone.home.enabled"));
    assertEquals("5", config.getProperty("hazelcast.max.no.heartbeat.seconds"));
  }

  @Test
  void figuresThatCannotBeReadAreSaidSo() {
    ClusterOptions options = new ClusterOptions("127.0.0.1", 7001, List.of());
    assertThrows(
        Fault.class, () -> ClusterNetwork.config(options, "x", folder.resolve("missing.json")));
  }

  private static boolean answered(Bus bus) {
    try {
      Node.await(bus.request(QUESTION, new Runs.Find("x")));
      return true;
    } catch (RuntimeException nobody) {
      return false;
    }
  }

  private Vertx join(String home, int port, int other) throws IOException {
    return network(home, port, other).join(new VertxOptions());
  }

  private ClusterNetwork network(String home, int port, int other) throws IOException {
    Path own = Files.createDirectories(folder.resolve(home));
    Settings settings =
        Settings.read(new Settings.Sources(ROOT, folder, Map.of(), Map.of("home", own.toString())));
    ClusterOptions options = new ClusterOptions("127.0.0.1", port, List.of("127.0.0.1:" + other));
    return new ClusterNetwork(options, settings);
  }
}
