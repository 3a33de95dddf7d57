package io.lida.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BusKeysTest {
  @TempDir Path home;

  @Test
  void theKeysAreMadeOnceAndForTheirOwnerAlone() throws Exception {
    BusKeys made = BusKeys.of(home);
    assertEquals(made, BusKeys.of(home));
    assertTrue(made.name().matches("lida-\\d+-[0-9a-f]{16}"), made.name());
    assertEquals(64, made.password().length());
    assertFalse(made.toString().contains(made.password()));
    Path folder = home.resolve("cluster");
    assertEquals("rwx------", permissions(folder));
    try (Stream<Path> files = Files.list(folder)) {
      List<String> all = files.map(BusKeysTest::permissions).toList();
      assertEquals(List.of("rw-------", "rw-------"), all);
    }
  }

  @Test
  void keysThatOthersCanReadAreRefused() throws Exception {
    BusKeys keys = BusKeys.of(home);
    Files.setPosixFilePermissions(keys.store(), PosixFilePermissions.fromString("rw-r--r--"));
    Fault fault = assertThrows(Fault.class, () -> BusKeys.of(home));
    assertEquals(FaultCode.INVALID_CONFIG, fault.code());
    assertEquals("chmod 600 " + keys.store(), fault.fix());
  }

  @Test
  void aFolderThatHoldsNoKeysIsSaidSo() throws Exception {
    Files.createDirectory(home.resolve("cluster"));
    Fault fault = assertThrows(Fault.class, () -> BusKeys.of(home));
    assertEquals(FaultCode.HOME_UNWRITABLE, fault.code());
  }

  private static String permissions(Path path) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    } catch (java.io.IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
