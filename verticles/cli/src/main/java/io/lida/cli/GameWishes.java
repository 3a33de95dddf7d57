package io.lida.cli;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What may be wished of a game on the command line; what is absent is left as it is. */
final class GameWishes {
  @Option(
      names = "--form",
      paramLabel = "FORM",
      description = "agi-race: precipice, regulation; chip-war: export_control, bloc")
  @Nullable String form;

  @Option(
      names = {"-p", "--players"},
      split = ",",
      paramLabel = "ID[=HOW]",
      description = {
        "who plays, and how: model, dynamics, nash, qre:LAMBDA,",
        "tit_for_tat, grim, always_safe, always_unsafe or",
        "conditionally_safe; by its model where nothing is said"
      })
  @Nullable List<String> players;

  @Option(names = "--as", paramLabel = "NAME", description = "play yourself, in the last seat")
  @Nullable String as;

  @Option(
      names = "--set",
      split = ",",
      paramLabel = "NAME=VALUE",
      description = "figures of the game, such as enmity=0.8")
  @Nullable Map<String, Double> parameters;

  @Option(names = "--rounds", paramLabel = "N", description = "at most so many rounds, 1 to 50")
  @Nullable Integer rounds;

  @Option(
      names = {"-m", "--model"},
      paramLabel = "PROVIDER/MODEL",
      description = "who speaks for every player that is played by a model")
  @Nullable String model;

  @Option(names = "--seed", paramLabel = "N", description = "the same seed, the same run")
  @Nullable Long seed;

  @Mixin Bounds bounds = new Bounds();

  @Option(
      names = {"-n", "--dry-run"},
      description = "say what would run, and run nothing")
  boolean dryRun;
}
