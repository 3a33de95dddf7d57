package io.lida.proof.bench;

/**
 * How much is done.
 *
 * @param warmUp debates before anything counts
 * @param debates debates that count, at latency 0
 * @param atOnce of them under way together; five times as many where growth is looked at
 * @param burst debates under way together while the provider takes its time
 * @param latency the longest latency of the provider, in ms
 * @param events appends, and a tenth of the asks on the bus
 * @param starts how often a cold start is tried; none without the product
 */
record Size(
    String name,
    int warmUp,
    int debates,
    int atOnce,
    int burst,
    int latency,
    int events,
    int starts) {
  /** A few minutes. */
  static final Size FULL = new Size("full", 4_000, 4_000, 200, 1_000, 1_000, 200_000, 5);

  /** About a minute. */
  static final Size QUICK = new Size("quick", 1_000, 1_000, 200, 1_000, 1_000, 60_000, 3);

  /** Enough to see that every figure is there. */
  static final Size TINY = new Size("tiny", 4, 8, 4, 4, 20, 2_000, 0);

  static Size named(String name) {
    return switch (name) {
      case "full" -> FULL;
      case "quick" -> QUICK;
      case "tiny" -> TINY;
      default -> throw new IllegalArgumentException("sizes are full, quick and tiny, not " + name);
    };
  }
}
