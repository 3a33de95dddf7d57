package io.lida.science.discovery;

import java.util.ArrayList;
import java.util.List;

/** The edges of a graph while it is worked on, each variable by its place. For one thread. */
final class Marks {
  private final long[] causes;
  private final long[] effects;
  private final long[] neighbours;

  Marks(int size) {
    this(new long[size], new long[size], new long[size]);
  }

  private Marks(long[] causes, long[] effects, long[] neighbours) {
    this.causes = causes;
    this.effects = effects;
    this.neighbours = neighbours;
  }

  Marks copy() {
    return new Marks(causes.clone(), effects.clone(), neighbours.clone());
  }

  /** As many variables with the same edges, none directed. */
  Marks skeleton() {
    Marks skeleton = new Marks(size());
    for (int place = 0; place < size(); place++) {
      skeleton.neighbours[place] = adjacent(place);
    }
    return skeleton;
  }

  int size() {
    return causes.length;
  }

  long causes(int place) {
    return causes[place];
  }

  long effects(int place) {
    return effects[place];
  }

  /** Those joined by an edge without a direction. */
  long neighbours(int place) {
    return neighbours[place];
  }

  long adjacent(int place) {
    return causes[place] | effects[place] | neighbours[place];
  }

  /** Whether every two of a set are joined. */
  boolean clique(long set) {
    for (int member : Bits.places(set)) {
      if ((set & ~adjacent(member) & ~Bits.of(member)) != 0) {
        return false;
      }
    }
    return true;
  }

  void join(int one, int other) {
    part(one, other);
    neighbours[one] |= Bits.of(other);
    neighbours[other] |= Bits.of(one);
  }

  void direct(int from, int to) {
    part(from, to);
    effects[from] |= Bits.of(to);
    causes[to] |= Bits.of(from);
  }

  void part(int one, int other) {
    clear(one, other);
    clear(other, one);
  }

  private void clear(int at, int other) {
    causes[at] &= ~Bits.of(other);
    effects[at] &= ~Bits.of(other);
    neighbours[at] &= ~Bits.of(other);
  }

  /** Directs what is claimed; what is claimed both ways stays as it is. */
  boolean direct(long[] claimed) {
    boolean changed = false;
    for (int from = 0; from < claimed.length; from++) {
      for (int to : Bits.places(claimed[from])) {
        if (!Bits.has(claimed[to], from)) {
          direct(from, to);
          changed = true;
        }
      }
    }
    return changed;
  }

  Graph graph(List<String> names) {
    List<Graph.Edge> directed = new ArrayList<>();
    List<Graph.Edge> undirected = new ArrayList<>();
    for (int from = 0; from < size(); from++) {
      for (int to : Bits.places(effects[from])) {
        directed.add(new Graph.Edge(names.get(from), names.get(to)));
      }
      for (int to : Bits.places(neighbours[from] >>> from << from)) {
        undirected.add(new Graph.Edge(names.get(from), names.get(to)));
      }
    }
    return new Graph(names, directed, undirected);
  }
}
