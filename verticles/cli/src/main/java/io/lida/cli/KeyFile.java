package io.lida.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A key in a file that its owner alone may read, in a folder that its owner alone may enter. */
record KeyFile(Path path) {
  private static final Set<PosixFilePermission> OWNER_FILE =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OWNER_FOLDER =
      PosixFilePermissions.fromString("rwx------");

  static KeyFile of(Path home, String provider) {
    return new KeyFile(home.resolve("keys").resolve(provider));
  }

  /**
   * Puts the key in place of what was there; a reader sees the old key or the new one.
   *
   * @throws Fault HOME_UNWRITABLE
   */
  Path write(String key) {
    Path folder = path.resolveSibling("");
    try {
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(folder, OWNER_FOLDER);
      Path draft =
          Files.createTempFile(
              folder, ".key", ".part", PosixFilePermissions.asFileAttribute(OWNER_FILE));
      try {
        Files.writeString(draft, key + "\n", UTF_8);
        Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(draft);
      }
      return path;
    } catch (IOException failure) {
      throw unwritable(failure);
    }
  }

  /** Removes the file; says whether there was one. */
  boolean remove() {
    try {
      return Files.deleteIfExists(path);
    } catch (IOException failure) {
      throw unwritable(failure);
    }
  }

  private Fault unwritable(IOException failure) {
    return new Fault(
        FaultCode.HOME_UNWRITABLE,
        "cannot write " + path,
        failure.toString(),
        "lida doctor, or name another folder by --home");
  }
}
