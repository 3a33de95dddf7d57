package io.lida.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingTest {
  private final Clock clock = new Clock();
  @TempDir private Path home;

  @Test
  void theEnvironmentComesFirstInTheOrderOfTheNames() throws IOException {
    write("rw-------", "from-file");
    KeyRing.Found found =
        ring(Map.of("PPLX_API_KEY", "second", "PERPLEXITY_API_KEY", "first"))
            .need(perplexity())
            .orElseThrow();
    assertEquals(new KeyRing.Found(new Key("first"), "env PERPLEXITY_API_KEY"), found);
  }

  @Test
  void aFileOfItsOwnerIsRead() throws IOException {
    write("rw-------", "from-file\n");
    assertEquals("from-file", ring(Map.of()).need(perplexity()).orElseThrow().key().secret());
  }

  @Test
  void aFileThatOthersCanReadIsRefused() throws IOException {
    write("rw-r-----", "from-file");
    Fault fault = assertThrows(Fault.class, () -> ring(Map.of()).need(perplexity()));
    assertEquals(FaultCode.KEY_MISSING, fault.code());
    assertEquals("chmod 600 " + home.resolve("keys/perplexity"), fault.fix());
  }

  @Test
  void aMissingKeySaysHowToSetIt() {
    Fault fault = assertThrows(Fault.class, () -> ring(Map.of()).need(perplexity()));
    assertEquals(FaultCode.KEY_MISSING, fault.code());
    assertEquals("lida keys set perplexity", fault.fix());
  }

  @Test
  void aKeySetLaterIsFoundWithinSeconds() throws IOException {
    KeyRing ring = ring(Map.of());
    assertEquals(Optional.empty(), ring.find(perplexity()));
    write("rw-------", "later");
    clock.pass(Duration.ofSeconds(3));
    assertEquals("later", ring.find(perplexity()).orElseThrow().key().secret());
  }

  @Test
  void nothingShowsAKey() {
    KeyRing.Found found =
        ring(Map.of("PPLX_API_KEY", "very-secret")).find(perplexity()).orElseThrow();
    assertFalse(found.toString().contains("very-secret"));
    LlmOptions options = new LlmOptions(home, home, Map.of("PPLX_API_KEY", "very-secret"));
    assertFalse(options.toString().contains("very-secret"));
  }

  private KeyRing ring(Map<String, String> environment) {
    return new KeyRing(new LlmOptions(home, home, environment), clock);
  }

  private void write(String permissions, String text) throws IOException {
    Path file = Files.createDirectories(home.resolve("keys")).resolve("perplexity");
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  private static Settings.Provider perplexity() {
    List<Settings.Provider> providers =
        Settings.read(Room.CONF.resolve("providers.json")).providers();
    return providers.stream().filter(one -> one.id().equals("perplexity")).findFirst().get();
  }
}
