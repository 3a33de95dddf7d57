package io.lida.deliberation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.RunEvent;
import io.lida.deliberation.DeliberationOptions.Capacity;
import io.lida.store.NodeIdentity;
import io.lida.store.RedisOptions;
import io.lida.store.RedisServer;
import io.lida.testkit.FaultProxy;
import io.lida.testkit.Node;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A node that cannot reach Redis, while others may. */
@Execution(ExecutionMode.CONCURRENT)
class PartitionTest {
  private static final long OUTAGE_SECONDS = 8;

  @TempDir Path home;
  private final Gate gate = new Gate();
  private final AtomicInteger greetings = new AtomicInteger();
  private volatile boolean cut;
  private RedisServer redis;
  private FaultProxy proxy;
  private EngineNode behind;

  @BeforeEach
  void aNodeBehindAProxy() {
    redis = RedisServer.find(RedisOptions.defaults(home));
    URI direct = URI.create(redis.url());
    proxy =
        FaultProxy.start(
            UnixDomainSocketAddress.of(direct.getPath()),
            words -> true,
            (number, point, words) -> {
              if (cut && words.getFirst().equalsIgnoreCase("HELLO")) {
                greetings.incrementAndGet();
              }
              return !cut;
            });
    String url = "redis://" + direct.getRawUserInfo() + "@127.0.0.1:" + proxy.port();
    NodeIdentity self = NodeIdentity.ofThisProcess("behind");
    behind =
        new EngineNode(
            RedisServer.find(RedisOptions.defaults(home).withUrl(url)),
            new NodeIdentity("behind", "another-machine", self.pid(), self.started()),
            EngineNode.options(home, Capacity.SERVER),
            System::nanoTime,
            gate);
  }

  @AfterEach
  void noMore() {
    behind.close();
    proxy.close();
    redis.close();
  }

  @Test
  void aRunGoesOnOnceRedisIsBackAndNobodyKnocksInHaste() {
    String run = behind.begin(1, 2);
    Node.until("both are asked", () -> behind.asked.size() == 2);
    cut = true;
    gate.open();
    Node.await(behind.node.vertx().timer(OUTAGE_SECONDS, TimeUnit.SECONDS));
    int knocks = greetings.get();
    cut = false;
    behind.until(run, "completed");
    assertEquals(2, behind.count(run, RunEvent.TurnSpoken.class));
    assertEquals(0, behind.count(run, RunEvent.RunResumed.class));
    assertTrue(knocks > 0 && knocks <= 5 * OUTAGE_SECONDS, knocks + " connections asked for");
  }

  @Test
  void whatANodeCutOffWouldWriteIsRefusedOnceAnotherHasTheRun() {
    String run = behind.begin(1, 2);
    Node.until("both are asked", () -> behind.asked.size() == 2);
    cut = true;
    EngineNode heir = EngineNode.server(redis, home, "heir", Capacity.SERVER, EngineNode.AGREES);
    heir.until(run, "completed");
    int events = heir.log(run).size();
    gate.open();
    cut = false;
    Node.until("it knows", () -> !behind.noticesOf("run.lease_lost").isEmpty());
    assertEquals(events, heir.log(run).size());
    assertEquals(1, heir.count(run, RunEvent.RunResumed.class));
    assertEquals(0, behind.pulse().running());
    heir.close();
  }
}
