package io.lida.science.voting;

import java.util.List;
import java.util.SplittableRandom;

/** What is done with several winners. */
public sealed interface TieBreak {
  /** The tie is reported as it is. */
  record None() implements TieBreak {}

  /** The option that comes first in lexicographic order. */
  record Lexicographic() implements TieBreak {}

  /** Any of them with equal chance; the same seed draws the same. */
  record Seeded(long seed) implements TieBreak {}

  /** Those whom the chair prefers; still several if the chair does not tell them apart. */
  record Chair(RankedBallot ballot) implements TieBreak {}

  /** The winners that are left; nobody only when there was nobody. */
  default List<String> among(List<String> winners) {
    if (winners.size() < 2) {
      return winners;
    }
    List<String> sorted = winners.stream().sorted().toList();
    return switch (this) {
      case None none -> winners;
      case Lexicographic lexicographic -> List.of(sorted.getFirst());
      case Seeded(long seed) ->
          List.of(sorted.get(new SplittableRandom(seed).nextInt(sorted.size())));
      case Chair(RankedBallot ballot) ->
          ballot.levels().stream()
              .map(level -> sorted.stream().filter(level::contains).toList())
              .filter(preferred -> !preferred.isEmpty())
              .findFirst()
              .orElse(winners);
    };
  }
}
