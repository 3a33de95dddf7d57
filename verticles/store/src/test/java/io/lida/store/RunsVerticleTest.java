package io.lida.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lida.contract.Event;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Runs;
import io.lida.testkit.BusExtension;
import io.lida.testkit.Node;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(BusExtension.class)
class RunsVerticleTest {
  @TempDir Path home;
  private Rig rig;
  private Store store;

  @BeforeEach
  void aRunOfThreeEvents(Node node) {
    rig = new Rig(Rig.options(home, ""));
    store = rig.store();
    Node.await(store.index().create("r", null, "d", Rig.summary("r", "running", 1)));
    LogWriter writer = store.log().writer(Rig.lease(store, "r"), 0, Event.GENESIS);
    for (int i = 1; i <= 3; i++) {
      Node.await(writer.append("r" + i, Rig.round(i)));
    }
    node.deploy(new RunsVerticle(store));
  }

  @AfterEach
  void end() {
    rig.close();
  }

  @Test
  void runsAreListed(Node node) {
    Runs.Listing all = node.ask(Runs.LIST, Runs.Query.newest(null, null, 10));
    assertEquals(List.of(Rig.summary("r", "running", 1)), all.runs());
    assertEquals(List.of(), node.ask(Runs.LIST, Runs.Query.newest("failed", null, 10)).runs());
  }

  @Test
  void aStretchSaysWhatThereIsBeyondIt(Node node) {
    Runs.Stretch stretch = node.ask(Runs.EVENTS, new Runs.After("r", 1, 1));
    assertEquals(List.of(2L), stretch.events().stream().map(Event::seq).toList());
    assertEquals("running", stretch.status());
    assertEquals(3, stretch.last());
  }

  @Test
  void anUnknownRunIsNotFound(Node node) {
    Fault read = assertThrows(Fault.class, () -> node.ask(Runs.EVENTS, new Runs.After("x", 0, 1)));
    assertEquals(FaultCode.NOT_FOUND, read.code());
    Fault removed = assertThrows(Fault.class, () -> node.ask(Runs.REMOVE, new Runs.Remove("x")));
    assertEquals(FaultCode.NOT_FOUND, removed.code());
  }

  @Test
  void aRunIsNotRemovedUnderItsOwnersHands(Node node) {
    Fault refused = assertThrows(Fault.class, () -> node.ask(Runs.REMOVE, new Runs.Remove("r")));
    assertEquals(FaultCode.CONFLICT, refused.code());
    Node.await(store.leases().release(new Lease("r", "n1", 1)));
    assertEquals(new Runs.Removed("r"), node.ask(Runs.REMOVE, new Runs.Remove("r")));
    assertEquals(
        0, rig.redis("EXISTS", Keys.log("r"), Keys.own("r"), Keys.summary("r")).toInteger());
  }

  @Test
  void aNonsensicalQuestionIsRefused(Node node) {
    Fault refused =
        assertThrows(Fault.class, () -> node.ask(Runs.LIST, Runs.Query.newest(null, null, 0)));
    assertEquals(FaultCode.INVALID, refused.code());
  }
}
