package io.lida.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lida.contract.Access;
import io.lida.contract.Event;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.testkit.BusExtension;
import io.lida.testkit.Node;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(BusExtension.class)
class AccessVerticleTest {
  @TempDir Path home;
  private Rig rig;

  @BeforeEach
  void aKeeper(Node node) {
    rig = new Rig(Rig.options(home, ""));
    node.deploy(new AccessVerticle(rig.store()));
  }

  @AfterEach
  void end() {
    rig.close();
  }

  private static Access.Entry key(String id, String tenant, Instant created, Instant expires) {
    return new Access.Entry(
        id,
        tenant,
        Set.of(Access.Scope.READ, Access.Scope.RUN),
        Event.digest(id),
        "for the test",
        created,
        expires);
  }

  private static List<String> ids(Node node, String tenant) {
    return node.ask(Access.LIST, new Access.Query(tenant)).keys().stream()
        .map(Access.Entry::id)
        .toList();
  }

  private static FaultCode refused(Runnable question) {
    return assertThrows(Fault.class, question::run).code();
  }

  @Test
  void aKeyIsFoundUntilItIsRevoked(Node node) {
    Access.Entry key = key("a1", "home", Rig.NOON, null);
    node.ask(Access.ENTER, new Access.Enter(key));
    assertEquals("a1", node.ask(Access.ENTER, new Access.Enter(key)).id());
    Node other = new Node(node.vertx());
    assertEquals(key, other.ask(Access.FIND, new Access.Find("a1")));
    node.ask(Access.REVOKE, new Access.Revoke("a1"));
    assertEquals(FaultCode.NOT_FOUND, refused(() -> node.ask(Access.FIND, new Access.Find("a1"))));
    assertEquals(
        FaultCode.NOT_FOUND, refused(() -> node.ask(Access.REVOKE, new Access.Revoke("a1"))));
  }

  @Test
  void anIdIsGivenOnce(Node node) {
    node.ask(Access.ENTER, new Access.Enter(key("a1", "home", Rig.NOON, null)));
    Access.Enter other = new Access.Enter(key("a1", "thief", Rig.NOON, null));
    assertEquals(FaultCode.CONFLICT, refused(() -> node.ask(Access.ENTER, other)));
    assertEquals("home", node.ask(Access.FIND, new Access.Find("a1")).tenant());
  }

  @Test
  void aKeyThatHasExpiredIsOfNoUseAndForgotten(Node node) {
    node.ask(
        Access.ENTER, new Access.Enter(key("late", "home", Rig.NOON, Rig.NOON.plusSeconds(1))));
    node.ask(Access.ENTER, new Access.Enter(key("over", "home", Rig.NOON, Rig.NOON)));
    assertEquals("late", node.ask(Access.FIND, new Access.Find("late")).id());
    assertEquals(
        FaultCode.NOT_FOUND, refused(() -> node.ask(Access.FIND, new Access.Find("over"))));
    assertEquals(List.of("late"), ids(node, null));
    assertEquals(1, rig.redis("HLEN", Keys.access()).toInteger());
  }

  @Test
  void keysAreListedByTenantOldestFirst(Node node) {
    node.ask(Access.ENTER, new Access.Enter(key("young", "home", Rig.NOON.plusSeconds(9), null)));
    node.ask(Access.ENTER, new Access.Enter(key("old", "home", Rig.NOON, null)));
    node.ask(Access.ENTER, new Access.Enter(key("far", "away", Rig.NOON.plusSeconds(5), null)));
    assertEquals(List.of("old", "far", "young"), ids(node, null));
    assertEquals(List.of("old", "young"), ids(node, "home"));
    assertEquals(List.of(), ids(node, "nobody"));
  }
}
