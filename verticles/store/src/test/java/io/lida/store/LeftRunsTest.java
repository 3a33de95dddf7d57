package io.lida.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.testkit.Node;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("io.lida.store.Rig#paths")
class LeftRunsTest {
  @Parameter String path;
  @TempDir Path home;
  private Rig rig;
  private Store one;
  private Store two;

  @BeforeEach
  void twoNodes() {
    rig = new Rig(Rig.options(home, path));
    one = rig.store();
    two = rig.store();
  }

  @AfterEach
  void end() {
    rig.close();
  }

  private void enter(String run, String status, int minute) {
    Node.await(one.index().create(run, null, "d", Rig.summary(run, status, minute)));
  }

  private List<String> left(String status, int most) {
    return Node.await(two.left().find(status, most)).stream().map(Left::run).toList();
  }

  @Test
  void aRunWhoseLeaseRanOutIsLeft() {
    enter("r", "running", 1);
    Rig.lease(one, "r");
    assertEquals(List.of(), left("running", 10));
    long now = rig.redis("TIME").get(0).toLong() * 1000;
    rig.redis("HSET", Keys.own("r"), "until", now - 2_000);
    Left left = Node.await(two.left().find("running", 10)).getFirst();
    assertEquals(Optional.of("n1"), left.lastOwner());
    assertTrue(left.silentMs() >= 8_000 && left.silentMs() < 12_000, left::toString);
  }

  @Test
  void aRunThatWasLetGoIsLeftAtOnce() {
    enter("r", "running", 1);
    Node.await(one.leases().release(Rig.lease(one, "r")));
    Left left = Node.await(two.left().find("running", 10)).getFirst();
    assertEquals("n1", left.owner());
    assertNull(left.silentMs());
  }

  @Test
  void theRunsOfADeadProcessHereAreLeftThoughTheirLeasesLive() {
    Store dead = rig.store(Rig.dead("n3"));
    IntStream.range(0, 600).forEach(i -> enter("r" + i, "running", i));
    Node.await(
        Future.all(
            IntStream.range(0, 600)
                .mapToObj(i -> (i == 550 ? one : dead).leases().acquire("r" + i))
                .toList()));
    List<String> left = left("running", 1_000);
    assertEquals(599, left.size());
    assertTrue(!left.contains("r550"));
    assertEquals(List.of("r0", "r1"), left("running", 2));
  }

  @Test
  void theRunsOfAnotherMachineAreNotGuessedAt() {
    NodeIdentity dead = Rig.dead("n3");
    Store far = rig.store(new NodeIdentity("n9", "far", dead.pid(), dead.started()));
    enter("r", "running", 1);
    Rig.lease(far, "r");
    assertEquals(List.of(), left("running", 10));
  }

  @Test
  void aRunThatNobodyEverOwnedIsLeftAfterItsGrace() {
    enter("r", "queued", 1);
    assertEquals(List.of(), left("queued", 10));
    rig.redis("HSET", Keys.summary("r"), "entered", "1");
    assertEquals(new Left("r", null, null), Node.await(two.left().find("queued", 10)).getFirst());
  }

  @Test
  void whatStandsStillIsNotLeft() {
    for (String status : List.of("paused", "completed", "interrupted", "failed", "parked")) {
      enter(status, status, 1);
      Node.await(one.leases().release(Rig.lease(one, status)));
    }
    assertEquals(List.of(), left("running", 10));
    assertEquals(List.of(), left("queued", 10));
  }
}
