package io.lida.deliberation;

/** The ids of a run's model calls; a reader knows from the id what was asked of whom. */
final class Calls {
  private Calls() {}

  /** Seats count from 1 in ids, as people count. */
  static String turn(int round, int seat) {
    return "r" + round + ".s" + (seat + 1);
  }

  static String moderation(int round) {
    return "r" + round + ".m";
  }

  static String vote(int seat) {
    return "vote.s" + (seat + 1);
  }
}
