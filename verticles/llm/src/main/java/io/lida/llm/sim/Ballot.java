package io.lida.llm.sim;

import io.lida.contract.Card.RedLine;
import io.lida.contract.Llm.Situation;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A vote and its reason.
 *
 * @param vote for, against or abstain
 * @param reason one sentence
 */
record Ballot(String vote, String reason) {

  static Ballot of(Situation situation, double stance) {
    int side = Stance.side(stance);
    Optional<RedLine> crossed = side > 0 ? crossed(situation) : Optional.empty();
    if (crossed.isPresent()) {
      String statement = Sentences.bare(crossed.get().statement());
      return new Ballot(
          "against", reason(situation, stance, "vote.redline", Optional.of(statement)));
    }
    String vote = side > 0 ? "for" : side < 0 ? "against" : "abstain";
    Optional<String> point = strongest(situation, side);
    Optional<String> reversal = point.isEmpty() ? reversal(situation, side) : Optional.empty();
    return reversal.isPresent()
        ? new Ballot(vote, reason(situation, stance, "vote.turned", reversal))
        : new Ballot(vote, reason(situation, stance, "vote." + vote, point));
  }

  /** The first red line that a yes would cross, where what a yes stands for lies beyond it. */
  private static Optional<RedLine> crossed(Situation situation) {
    for (RedLine line : situation.card().redLines()) {
      Double weight = situation.reading().axes().get(line.axis());
      if (weight != null) {
        double meant = (1 + weight) / 2;
        boolean beyond = line.op().equals("<") ? meant < line.value() : meant > line.value();
        if (beyond && !line.statement().isBlank()) {
          return Optional.of(line);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> strongest(Situation situation, int side) {
    return Material.of(situation.card(), situation.reading()).points().stream()
        .filter(point -> point.claim() && point.relevant())
        .filter(point -> side != 0 && !point.opposes(side))
        .max(Comparator.comparingDouble(point -> Math.abs(point.direction())))
        .map(Point::text);
  }

  /** What the card granted from the start to the side on which the speaker ended. */
  private static Optional<String> reversal(Situation situation, int side) {
    return Material.of(situation.card(), situation.reading()).granted().stream()
        .filter(clause -> clause.direction() * side < 0)
        .map(Material.Granted::text)
        .findFirst();
  }

  private static String reason(
      Situation situation, double stance, String pool, Optional<String> point) {
    Map<String, String> slots = new HashMap<>();
    slots.put("x", Stance.figure(stance));
    slots.put("side", Stance.word(Stance.side(stance)));
    slots.put("other", Stance.word(-Stance.side(stance)));
    point.ifPresent(
        text -> {
          slots.put("c", text);
          slots.put("P", Sentences.capital(text));
          if (Sentences.lowers(text)) {
            slots.put("p", Sentences.inner(text));
          }
        });
    Table table = new Table(situation);
    Voice voice = new Voice(situation, table, Material.of(situation.card(), situation.reading()));
    return voice
        .put(pool, point.orElse(""), false, slots)
        .or(() -> voice.put("vote.plain", "", false, slots))
        .orElseGet(() -> "My stance at the vote is " + Stance.figure(stance) + ".");
  }
}
