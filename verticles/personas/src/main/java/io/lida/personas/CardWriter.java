package io.lida.personas;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Writes own cards: whole or not at all, on the disk before it says so, readable by their owner
 * alone, and never over another file.
 */
final class CardWriter {
  private final Path folder;

  CardWriter(Path folder) {
    this.folder = folder;
  }

  /** The id is in use. */
  static Fault taken(String id) {
    return new Fault(
        FaultCode.CONFLICT, "there is a persona " + Nearest.quoted(id), "", "choose another id");
  }

  /**
   * Writes the card.
   *
   * @throws Fault CONFLICT when there is such a file, HOME_UNWRITABLE when it cannot be written
   */
  Path write(String id, byte[] text) {
    Path target = folder.resolve(id + ".json");
    try {
      Files.createDirectories(folder, posix("rwx------"));
      if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
        throw taken(id);
      }
      Path draft = Files.createTempFile(folder, ".", ".tmp", posix("rw-------"));
      try {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
          ByteBuffer rest = ByteBuffer.wrap(text);
          while (rest.hasRemaining()) {
            channel.write(rest);
          }
          channel.force(true);
        }
        publish(draft, target, id);
      } finally {
        Files.deleteIfExists(draft);
      }
      return target;
    } catch (IOException unwritable) {
      throw new Fault(
          FaultCode.HOME_UNWRITABLE,
          "cannot write " + target,
          Catalogue.reason(unwritable),
          "make the folder writable, or choose another LIDA_HOME");
    }
  }

  /** A link, unlike a rename, fails when another process was faster. */
  private void publish(Path draft, Path target, String id) throws IOException {
    try {
      Files.createLink(target, draft);
    } catch (FileAlreadyExistsException raced) {
      throw taken(id);
    } catch (UnsupportedOperationException noLinks) {
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    }
    try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
      entries.force(true);
    } catch (IOException notHere) {
      // Some systems cannot open a folder; there the entry is as safe as they make it.
      return;
    }
  }

  private FileAttribute<?>[] posix(String permissions) {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
