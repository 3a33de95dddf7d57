package io.lida.science.discovery;

import java.util.function.LongConsumer;

/** The moves that a class of graphs allows, and what each gains (Chickering 2002, section 5). */
final class Moves {
  private final Marks cpdag;
  private final Bic bic;
  private Move best = Move.NONE;

  private Moves(Marks cpdag, Bic bic) {
    this.cpdag = cpdag;
    this.bic = bic;
  }

  /** The insertion that gains most; {@link Move#NONE} if none gains. */
  static Move insertion(Marks cpdag, Bic bic) {
    Moves moves = new Moves(cpdag, bic);
    for (int to = 0; to < cpdag.size(); to++) {
      for (int from = 0; from < cpdag.size(); from++) {
        if (from != to && !Bits.has(cpdag.adjacent(from), to)) {
          moves.insert(from, to);
        }
      }
    }
    return moves.best;
  }

  /** The deletion that gains most; {@link Move#NONE} if none gains. */
  static Move deletion(Marks cpdag, Bic bic) {
    Moves moves = new Moves(cpdag, bic);
    for (int to = 0; to < cpdag.size(); to++) {
      for (int from : Bits.places(cpdag.causes(to) | cpdag.neighbours(to))) {
        moves.delete(from, to);
      }
    }
    return moves.best;
  }

  private void insert(int from, int to) {
    long shared = cpdag.neighbours(to) & cpdag.adjacent(from);
    if (!cpdag.clique(shared)) {
      return;
    }
    long free = cpdag.neighbours(to) & ~cpdag.adjacent(from);
    cliques(
        shared,
        free,
        block -> {
          if (!reaches(to, from, block)) {
            long causes = block | cpdag.causes(to);
            double gain = bic.score(to, causes | Bits.of(from)) - bic.score(to, causes);
            best = best.better(new Move(from, to, block & ~shared, gain));
          }
        });
  }

  private void delete(int from, int to) {
    long shared = cpdag.neighbours(to) & cpdag.adjacent(from);
    long causes = cpdag.causes(to) & ~Bits.of(from);
    cliques(
        0,
        shared,
        kept -> {
          long given = kept | causes;
          double gain = bic.score(to, given) - bic.score(to, given | Bits.of(from));
          best = best.better(new Move(from, to, shared & ~kept, gain));
        });
  }

  /** Each clique made of a given one and some of the candidates. */
  private void cliques(long clique, long candidates, LongConsumer each) {
    each.accept(clique);
    long left = candidates;
    for (int member : Bits.places(candidates)) {
      left &= ~Bits.of(member);
      if ((clique & ~cpdag.adjacent(member)) == 0) {
        cliques(clique | Bits.of(member), left & cpdag.adjacent(member), each);
      }
    }
  }

  /** Whether a path along or without directions avoids the block. */
  private boolean reaches(int start, int end, long block) {
    long seen = Bits.of(start);
    long next = seen;
    while (next != 0) {
      long found = 0;
      for (int place : Bits.places(next)) {
        found |= cpdag.effects(place) | cpdag.neighbours(place);
      }
      next = found & ~seen & ~block;
      seen |= next;
    }
    return Bits.has(seen, end);
  }
}
