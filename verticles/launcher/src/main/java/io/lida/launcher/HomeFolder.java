package io.lida.launcher;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The user's data folder: made for the user alone, and checked to be writable before anything. */
final class HomeFolder {
  private HomeFolder() {}

  /**
   * Makes the folder and those that all runs need.
   *
   * @throws Fault HOME_UNWRITABLE
   */
  static void prepare(Path home) {
    try {
      if (!Files.isDirectory(home)) {
        Files.createDirectories(
            home,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      Files.createDirectories(home.resolve("logs"));
      Files.delete(Files.createTempFile(home, ".write", ".check"));
    } catch (IOException | UnsupportedOperationException refusal) {
      throw new Fault(
          FaultCode.HOME_UNWRITABLE,
          "cannot write the data folder " + home,
          refusal.toString(),
          "make it writable, or name another: LIDA_HOME=/path/you/own lida ...");
    }
  }
}
