package io.lida.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What is run in a process to be killed, and what must be in its log when it has ended. */
enum Talk {
  /** Three who debate over two rounds. */
  DEBATE(
      Set.of("decided"),
      "r1.s1 r1.s2 r1.s3 r2.s1 r2.s2 r2.s3 vote.s1 vote.s2 vote.s3",
      "debate",
      "Should frontier training be paused?",
      "--personas",
      "academic_ml.empiricist,open_source.accelerationist,safety_research.catastrophist",
      "--rounds",
      "2"),
  /** Two who are also asked in private before, between and after their two rounds. */
  PROBED(
      Set.of("decided"),
      "p0.s1 p0.s2 r1.s1 r1.s2 p1.s1 p1.s2 r2.s1 r2.s2 p2.s1 p2.s2 vote.s1 vote.s2",
      "run",
      "probed.yaml"),
  /** Two rounds of a game of three. */
  GAME(
      Set.of("game_closed"),
      "r1.s1 r1.s2 r1.s3 r2.s1 r2.s2 r2.s3",
      "simulate",
      "agi-race",
      "--rounds",
      "2");

  private static final String SCENARIO =
      """
      name: probed
      version: "1.0"
      simulation: { auto_start_topic: "Should it be paused?", max_rounds: 2, timeout_seconds: 60 }
      personas: [ { id: academic_ml.empiricist }, { id: open_source.accelerationist } ]
      deliberation:
        mode: debate
        consensus_threshold: 0.7
        voting_method: majority
        probes: { before: true, between: true, after: true }
      output: { save_transcript: true, export_format: json }
      """;

  private final Set<String> conclusions;
  private final Set<String> answers;
  private final List<String> words;

  Talk(Set<String> conclusions, String answers, String... words) {
    this.conclusions = conclusions;
    this.answers = Set.of(answers.split(" "));
    this.words = List.of(words);
  }

  /** The events, beside its begin and its end, of which there is one. */
  Set<String> conclusions() {
    return conclusions;
  }

  /** The ids of the model calls that nobody can do without. */
  Set<String> answers() {
    return answers;
  }

  /** How often a kind of them is there: turns are {@code r}, probes {@code p}, votes {@code v}. */
  long count(String kind) {
    return answers.stream().filter(id -> id.startsWith(kind)).count();
  }

  /** The command, for a user in this folder. */
  String[] command(Path folder) throws IOException {
    Files.writeString(folder.resolve("probed.yaml"), SCENARIO);
    Stream<String> all =
        Stream.concat(words.stream(), Stream.of("--seed", "7", "--model", "local/stub", "--json"));
    return all.toArray(String[]::new);
  }
}
