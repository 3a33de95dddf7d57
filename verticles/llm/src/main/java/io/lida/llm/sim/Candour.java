package io.lida.llm.sim;

import io.lida.contract.Llm.Situation;

/**
 * What somebody says in private.
 *
 * <p>Part of the way one has come in public is for the others' sake: half of it for somebody who
 * asserts nothing, none for somebody wholly assertive, after the public and private conformity of
 * Asch (1956). The same asked again {@linkplain Waver wavers}.
 */
final class Candour {
  private static final double POLITENESS = 0.5;

  private final Situation situation;

  Candour(Situation situation) {
    this.situation = situation;
  }

  /** A private answer as a model states it. */
  record Said(double stance, double confidence, String reason) {}

  /** The answer, or how it comes out when asked again. */
  Said said(int repeat) {
    double first = Stance.first(situation);
    double shown = situation.round() == 0 ? first : Stance.atVote(situation);
    double polite = POLITENESS * (1 - situation.card().style().assertiveness());
    double meant = shown - polite * (shown - first);
    double confidence = Confidence.of(situation, meant);
    double stance = Waver.again(situation, meant, repeat);
    String reason =
        Math.abs(shown - meant) < Stance.SIDE
            ? "In private I say what I say at the table, " + Stance.figure(stance) + "."
            : "At the table I have come further than I mean; for myself I am at "
                + Stance.figure(stance)
                + ".";
    return new Said(Stance.rounded(stance), confidence, reason);
  }
}
