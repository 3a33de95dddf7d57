package io.lida.science.discovery;

import io.lida.science.Refusal;

/** From a graph whose edges may lack directions to a DAG, and from a DAG to all that are alike. */
final class Cpdag {
  private Cpdag() {}

  /** What all DAGs with the same skeleton and the same colliders have in common. */
  static Marks of(Marks dag) {
    Marks cpdag = dag.skeleton();
    for (int effect = 0; effect < dag.size(); effect++) {
      long causes = dag.causes(effect);
      for (int cause : Bits.places(causes)) {
        if ((causes & ~dag.adjacent(cause) & ~Bits.of(cause)) != 0) {
          cpdag.direct(cause, effect);
        }
      }
    }
    Meek.close(cpdag);
    return cpdag;
  }

  /**
   * A DAG with the same skeleton, directions and colliders (Dor and Tarsi 1992).
   *
   * @throws Refusal {@code undefined} when there is none
   */
  static Marks extension(Marks graph) {
    Marks left = graph.copy();
    Marks dag = new Marks(graph.size());
    long open = (1L << graph.size()) - 1;
    while (open != 0) {
      int sink = sink(left, open);
      for (int cause : Bits.places(left.adjacent(sink))) {
        dag.direct(cause, sink);
        left.part(cause, sink);
      }
      open &= ~Bits.of(sink);
    }
    return dag;
  }

  /** One without effects, each of whose neighbours is joined to all that it is joined to. */
  private static int sink(Marks left, long open) {
    for (int place : Bits.places(open)) {
      if (left.effects(place) == 0 && mayEnd(left, place)) {
        return place;
      }
    }
    throw new Refusal("undefined", "no DAG has these edges and directions");
  }

  private static boolean mayEnd(Marks left, int place) {
    for (int neighbour : Bits.places(left.neighbours(place))) {
      long others = left.adjacent(place) & ~Bits.of(neighbour);
      if ((others & ~left.adjacent(neighbour)) != 0) {
        return false;
      }
    }
    return true;
  }
}
