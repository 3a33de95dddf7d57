package io.lida.science.voting;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One election under every ranked rule, because no rule is neutral ground (Arrow 1951; Gibbard
 * 1973; Satterthwaite 1975).
 *
 * @param winners under each rule that can be had for so many options
 * @param agree whether all rules that name anybody name the same
 */
public record SideBySide(Map<RankedRule, List<String>> winners, boolean agree) {
  /** Tallies under every rule. */
  public static SideBySide of(Profile profile) {
    Map<RankedRule, List<String>> winners = new EnumMap<>(RankedRule.class);
    for (RankedRule rule : RankedRule.values()) {
      if (rule.takes(profile)) {
        winners.put(rule, rule.tally(profile).winners());
      }
    }
    long answers = winners.values().stream().filter(who -> !who.isEmpty()).distinct().count();
    return new SideBySide(winners, answers == 1);
  }
}
