package io.lida.science.voting;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The Schulze method (Schulze 2011) by winning votes.
 *
 * @param winners each x whose strongest path to every y is as strong as y's to x
 * @param order all options, by how many they beat along strongest paths, then lexicographic
 * @param strongestPaths {@code p(x,y)} for all pairs; 0 where there is no path
 */
public record Schulze(
    List<String> winners, List<String> order, Map<String, Map<String, Long>> strongestPaths)
    implements Outcome {

  /** Finds the strongest paths (Floyd and Warshall, max-min) and who is beaten along none. */
  public static Schulze of(Profile profile) {
    long[][] paths = strongestPaths(profile);
    int[] numbers = IntStream.range(0, paths.length).toArray();
    List<String> winners =
        IntStream.of(numbers)
            .filter(x -> beaters(paths, x) == 0)
            .mapToObj(profile::option)
            .toList();
    List<String> order =
        IntStream.of(numbers)
            .boxed()
            .sorted(Comparator.comparingLong(x -> -beaten(paths, x)))
            .map(profile::option)
            .toList();
    return new Schulze(winners, order, profile.byOption(x -> row(profile, paths, x)));
  }

  private static long[][] strongestPaths(Profile profile) {
    int options = profile.size();
    long[][] path = new long[options][options];
    for (int x = 0; x < options; x++) {
      for (int y = 0; y < options; y++) {
        path[x][y] = profile.winningVotes(x, y);
      }
    }
    for (int by = 0; by < options; by++) {
      for (int x = 0; x < options; x++) {
        for (int y = 0; y < options; y++) {
          path[x][y] = Math.max(path[x][y], Math.min(path[x][by], path[by][y]));
        }
      }
    }
    return path;
  }

  private static long beaten(long[][] path, int x) {
    return IntStream.range(0, path.length).filter(y -> path[x][y] > path[y][x]).count();
  }

  private static long beaters(long[][] path, int x) {
    return IntStream.range(0, path.length).filter(y -> path[y][x] > path[x][y]).count();
  }

  private static Map<String, Long> row(Profile profile, long[][] paths, int x) {
    Map<String, Long> row = profile.byOption(y -> paths[x][y]);
    row.remove(profile.option(x));
    return row;
  }
}
