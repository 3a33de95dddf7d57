package io.lida.science.discovery;

/**
 * A step of greedy equivalence search from one class of graphs to the next (Chickering 2002).
 *
 * @param from one end of the edge that is added or taken away
 * @param to the other
 * @param also neighbours of {@code to} that are directed with it
 * @param gain in score
 */
record Move(int from, int to, long also, double gain) {
  static final Move NONE = new Move(0, 0, 0, 0);

  Move better(Move other) {
    return other.gain > gain ? other : this;
  }

  /** Adds {@code from -> to}, and directs the others into {@code to}. */
  Marks insert(Marks cpdag) {
    Marks next = cpdag.copy();
    next.direct(from, to);
    for (int neighbour : Bits.places(also)) {
      next.direct(neighbour, to);
    }
    return Cpdag.of(Cpdag.extension(next));
  }

  /** Takes the edge away, and directs the others out of both ends. */
  Marks delete(Marks cpdag) {
    Marks next = cpdag.copy();
    next.part(from, to);
    for (int neighbour : Bits.places(also)) {
      next.direct(to, neighbour);
      if (Bits.has(cpdag.neighbours(from), neighbour)) {
        next.direct(from, neighbour);
      }
    }
    return Cpdag.of(Cpdag.extension(next));
  }
}
