package io.lida.personas;

import java.nio.file.Path;
import java.util.List;

/**
 * Where the cards are.
 *
 * @param shipped folders of cards that come with the house; only read. An id in an earlier folder
 *     wins
 * @param team the folder of cards for the roles of workflows; only read, and may be absent
 * @param topics the vocabulary of expertise, {@code lida.topics/v1}; may lie among the cards
 * @param own the user's folder of cards; made when the first fork is written
 * @param conf the folder with {@code grid.json} and {@code schema/card.schema.json}
 */
public record PersonasOptions(List<Path> shipped, Path team, Path topics, Path own, Path conf) {
  public PersonasOptions {
    shipped = List.copyOf(shipped);
    if (shipped.isEmpty()) {
      throw new IllegalArgumentException("shipped must name at least one folder of cards");
    }
  }

  /**
   * The usual places.
   *
   * @param root where the house was unpacked: holds {@code personas} and {@code conf}
   * @param home what the user owns: holds {@code cards}
   */
  public static PersonasOptions defaults(Path root, Path home) {
    Path shipped = root.resolve("personas");
    return new PersonasOptions(
        List.of(shipped),
        shipped.resolve("team"),
        shipped.resolve("topics.json"),
        home.resolve("cards"),
        root.resolve("conf"));
  }
}
