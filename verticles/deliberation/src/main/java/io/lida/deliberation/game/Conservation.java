package io.lida.deliberation.game;

import io.lida.contract.World;
import io.lida.contract.World.AgiRace;
import io.lida.contract.World.ChipWar;
import java.util.Collection;
import java.util.Optional;

/** What must hold of a world after every round, whatever was played. */
public final class Conservation {
  private static final double ROUNDING = 1e-6;

  private Conservation() {}

  /** What is broken, in words; empty when all holds. */
  public static Optional<String> breach(World before, Resolution resolution) {
    if (resolution.after().round() != before.round() + 1) {
      return Optional.of("a round was counted " + resolution.after().round() + " times");
    }
    if (resolution.payoffs().stream().anyMatch(payoff -> !Double.isFinite(payoff))) {
      return Optional.of("a payoff is no number: " + resolution.payoffs());
    }
    return switch (resolution.after()) {
      case AgiRace race -> race((AgiRace) before, race);
      case ChipWar war -> war(war);
    };
  }

  private static Optional<String> race(AgiRace before, AgiRace after) {
    return first(
        sum("shares of the round", after.lead().values()),
        within("safety", after.safety().values(), 1),
        within("risk", java.util.List.of(after.risk(), after.survival()), 1),
        fails(after.survival() > before.survival() + ROUNDING, "survival grew"),
        fails(
            after.progress().entrySet().stream()
                .anyMatch(
                    entry ->
                        entry.getValue()
                            < before.progress().getOrDefault(entry.getKey(), 0.0) - ROUNDING),
            "progress was lost"));
  }

  private static Optional<String> war(ChipWar after) {
    return first(
        sum("market shares", after.shares().values()),
        within("a market share", after.shares().values(), 1),
        within("a budget", after.budgets().values(), Double.MAX_VALUE),
        within("openness", java.util.List.of(after.openness()), 1));
  }

  private static Optional<String> sum(String what, Collection<Double> shares) {
    double sum = shares.stream().mapToDouble(Double::doubleValue).sum();
    return fails(!(Math.abs(sum - 1) <= ROUNDING), what + " sum to " + sum + ", not to 1");
  }

  private static Optional<String> within(String what, Collection<Double> values, double most) {
    return values.stream()
        .filter(value -> !(value >= -ROUNDING && value <= most + ROUNDING))
        .findFirst()
        .map(value -> what + " is " + value + ", which is below 0 or above " + most);
  }

  private static Optional<String> fails(boolean broken, String what) {
    return broken ? Optional.of(what) : Optional.empty();
  }

  @SafeVarargs
  private static Optional<String> first(Optional<String>... breaches) {
    return java.util.Arrays.stream(breaches).flatMap(Optional::stream).findFirst();
  }
}
