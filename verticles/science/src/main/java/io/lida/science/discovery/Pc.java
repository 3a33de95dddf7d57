package io.lida.science.discovery;

import io.lida.science.Checks;
import io.lida.science.discovery.Graph.Edge;
import java.util.ArrayList;
import java.util.List;

/**
 * The graph of conditional independences by PC-stable (Spirtes, Glymour and Scheines 2000; Colombo
 * and Maathuis 2014): a skeleton by tests, then colliders, then the rules of Meek 1995.
 *
 * <p>Assumes that all common causes are observed, and that what is independent is so by the graph
 * and not by chance.
 *
 * @param graph a CPDAG where the tests agree with each other
 * @param conflicts edges that two colliders direct against each other; they stay undirected
 */
public record Pc(Graph graph, List<Edge> conflicts) {
  /** The usual level of the tests. */
  public static final double ALPHA = 0.01;

  public Pc {
    conflicts = List.copyOf(conflicts);
  }

  /**
   * Searches with Fisher's z.
   *
   * @param alpha two variables whose p is larger are independent; above 0 and below 1
   * @throws io.lida.science.Refusal {@code too_large} when the graph is too dense
   */
  public static Pc search(Covariance covariance, double alpha) {
    Checks.within(alpha, Double.MIN_VALUE, Math.nextDown(1.0), "alpha", "invalid_input");
    List<String> names = covariance.variables();
    Skeleton skeleton = Skeleton.of(new FisherZ(covariance), alpha, names.size());
    Marks marks = skeleton.marks();
    long[] claimed = colliders(skeleton);
    List<Edge> conflicts = new ArrayList<>();
    for (int one = 0; one < claimed.length; one++) {
      for (int other : Bits.places(claimed[one] >>> one << one)) {
        if (Bits.has(claimed[other], one)) {
          conflicts.add(new Edge(names.get(one), names.get(other)));
        }
      }
    }
    marks.direct(claimed);
    Meek.close(marks);
    return new Pc(marks.graph(names), conflicts);
  }

  /** For each variable, those it must cause, as two that are not joined meet there. */
  private static long[] colliders(Skeleton skeleton) {
    Marks marks = skeleton.marks();
    long[] claimed = new long[marks.size()];
    for (int middle = 0; middle < claimed.length; middle++) {
      for (int one : Bits.places(marks.neighbours(middle))) {
        long strangers = marks.neighbours(middle) & ~marks.neighbours(one) & ~Bits.of(one);
        for (int other : Bits.places(strangers)) {
          if (!Bits.has(skeleton.parting(one, other), middle)) {
            claimed[one] |= Bits.of(middle);
          }
        }
      }
    }
    return claimed;
  }
}
