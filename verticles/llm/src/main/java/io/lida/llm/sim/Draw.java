package io.lida.llm.sim;

/** Chance that comes from the run's seed and the place in the run alone. */
final class Draw {
  private Draw() {}

  /** A well-mixed number for a sequence of numbers. */
  static long mix(long... parts) {
    long h = 0x9E3779B97F4A7C15L;
    for (long part : parts) {
      h = (h ^ part) * 0xBF58476D1CE4E5B9L;
      h ^= h >>> 29;
      h *= 0x94D049BB133111EBL;
      h ^= h >>> 32;
    }
    return h;
  }

  /** A number in [0, 1) for a sequence of numbers. */
  static double unit(long... parts) {
    return (mix(parts) >>> 11) * 0x1.0p-53;
  }
}
