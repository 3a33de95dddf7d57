package io.lida.launcher;

import com.hazelcast.config.ClassFilter;
import com.hazelcast.config.Config;
import com.hazelcast.config.JavaSerializationFilterConfig;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.MultiMapConfig;
import com.hazelcast.config.NetworkConfig;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Wire;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The network between nodes. Members find each other through a list and nothing else; the bus runs
 * over TLS on which both sides show the cluster's key.
 *
 * <p>Which nodes are there is all that Hazelcast decides. Who owns a run is decided in Redis, so a
 * view that is wrong for some seconds costs little.
 */
final class ClusterNetwork {
  private static final long SECONDS_TO_JOIN = 60;

  private final ClusterOptions options;
  private final EventBusOptions bus;
  private final Registrations registrations;

  /**
   * What is needed to join; nothing is opened yet.
   *
   * @throws Fault HOME_UNWRITABLE or INVALID_CONFIG
   */
  ClusterNetwork(ClusterOptions options, Settings settings) {
    BusKeys keys = BusKeys.of(settings.home());
    Path figures = settings.root().resolve("conf/cluster.json");
    this.options = options;
    this.bus = bus(options, keys);
    this.registrations = new Registrations(config(options, keys.name(), figures));
  }

  /** Joins the others, or begins alone; blocks until the bus works. */
  Vertx join(VertxOptions vertx) {
    Future<Vertx> joining =
        Vertx.builder()
            .with(vertx.setEventBusOptions(bus))
            .withClusterManager(registrations)
            .buildClustered();
    try {
      return joining.await(SECONDS_TO_JOIN, TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      throw new Fault(
          FaultCode.UNREACHABLE,
          "the cluster could not be joined",
          "no answer within " + SECONDS_TO_JOIN + " s from " + options.join(),
          "look whether those nodes run and share the folder cluster/");
    }
  }

  /** Watches, once begun, whether the others know where this node answers. */
  ClusterWatch watch(Vertx vertx) {
    return new ClusterWatch(vertx, registrations);
  }

  private static EventBusOptions bus(ClusterOptions cluster, BusKeys keys) {
    PfxOptions pair =
        new PfxOptions().setPath(keys.store().toString()).setPassword(keys.password());
    return new EventBusOptions()
        .setHost(cluster.bind())
        .setSsl(true)
        .setKeyCertOptions(pair)
        .setTrustOptions(pair)
        .setTrustAll(false)
        .setClientAuth(ClientAuth.REQUIRED);
  }

  /** Everything that could open a second way in is off, whatever the library's defaults become. */
  static Config config(ClusterOptions cluster, String name, Path figures) {
    Config config = new Config().setClusterName(name);
    properties(config, figures);
    config.setProperty("hazelcast.socket.bind.any", "false");
    config.setProperty("hazelcast.phone.home.enabled", "false");
    config.setProperty("hazelcast.shutdownhook.enabled", "false");
    config.setProperty("hazelcast.logging.type", "slf4j");
    config.getJetConfig().setEnabled(false);
    network(config.getNetworkConfig(), cluster);
    config.getSerializationConfig().setJavaSerializationFilterConfig(allowed());
    config.addMultiMapConfig(
        new MultiMapConfig("__vertx.subs")
            .setBackupCount(1)
            .setValueCollectionType(MultiMapConfig.ValueCollectionType.SET));
    config.getMapConfig("__vertx.haInfo").setBackupCount(1);
    config.getMapConfig("__vertx.nodeInfo").setBackupCount(1);
    return config;
  }

  private static void network(NetworkConfig network, ClusterOptions cluster) {
    network.setPort(cluster.port()).setPortAutoIncrement(false);
    network.getInterfaces().setEnabled(true).addInterface(cluster.bind());
    network.getRestApiConfig().setEnabled(false);
    network.getMemcacheProtocolConfig().setEnabled(false);
    JoinConfig join = network.getJoin();
    join.getAutoDetectionConfig().setEnabled(false);
    join.getMulticastConfig().setEnabled(false);
    join.getTcpIpConfig().setEnabled(true).addMember(cluster.bind() + ":" + cluster.port());
    cluster.join().forEach(join.getTcpIpConfig()::addMember);
  }

  /** What a stranger sends is not made into objects of other classes than these. */
  private static JavaSerializationFilterConfig allowed() {
    return new JavaSerializationFilterConfig()
        .setDefaultsDisabled(true)
        .setWhitelist(
            new ClassFilter()
                .addPrefixes(
                    "java.lang.",
                    "java.util.",
                    "com.hazelcast.",
                    "io.vertx.spi.cluster.hazelcast.",
                    "["));
  }

  private static void properties(Config config, Path figures) {
    try {
      Wire.parse(Files.readAllBytes(figures))
          .properties()
          .forEach(figure -> config.setProperty(figure.getKey(), figure.getValue().asText()));
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new Fault(
          FaultCode.INVALID_CONFIG,
          "cannot read " + figures,
          String.valueOf(unreadable.getMessage()),
          "correct " + figures);
    }
  }
}
