package io.lida.proof.bench;

/** The questions that are debated, each with a marker of its own, and what must come of them. */
final class Topics {
  private Topics() {}

  static String of(int number) {
    return "Should a model of this size be tested by others before it is released? [[run "
        + number
        + "]]";
  }

  /** The sum of stance times confidence over so many answers to each of these debates. */
  static double checksum(int from, int total, int answers) {
    double sum = 0;
    for (int number = from; number < from + total; number++) {
      int kind = StubReply.kind("run " + number);
      sum += answers * StubReply.stance(kind) * StubReply.confidence(kind);
    }
    return sum;
  }

  /** 0 if the two are the same work, else 1. */
  static double wrong(double expected, double found, long turnsExpected, long turnsFound) {
    boolean same = Math.abs(expected - found) < 1e-6 * Math.max(1, Math.abs(expected));
    return same && turnsExpected == turnsFound ? 0 : 1;
  }
}
