package io.lida.llm.sim;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.lida.contract.Axis;
import io.lida.contract.Llm.Situation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody says in private.
 *
 * <p>Part of the way one has come in public is for the others' sake: half of it for somebody who
 * asserts nothing, none for somebody wholly assertive, after the public and private conformity of
 * Asch (1956). The same asked again {@linkplain Waver wavers}.
 *
 * <p>On a belief axis the card speaks, moved by what its speaker has moved on the question. With
 * the weights w of the reading, and the stance s that was s0 by the card alone,
 *
 * <pre>b = clamp(b0 + w (s - s0) |w|₁ / (2 |w|₂²), 0, 1)</pre>
 *
 * where |w|₁ sums the weights without their signs and |w|₂² their squares over all axes read. It is
 * the least movement of beliefs that accounts for the stance: read as the question was, the moved
 * beliefs give s again, but for what is clamped. An axis without weight stays where the card is.
 */
final class Candour {
  private static final double POLITENESS = 0.5;

  private final Situation situation;

  Candour(Situation situation) {
    this.situation = situation;
  }

  /** A private answer as a model states it. */
  record Said(
      double stance,
      double confidence,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Double> axes,
      String reason) {}

  /** The answer, or how it comes out when asked again, and where that leaves these axes. */
  Said said(int repeat, List<Axis> asked) {
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
    Map<String, Double> axes = new LinkedHashMap<>();
    asked.forEach(axis -> axes.put(axis.id(), belief(axis.id(), stance - first)));
    return new Said(Stance.rounded(stance), confidence, axes, reason);
  }

  /** The belief on an axis of somebody who has moved so far on the question. */
  private double belief(String axis, double moved) {
    Map<String, Double> weights = situation.reading().axes();
    double weight = weights.getOrDefault(axis, 0.0);
    double belief = situation.card().belief(axis);
    if (weight == 0) {
      return belief;
    }
    double sum = weights.values().stream().mapToDouble(Math::abs).sum();
    double squares = weights.values().stream().mapToDouble(each -> each * each).sum();
    return Stance.rounded(Math.clamp(belief + weight * moved * sum / (2 * squares), 0.0, 1.0));
  }
}
