package io.lida.deliberation.game;

import io.lida.contract.Play;
import io.lida.contract.World;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** Means over the rounds that were resolved; null where there is nothing to take one of. */
final class Means {
  private Means() {}

  static @Nullable Double ofMoves(List<Play.Round> rounds, Predicate<Play.Move> which) {
    return of(
        rounds.stream()
            .filter(round -> round.after() != null)
            .flatMap(round -> round.moves().stream())
            .filter(which)
            .mapToDouble(Play.Move::value));
  }

  static @Nullable Double ofWorlds(List<Play.Round> rounds, ToDoubleFunction<World> figure) {
    return of(
        rounds.stream().map(Play.Round::after).filter(after -> after != null).mapToDouble(figure));
  }

  static @Nullable Double ofPayoffs(List<Play.Round> rounds, String player) {
    return of(
        rounds.stream()
            .filter(round -> round.after() != null)
            .mapToDouble(round -> round.payoffs().getOrDefault(player, 0.0)));
  }

  private static @Nullable Double of(DoubleStream values) {
    OptionalDouble mean = values.average();
    return mean.isPresent() ? mean.getAsDouble() : null;
  }
}
