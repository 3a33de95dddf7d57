package io.lida.science.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Graphs as they are written down: {@code "A->B B-C"}. */
final class Graphs {
  private Graphs() {}

  static Graph graph(String variables, String edges) {
    List<Graph.Edge> directed = new ArrayList<>();
    List<Graph.Edge> undirected = new ArrayList<>();
    for (String edge : words(edges)) {
      String[] ends = edge.split("->?");
      (edge.contains(">") ? directed : undirected).add(new Graph.Edge(ends[0], ends[1]));
    }
    return new Graph(words(variables), directed, undirected);
  }

  static List<String> words(String text) {
    return Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).toList();
  }
}
