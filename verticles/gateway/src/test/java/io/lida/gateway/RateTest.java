package io.lida.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lida.contract.Runs;
import io.lida.testkit.BusExtension;
import io.lida.testkit.Node;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(BusExtension.class)
class RateTest {
  @Test
  void whoAsksTooOftenIsToldWhenToAskAgain(Node node, @TempDir Path folder) {
    GatewayOptions.Limits limits = GatewayOptions.Limits.defaults().withRate(1, 3);
    House house =
        House.open(node, House.options(folder).withLimits(limits), InstantSource.system());
    node.pretend(Runs.LIST, query -> Runs.Listing.whole(List.of()));
    for (int asked = 0; asked < 3; asked++) {
      assertEquals(200, house.get("/api/v1/runs").status());
    }
    House.Answer refused = house.get("/api/v1/runs");

    assertEquals(429, refused.status());
    assertEquals("LIDA-5008", refused.code());
    assertEquals("1", refused.headers().get("Retry-After"));
    assertEquals(200, house.get("/app.js").status());
    assertEquals(200, house.get("/health").status());
  }
}
