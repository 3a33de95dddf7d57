package io.lida.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lida.contract.Event;
import io.lida.testkit.Node;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountsTest {
  @TempDir Path home;

  @Test
  void anAppendThatIsThereAlreadyIsCounted() {
    try (Rig rig = new Rig(Rig.options(home, ""))) {
      Store store = rig.store();
      Lease lease = Rig.lease(store, "k3");
      for (int time = 0; time < 2; time++) {
        LogWriter writer = store.log().writer(lease, 0, Event.GENESIS);
        Node.await(writer.append("r1", Rig.round(1)));
        assertEquals(time, store.counts().appendsDuplicate());
      }
      assertEquals(0, store.counts().appendsFenced());
    }
  }

  @Test
  void aLostLeaseIsCountedWhenItIsRenewedAndWhenItIsWrittenUnder() {
    try (Rig rig = new Rig(Rig.options(home, ""))) {
      Store store = rig.store();
      Lease lost = Rig.lease(store, "k3");
      Rig.lease(store, "k3");
      Node.await(store.leases().renew(List.of(lost)));
      assertEquals(1, store.counts().leasesLost());
      LogWriter writer = store.log().writer(lost, 0, Event.GENESIS);
      assertThrows(LostLease.class, () -> Node.await(writer.append("r1", Rig.round(1))));
      assertEquals(1, store.counts().appendsFenced());
      assertEquals(0, store.counts().appendsDuplicate());
    }
  }
}
