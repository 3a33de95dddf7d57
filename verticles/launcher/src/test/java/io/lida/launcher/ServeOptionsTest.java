package io.lida.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServeOptionsTest {
  private static final Path ROOT = Path.of(System.getProperty("lida.root"));

  @TempDir Path folder;

  private ServeOptions read(String... flags) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < flags.length; i += 2) {
      given.put(flags[i], flags[i + 1]);
    }
    Map<String, String> environment = Map.of("HOME", folder.toString());
    return ServeOptions.of(Settings.read(new Settings.Sources(ROOT, folder, environment, given)));
  }

  @Test
  void aServerIsAloneOnLoopbackUnlessToldOtherwise() {
    ServeOptions options = read();
    assertEquals(2040, options.port());
    assertEquals("127.0.0.1", options.bind());
    assertTrue(options.cluster().isEmpty());
  }

  @Test
  void othersAreJoinedWhereTheyAreSaidToBe() {
    ServeOptions options = read("cluster", "true", "join", "127.0.0.1:7001, node-b:7002");
    assertEquals(
        new ClusterOptions("127.0.0.1", 5701, List.of("127.0.0.1:7001", "node-b:7002")),
        options.cluster().orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "port, 70000",
    "port, http",
    "places, 0",
    "waiting, -1",
    "behind_proxy, perhaps",
    "bind, not.an.address.invalid"
  })
  void aValueThatMakesNoSenseIsRefusedByItsName(String key, String value) {
    Fault fault = assertThrows(Fault.class, () -> read(key, value));
    assertEquals(FaultCode.INVALID_CONFIG, fault.code());
    assertTrue(fault.title().contains(key), fault.title());
  }

  @Test
  void aMemberWithoutAPortIsRefused() {
    Fault fault = assertThrows(Fault.class, () -> read("cluster", "true", "join", "node-b"));
    assertTrue(fault.detail().contains("node-b is no host:port"), fault.detail());
  }

  @Test
  void anAddressOthersCanReachWantsAProxyBeforeIt() {
    Fault fault = assertThrows(Fault.class, () -> read("bind", "0.0.0.0"));
    assertTrue(fault.detail().contains("--behind-proxy"), fault.detail());
    assertEquals("0.0.0.0", read("bind", "0.0.0.0", "behind_proxy", "true").bind());
  }
}
