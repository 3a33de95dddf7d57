package io.lida.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.lida.contract.Monitor.Notice;
import io.lida.testkit.Node;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoticesTest {
  @TempDir Path home;

  private static Notice notice(String name) {
    return new Notice(name, Rig.NOON, "n1", "k3f9x2ab", "ada", Map.of("why", "because"));
  }

  private static List<String> names(List<Notice> notices) {
    return notices.stream().map(Notice::name).toList();
  }

  @Test
  void theNewestThatAreWantedComeBackOldestFirst() {
    try (Rig rig = new Rig(Rig.options(home, ""))) {
      Notices notices = rig.store().notices();
      for (String name : List.of("run.started", "circuit.opened", "run.paused", "run.completed")) {
        Node.await(notices.keep(notice(name)));
      }
      List<Notice> runs = Node.await(notices.recall(n -> n.family().equals("run"), 2));
      assertEquals(List.of("run.paused", "run.completed"), names(runs));
      assertEquals(notice("run.completed"), runs.getLast());
      assertEquals(List.of(), Node.await(notices.recall(n -> false, 10)));
    }
  }

  @Test
  void noMoreThanTenThousandAreKept() {
    try (Rig rig = new Rig(Rig.options(home, ""))) {
      Notices notices = rig.store().notices();
      List<Future<Void>> kept = new ArrayList<>();
      for (int i = 0; i < Notices.MOST + 3; i++) {
        kept.add(notices.keep(notice("service.n" + i)));
      }
      Node.await(Future.all(kept));
      List<Notice> all = Node.await(notices.recall(n -> true, 20_000));
      assertEquals(Notices.MOST, all.size());
      assertEquals("service.n3", all.getFirst().name());
      assertEquals("service.n" + (Notices.MOST + 2), all.getLast().name());
    }
  }

  @Test
  void aCredentialInANoticeIsMasked() {
    try (Rig rig = new Rig(Rig.options(home, ""))) {
      Notices notices = rig.store().notices();
      String key = "sk-ant-api03-" + "0123456789abcdef".repeat(3);
      Node.await(
          notices.keep(new Notice("alert.x", Rig.NOON, "n1", null, null, Map.of("said", key))));
      assertFalse(
          rig.redis("XRANGE", "lida:state:notices", "-", "+").toString().contains("456789"));
    }
  }
}
