package io.lida.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreePortsTest {
  @Test
  void noPortIsNamedTwiceOrTakenOrGivenToOutgoingConnections() throws Exception {
    List<Integer> ports = FreePorts.some(200);
    assertEquals(200, new HashSet<>(ports).size());
    try (ServerSocket given = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ServerSocket used =
            new ServerSocket(ports.getFirst(), 1, InetAddress.getLoopbackAddress())) {
      assertTrue(used.isBound());
      assertFalse(ports.contains(given.getLocalPort()));
      assertNotEquals(ports.getFirst(), FreePorts.one());
    }
  }

  @Test
  void aSystemThatGivesAwayNearlyAllPortsGetsTheUsualOnes() {
    assertEquals(32_768, FreePorts.end(1_024));
    assertEquals(32_768, FreePorts.end(32_768));
    assertEquals(49_152, FreePorts.end(49_152));
  }
}
