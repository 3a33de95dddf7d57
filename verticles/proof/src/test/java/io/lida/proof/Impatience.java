package io.lida.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lida.contract.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The same configuration and personas, but a pool of models that gives up soon. */
final class Impatience {
  private Impatience() {}

  /** Makes it in this folder, and answers where. */
  static Path in(Path folder) throws IOException {
    Path root = folder.resolve("root");
    copy(Product.ROOT.resolve("conf"), root.resolve("conf"));
    copy(Product.ROOT.resolve("personas"), root.resolve("personas"));
    Path providers = root.resolve("conf/providers.json");
    ObjectNode settings = (ObjectNode) Wire.parse(Files.readString(providers));
    ((ObjectNode) settings.path("retries")).put("tries", 2).put("base", "PT0.01S");
    Files.writeString(providers, Wire.pretty(settings));
    return root;
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }
}
