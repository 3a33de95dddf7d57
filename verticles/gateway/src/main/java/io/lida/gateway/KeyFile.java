package io.lida.gateway;

import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/** The file that holds the admin key in clear, for its owner alone. */
final class KeyFile {
  private static final Set<PosixFilePermission> PRIVATE = EnumSet.of(OWNER_READ, OWNER_WRITE);

  private final Path file;

  KeyFile(Path home) {
    this.file = home.resolve("api-key");
  }

  /**
   * The key in the file, which is made if there is none. Two processes that start at once agree on
   * one key.
   *
   * @throws Fault HOME_UNWRITABLE when the file cannot be made, INVALID_CONFIG when others may read
   *     it or it holds no key
   */
  ApiKey read(RandomGenerator random) {
    try {
      if (!Files.exists(file)) {
        make(ApiKey.draw(random));
      }
      check();
      return ApiKey.parse(Files.readString(file).strip())
          .orElseThrow(() -> refusal("it does not hold a whole key", "rm " + file));
    } catch (IOException unreadable) {
      throw new Fault(
          FaultCode.HOME_UNWRITABLE,
          "cannot keep the admin key",
          unreadable.toString(),
          "make " + file.getParent() + " a folder that you own");
    }
  }

  /** A link to a whole file appears at once or not at all, and never replaces another's. */
  private void make(ApiKey key) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path draft =
        Files.createTempFile(
            file.toAbsolutePath().getParent(),
            ".api-key",
            "",
            PosixFilePermissions.asFileAttribute(PRIVATE));
    try {
      Files.writeString(draft, key.text() + "\n");
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException another) {
      System.getLogger(KeyFile.class.getName())
          .log(System.Logger.Level.DEBUG, "another process made the key first");
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private void check() throws IOException {
    Set<PosixFilePermission> open = EnumSet.copyOf(Files.getPosixFilePermissions(file));
    open.removeAll(PRIVATE);
    if (!open.isEmpty()) {
      throw refusal("others on this machine may read or write it", "chmod 600 " + file);
    }
    Path parent = file.toAbsolutePath().getParent();
    Path probe = Files.createTempFile(parent, ".own", "");
    try {
      if (!Files.getOwner(file).equals(Files.getOwner(probe))) {
        throw refusal("it belongs to another user", "name another folder by LIDA_HOME");
      }
    } finally {
      Files.deleteIfExists(probe);
    }
  }

  private Fault refusal(String why, String fix) {
    return new Fault(FaultCode.INVALID_CONFIG, "the admin key is refused", file + ": " + why, fix);
  }
}
