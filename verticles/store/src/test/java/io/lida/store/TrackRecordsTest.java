package io.lida.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lida.contract.Forecast;
import io.lida.testkit.Node;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrackRecordsTest {
  @TempDir Path home;

  @Test
  void recordsGrowByRunAndTenantsHaveTheirOwn() {
    try (Rig rig = new Rig(Rig.options(home, ""))) {
      TrackRecords records = rig.store().records();
      Forecast first = new Forecast("k1", 0.8, 1);
      Forecast second = new Forecast("k2", 0.3, 1);
      Node.await(records.keep("home", Map.of("a.b", first, "c.d", new Forecast("k1", 0.1, 1))));
      Node.await(records.keep("home", Map.of("a.b", second)));
      Node.await(records.keep("lab", Map.of("a.b", new Forecast("k9", 0.5, 0))));
      Map<String, List<Forecast>> found =
          Node.await(records.of("home", List.of("a.b", "c.d", "e.f")));
      assertEquals(List.of(second, first), found.get("a.b"));
      assertEquals(1, found.get("c.d").size());
      assertEquals(List.of(), found.get("e.f"));
    }
  }

  @Test
  void aRunThatIsResolvedAnewTakesItsOwnPlace() {
    try (Rig rig = new Rig(Rig.options(home, ""))) {
      TrackRecords records = rig.store().records();
      Node.await(records.keep("home", Map.of("a.b", new Forecast("k1", 0.8, 1))));
      Node.await(records.keep("home", Map.of("a.b", new Forecast("k2", 0.4, 0))));
      Node.await(records.keep("home", Map.of("a.b", new Forecast("k1", 0.8, 0))));
      assertEquals(
          List.of(new Forecast("k1", 0.8, 0), new Forecast("k2", 0.4, 0)),
          Node.await(records.of("home", List.of("a.b"))).get("a.b"));
    }
  }
}
