package io.lida.personas;

import io.lida.contract.Personas.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * A file that may hold a card.
 *
 * @param path without symbolic links, inside its folder
 * @param label how people know it, such as {@code personas/x.json}
 */
record CardFile(Path path, String label, String id, Origin origin, Stamp stamp) {

  /** Who a card belongs to. */
  enum Origin {
    SHIPPED,
    TEAM,
    OWN
  }

  /** What changes when a file does. */
  record Stamp(FileTime modified, long size, @Nullable Object inode) {
    static Stamp of(BasicFileAttributes attributes) {
      return new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
    }
  }

  /** What a path leads to, and no further. */
  static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  /** The same file with its stamp as it is now; who then reads one that is gone is told so. */
  CardFile now() {
    try {
      return new CardFile(path, label, id, origin, Stamp.of(attributes(path)));
    } catch (IOException gone) {
      return this;
    }
  }

  /** A problem with the file as a whole. */
  Problem problem(String reason) {
    return new Problem(label, "", reason);
  }

  /** The content; of a file that is too large, not even that is read. */
  byte[] bytes() throws IOException, CardText.Unreadable {
    if (stamp.size() > CardText.LARGEST) {
      throw CardText.tooLarge();
    }
    try (InputStream in =
        Files.newInputStream(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = in.readNBytes(CardText.LARGEST + 1);
      if (bytes.length > CardText.LARGEST) {
        throw CardText.tooLarge();
      }
      return bytes;
    }
  }
}
