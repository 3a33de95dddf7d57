package io.lida.launcher;

import io.lida.contract.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The servers of a data folder: each has its own file in {@code servers/}, and {@code server.json}
 * is a copy of the one that began last.
 */
final class ServerEntries {
  private final Path newest;
  private final Path folder;

  ServerEntries(Path home) {
    newest = home.resolve("server.json");
    folder = home.resolve("servers");
  }

  /** Makes a server known. */
  void enter(ServerEntry entry) {
    try {
      byte[] json = (Wire.pretty(entry) + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
      Files.createDirectories(folder);
      Private.write(file(entry), json);
      Private.write(newest, json);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** Forgets a server, and nothing about the others. */
  void leave(ServerEntry entry) {
    try {
      Files.deleteIfExists(file(entry));
      if (read(newest).filter(entry::equals).isPresent()) {
        Files.deleteIfExists(newest);
      }
    } catch (IOException stays) {
      // Its process is gone soon, and then nobody believes it.
      System.getLogger(ServerEntries.class.getName())
          .log(System.Logger.Level.WARNING, "cannot remove " + file(entry), stays);
    }
  }

  /** The server that began last among those alive. */
  Optional<ServerEntry> find() {
    return read(newest).filter(ServerEntry::alive).or(() -> all().stream().findFirst());
  }

  /** The servers alive, the last begun first. */
  List<ServerEntry> all() {
    List<ServerEntry> found = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
      files.forEach(file -> read(file).filter(ServerEntry::alive).ifPresent(found::add));
    } catch (IOException none) {
      return List.of();
    }
    found.sort(Comparator.comparing(ServerEntry::started).reversed());
    return found;
  }

  private Path file(ServerEntry entry) {
    return folder.resolve(entry.node() + ".json");
  }

  private static Optional<ServerEntry> read(Path file) {
    try {
      return Optional.of(Wire.read(Files.readAllBytes(file), ServerEntry.class));
    } catch (IOException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }
}
