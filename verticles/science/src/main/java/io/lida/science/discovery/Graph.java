package io.lida.science.discovery;

import io.lida.science.Refusal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A graph with directed and undirected edges, such as a CPDAG, which stands for all DAGs with the
 * same conditional independences: what is directed in it has this direction in all of them.
 *
 * @param variables in the order of their names
 * @param directed sorted, each from cause to effect
 * @param undirected sorted, the ends of each in the order of their names
 */
public record Graph(List<String> variables, List<Edge> directed, List<Edge> undirected) {
  private static final String CODE = "invalid_graph";

  /** Two variables that are joined. */
  public record Edge(String from, String to) implements Comparable<Edge> {
    private static final Comparator<Edge> ORDER =
        Comparator.comparing(Edge::from).thenComparing(Edge::to);

    @Override
    public int compareTo(Edge other) {
      return ORDER.compare(this, other);
    }

    Edge sorted() {
      return from.compareTo(to) <= 0 ? this : new Edge(to, from);
    }
  }

  private enum Mark {
    FORWARD,
    BACKWARD,
    NONE
  }

  /**
   * A graph.
   *
   * @throws Refusal {@code unknown_variable}, or {@code invalid_graph} where a variable is joined
   *     to itself or two are joined twice
   */
  public Graph {
    variables = Names.checked(variables).stream().sorted().toList();
    directed = directed.stream().sorted().toList();
    undirected = undirected.stream().map(Edge::sorted).sorted().toList();
    marks(variables, directed, undirected);
  }

  /**
   * How many pairs of variables are joined differently (Tsamardinos, Brown and Aliferis 2006): one
   * each, whether an edge is missing, added, turned round or without its direction.
   *
   * @throws Refusal {@code invalid_graph} where the variables are not the same
   */
  public int distance(Graph other) {
    if (!variables.equals(other.variables)) {
      throw new Refusal(CODE, "both graphs must have the same variables");
    }
    Map<Edge, Mark> mine = marks(variables, directed, undirected);
    Map<Edge, Mark> theirs = marks(variables, other.directed, other.undirected);
    int distance = 0;
    for (Map.Entry<Edge, Mark> edge : mine.entrySet()) {
      distance += edge.getValue() == theirs.remove(edge.getKey()) ? 0 : 1;
    }
    return distance + theirs.size();
  }

  private static Map<Edge, Mark> marks(
      List<String> variables, List<Edge> directed, List<Edge> undirected) {
    Map<Edge, Mark> marks = new HashMap<>();
    for (Edge edge : directed) {
      Edge pair = edge.sorted();
      mark(marks, variables, pair, pair.equals(edge) ? Mark.FORWARD : Mark.BACKWARD);
    }
    for (Edge edge : undirected) {
      mark(marks, variables, edge, Mark.NONE);
    }
    return marks;
  }

  private static void mark(Map<Edge, Mark> marks, List<String> variables, Edge pair, Mark mark) {
    for (String end : List.of(pair.from(), pair.to())) {
      if (!variables.contains(end)) {
        throw new Refusal("unknown_variable", end + " is no variable of the graph");
      }
    }
    if (pair.from().equals(pair.to())) {
      throw new Refusal(CODE, pair.from() + " is joined to itself");
    }
    if (marks.put(pair, mark) != null) {
      throw new Refusal(CODE, pair.from() + " and " + pair.to() + " are joined twice");
    }
  }
}
