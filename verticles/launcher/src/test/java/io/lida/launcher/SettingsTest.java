package io.lida.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.launcher.Settings.Setting;
import io.lida.launcher.Settings.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  private static final Path ROOT = Path.of(System.getProperty("lida.root"));

  @TempDir Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, String> flags = new HashMap<>();

  @BeforeEach
  void anEmptyHome() {
    environment.put("HOME", folder.toString());
  }

  private Settings read() {
    return Settings.read(new Sources(ROOT, folder, environment, flags));
  }

  private Setting setting(String key) {
    return read().all().stream().filter(s -> s.key().equals(key)).findFirst().orElseThrow();
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  @Test
  void withoutAnybodysWordTheDefaultsHold() {
    assertEquals(new Setting("redis_fsync", "everysec", "conf/lida.json"), setting("redis_fsync"));
    assertEquals(folder.resolve(".local/share/lida"), read().home());
    assertEquals(Optional.empty(), read().find("redis_url"));
  }

  @Test
  void theDataFolderFollowsTheUsualVariables() {
    environment.put("XDG_DATA_HOME", "/data");
    assertEquals(Path.of("/data/lida"), read().home());
    environment.put("LIDA_HOME", "/mine");
    assertEquals(new Setting("home", "/mine", "env LIDA_HOME"), setting("home"));
  }

  @Test
  void eachSourceBeatsTheOnesBelowIt() throws Exception {
    write(".config/lida/config.yaml", "log_level: warn\nretention_days: 1\n");
    Path user = folder.resolve(".config/lida/config.yaml");
    assertEquals(new Setting("log_level", "warn", user.toString()), setting("log_level"));
    flags.put("profile", "debug");
    assertEquals(new Setting("log_level", "debug", "profile debug"), setting("log_level"));
    write("lida.yaml", "log_level: error\n");
    assertEquals(new Setting("log_level", "error", "./lida.yaml"), setting("log_level"));
    environment.put("LIDA_LOG_LEVEL", "trace");
    assertEquals(new Setting("log_level", "trace", "env LIDA_LOG_LEVEL"), setting("log_level"));
    flags.put("log_level", "off");
    assertEquals(new Setting("log_level", "off", "flag --log-level"), setting("log_level"));
    assertEquals("1", read().get("retention_days"));
  }

  @Test
  void redisUrlIsHonouredWhereOursIsNotSet() {
    environment.put("REDIS_URL", "redis://a");
    assertEquals(new Setting("redis_url", "redis://a", "env REDIS_URL"), setting("redis_url"));
    environment.put("LIDA_REDIS_URL", "redis://b");
    assertEquals("redis://b", read().get("redis_url"));
  }

  @Test
  void aKeyNothingUsesIsAnError() throws Exception {
    write("lida.yaml", "log_levle: warn\n");
    Fault fault = refused();
    assertEquals("unknown setting log_levle", fault.title());
    assertTrue(fault.detail().contains("./lida.yaml"), fault.detail());
  }

  @Test
  void anUnknownProfileIsAnErrorThatNamesTheKnown() {
    flags.put("profile", "fast");
    assertTrue(refused().detail().contains("durable"));
  }

  @Test
  void whatIsNoConfigurationIsRefused() throws Exception {
    for (String text : new String[] {"[1, 2]", "a: [", "log_level: !!x y\n a"}) {
      write("lida.yaml", text);
      refused();
    }
    write("lida.yaml", "x".repeat(2 << 20));
    refused();
  }

  @Test
  void aMissingRootIsAnError() {
    Sources nowhere = new Sources(folder, folder, environment, flags);
    Fault fault = assertThrows(Fault.class, () -> Settings.read(nowhere));
    assertEquals(FaultCode.INVALID_CONFIG, fault.code());
  }

  private Fault refused() {
    Fault fault = assertThrows(Fault.class, this::read);
    assertEquals(FaultCode.INVALID_CONFIG, fault.code());
    return fault;
  }
}
