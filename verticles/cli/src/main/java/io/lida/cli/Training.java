package io.lida.cli;

import java.util.List;

/**
 * Runs the commands that are to start quickly one after the other, while the product is packaged:
 * the cache of loaded classes that comes of it holds what all of them need.
 */
final class Training {
  private static final List<String> LINES =
      List.of("--help", "demo --json", "runs ls", "runs show last", "runs tally last --all");

  private Training() {}

  public static void main(String[] none) {
    for (String line : LINES) {
      int code = Lida.run(Surroundings.ofThisProcess(), new Opening(), line.split(" "));
      if (code != 0) {
        System.exit(code);
      }
    }
    System.exit(0);
  }
}
