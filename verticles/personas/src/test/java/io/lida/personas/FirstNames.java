package io.lida.personas;

import io.lida.contract.Card;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** How the first names of the panel are mostly read, from a list kept beside the tests. */
final class FirstNames {
  private final Map<String, String> read = new HashMap<>();

  private FirstNames() {}

  static FirstNames listed() throws IOException {
    FirstNames names = new FirstNames();
    for (String line : Files.readAllLines(Path.of("src/test/resources/first_names.txt"))) {
      if (!line.startsWith("#")) {
        String gender = line.substring(0, line.indexOf(':'));
        for (String name : line.substring(line.indexOf(':') + 2).split(" ")) {
          names.read.put(name, gender);
        }
      }
    }
    return names;
  }

  /** {@code woman}, {@code man}, or {@code unnamed} for a name that leaves it open. */
  String of(Card card) {
    return read.getOrDefault(card.name().split(" ")[0], "unnamed");
  }
}
