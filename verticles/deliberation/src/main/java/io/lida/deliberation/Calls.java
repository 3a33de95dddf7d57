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

  /** The moderator is asked who takes a position in a round, both from 1. */
  static String nomination(int round, int position) {
    return "r" + round + ".n" + position;
  }

  /** A private question after a round, or before the first, which is round 0. */
  static String probe(int round, int seat, int repeat) {
    return "p" + round + ".s" + (seat + 1) + (repeat == 0 ? "" : "." + repeat);
  }

  /** Which repeat of a private question, or of a vote, a call is; 0 for the first. */
  static int repeat(String call) {
    int dot = call.lastIndexOf('.');
    return dot == call.indexOf('.') ? 0 : Integer.parseInt(call.substring(dot + 1));
  }

  static String vote(int seat, int repeat) {
    return "vote.s" + (seat + 1) + (repeat == 0 ? "" : "." + repeat);
  }
}
