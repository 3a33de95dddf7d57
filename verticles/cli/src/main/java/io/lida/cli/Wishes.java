package io.lida.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What may be wished of a run on the command line; what is absent is left as it is. */
final class Wishes {
  @Option(
      names = {"-p", "--personas"},
      split = ",",
      paramLabel = "ID[:ROLE]",
      description = "who sits: ids of cards, id:role, or roles")
  @Nullable List<String> personas;

  @Option(names = "--as", paramLabel = "NAME", description = "take a seat yourself")
  @Nullable String as;

  @Option(names = "--rounds", paramLabel = "N", description = "how many rounds, 1 to 50")
  @Nullable Integer rounds;

  @Option(
      names = {"-m", "--model"},
      paramLabel = "PROVIDER/MODEL",
      description = "who speaks for every seat")
  @Nullable String model;

  @Option(names = "--seed", paramLabel = "N", description = "the same seed, the same run")
  @Nullable Long seed;

  @Option(
      names = "--voting-method",
      paramLabel = "METHOD",
      description = "majority, supermajority, unanimous, weighted; others need options")
  @Nullable String votingMethod;

  @Option(names = "--consensus-threshold", paramLabel = "SHARE", description = "0.7 or 2/3")
  @Nullable String threshold;

  @Option(
      names = "--aggregation",
      paramLabel = "NAME",
      description = "how confidence is pooled: operator.weighting")
  @Nullable String aggregation;

  @Option(
      names = "--order",
      paramLabel = "ORDER",
      description = "simultaneous, sequential, latin_square")
  @Nullable String order;

  @Option(names = "--blind", description = "speakers do not know who said what")
  boolean blind;

  @Option(names = "--moderator", paramLabel = "ID", description = "who sums up each round")
  @Nullable String moderator;

  @Option(
      names = "--quorum",
      paramLabel = "SHARE",
      description = "the share of seats that must vote, 0 to 1")
  @Nullable Double quorum;

  @Mixin Bounds bounds = new Bounds();

  @Option(names = "--repeats", paramLabel = "N", description = "a study: each arm so often")
  @Nullable Integer repeats;

  @Option(
      names = "--arms",
      split = ",",
      paramLabel = "ARM",
      description = "a study: deliberation, vote_only, self_correction, shuffled_reasons")
  @Nullable List<String> arms;

  @Option(names = "--answer", paramLabel = "CHOICE", description = "a study: what is right")
  @Nullable String answer;

  @Option(names = "--require-consensus", description = "exit 10 when there is none")
  boolean requireConsensus;

  @Option(
      names = {"-n", "--dry-run"},
      description = "say what would run, and run nothing")
  boolean dryRun;
}
