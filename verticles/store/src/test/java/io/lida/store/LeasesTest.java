package io.lida.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.Deliberation.Command;
import io.lida.testkit.Node;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
class LeasesTest {
  @Parameter String path;
  @TempDir Path home;
  private Rig rig;
  private Leases one;
  private Leases two;

  @BeforeEach
  void twoNodes() {
    rig = new Rig(Rig.options(home, path));
    one = rig.store().leases();
    two = rig.store().leases();
  }

  @AfterEach
  void end() {
    rig.close();
  }

  private static Lease held(Leases leases, String run) {
    return Node.await(leases.acquire(run)).orElseThrow();
  }

  /** As if six seconds had gone by. */
  private void expire(String run) {
    rig.redis("HSET", Keys.own(run), "until", "1");
  }

  @Test
  void onlyOneNodeOwnsARun() {
    assertEquals(new Lease("r", "n1", 1), held(one, "r"));
    assertEquals(Optional.empty(), Node.await(two.acquire("r")));
    Ownership owner = Node.await(two.owner("r")).orElseThrow();
    assertEquals(new Ownership(NodeIdentity.ofThisProcess("n1"), 1, true), owner);
    assertEquals(Optional.empty(), Node.await(one.owner("never")));
  }

  @Test
  void anExpiredLeaseIsThereForAnother() {
    Lease before = held(one, "r");
    expire("r");
    assertFalse(Node.await(one.owner("r")).orElseThrow().live());
    assertEquals(2, held(two, "r").epoch());
    assertEquals(new Renewal(Set.of("r"), Map.of()), Node.await(one.renew(List.of(before))));
  }

  @Test
  void anExpiredLeaseThatNobodyTookIsRenewed() {
    Lease lease = held(one, "r");
    expire("r");
    assertEquals(new Renewal(Set.of(), Map.of()), Node.await(one.renew(List.of(lease))));
    assertTrue(Node.await(one.owner("r")).orElseThrow().live());
    long left =
        rig.redis("HGET", Keys.own("r"), "until").toLong()
            - rig.redis("TIME").get(0).toLong() * 1000;
    assertTrue(left > 4_000 && left <= 7_000, () -> "the lease has " + left + " ms");
  }

  @Test
  void manyLeasesAreRenewedAtOnce() {
    List<Lease> leases = IntStream.range(0, 1_200).mapToObj(i -> held(one, "r" + i)).toList();
    expire("r7");
    held(two, "r7");
    Node.await(two.want("r1100", Command.CANCEL));
    assertEquals(
        new Renewal(Set.of("r7"), Map.of("r1100", Command.CANCEL)), Node.await(one.renew(leases)));
    assertEquals(new Renewal(Set.of(), Map.of()), Node.await(one.renew(List.of())));
  }

  @Test
  void aDeadProcessIsSucceededAtOnce() {
    Leases dead = rig.store(Rig.dead("n1")).leases();
    held(dead, "r");
    assertFalse(Node.await(two.owner("r")).orElseThrow().live());
    assertFalse(Node.await(two.want("r", Command.PAUSE)));
    assertEquals(2, held(two, "r").epoch());
  }

  @Test
  void aProcessOfAnotherMachineIsNotGuessedAt() {
    NodeIdentity dead = Rig.dead("n1");
    Leases far = rig.store(new NodeIdentity("n9", "far", dead.pid(), dead.started())).leases();
    held(far, "r");
    assertEquals(Optional.empty(), Node.await(two.acquire("r")));
  }

  @Test
  void anEpochNeverComesBack() {
    Lease first = held(one, "r");
    Node.await(one.release(first));
    assertFalse(Node.await(one.owner("r")).orElseThrow().live());
    Lease second = held(two, "r");
    assertEquals(2, second.epoch());
    Node.await(one.release(first));
    assertTrue(Node.await(one.owner("r")).orElseThrow().live());
  }

  @Test
  void aWantedCommandIsSeenUntilItIsCleared() {
    assertFalse(Node.await(two.want("r", Command.PAUSE)));
    Lease lease = held(one, "r");
    assertTrue(Node.await(two.want("r", Command.PAUSE)));
    assertTrue(Node.await(two.want("r", Command.CANCEL)));
    assertTrue(Node.await(two.want("r", Command.PAUSE)));
    assertEquals(Map.of("r", Command.CANCEL), Node.await(one.renew(List.of(lease))).wanted());
    Node.await(one.clearWanted(lease));
    assertEquals(Map.of(), Node.await(one.renew(List.of(lease))).wanted());
    Node.await(two.want("r", Command.INTERRUPT));
    Lease again = held(one, "r");
    assertEquals(Map.of(), Node.await(one.renew(List.of(again))).wanted());
  }
}
