package io.lida.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Secrets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiKeyTest {
  private final SecureRandom random = new SecureRandom();

  @Test
  void aKeyIsReadAsItWasWrittenAndASlipOfThePenIsNot() {
    ApiKey key = ApiKey.draw(random);
    assertEquals(Optional.of(key), ApiKey.parse(key.text()));
    char last = key.text().charAt(20);
    String slip =
        key.text().substring(0, 20) + (last == 'a' ? 'b' : 'a') + key.text().substring(21);
    assertEquals(Optional.empty(), ApiKey.parse(slip));
  }

  @Test
  void aKeyFitsItsOwnHashAlone() {
    ApiKey key = ApiKey.draw(random);
    assertTrue(key.fits(key.hash()));
    assertFalse(key.fits(ApiKey.draw(random).hash()));
  }

  @Test
  void aKeyIsShownNowhere() {
    ApiKey key = ApiKey.draw(random);
    assertFalse(key.toString().contains(key.text().substring(14, 30)));
    assertFalse(Secrets.mask("with " + key.text()).contains(key.text().substring(14, 30)));
  }

  @Test
  void theFileIsMadeOnceForItsOwnerAlone(@TempDir Path home) throws Exception {
    ApiKey made = new KeyFile(home).read(random);
    Path file = home.resolve("api-key");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals(made, new KeyFile(home).read(random));
  }

  @Test
  void aFileThatOthersMayReadIsRefused(@TempDir Path home) throws Exception {
    new KeyFile(home).read(random);
    Files.setPosixFilePermissions(
        home.resolve("api-key"), PosixFilePermissions.fromString("rw-r--r--"));
    Fault fault = assertThrows(Fault.class, () -> new KeyFile(home).read(random));
    assertEquals(FaultCode.INVALID_CONFIG, fault.code());
    assertEquals("chmod 600 " + home.resolve("api-key"), fault.fix());
  }

  @Test
  void whatIsSealedForOnePurposeOrByAnotherKeyIsNotOurs() {
    ApiKey key = ApiKey.draw(random);
    String sealed = new Seal(key, "session").seal("text");
    assertEquals(Optional.of("text"), new Seal(key, "session").open(sealed));
    assertEquals(Optional.empty(), new Seal(key, "agent").open(sealed));
    assertEquals(Optional.empty(), new Seal(ApiKey.draw(random), "session").open(sealed));
    assertEquals(Optional.empty(), new Seal(key, "session").open(sealed + "x"));
    assertNotEquals(sealed, new Seal(key, "session").seal("Text"));
  }

  @Test
  void aNameThatIsNearIsOffered() {
    assertEquals(
        "; did you mean \"rounds\"?",
        Nearest.clause("ruonds", java.util.List.of("seed", "rounds")));
    assertEquals("", Nearest.clause("zebra", java.util.List.of("seed", "rounds")));
    assertEquals(3, Nearest.distance("kitten", "sitting"));
  }
}
