package io.lida.cli;

import io.lida.contract.Deliberation;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Personas;
import io.lida.contract.Scenario;
import io.lida.contract.Scenario.Mode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the starting verbs do, apart from the command classes so that these stay light to load. */
final class Verbs {
  private static final int LARGEST_SCENARIO = 1 << 20;
  private static final List<String> USUAL_PERSONAS =
      List.of(
          "safety_research.catastrophist", "open_source.accelerationist", "academic_ml.empiricist");
  private static final String DEMO_TOPIC = "Should AI development be paused?";

  private Verbs() {}

  /** A deliberation about a topic; without one, a person is asked. */
  static int about(Shell shell, String verb, String mode, @Nullable String topic, Wishes wishes) {
    Scenario base;
    if (topic != null && !topic.isBlank()) {
      base = Wording.about(mode(mode), topic);
      if (wishes.personas == null) {
        wishes.personas = USUAL_PERSONAS;
        shell.screen().note("note: nobody was named, so three usual personas sit (--personas)");
      }
    } else {
      Picker.Choice choice = pick(shell, verb, mode);
      base = Wording.about(mode(mode), choice.topic());
      wishes.personas = choice.personas();
      wishes.rounds = choice.rounds();
    }
    return Start.with(shell, base, wishes);
  }

  private static Mode mode(String written) {
    return Choices.of(Mode.class, "--mode", written);
  }

  private static Picker.Choice pick(Shell shell, String verb, String mode) {
    String thing = mode.equals("quorum") ? "EVENT" : "TOPIC";
    if (!shell.canAsk()) {
      throw new Misuse(
          "lida " + verb + " wants its " + thing,
          "there is nobody to ask: no terminal, or --no-input",
          "lida "
              + verb
              + " \""
              + DEMO_TOPIC
              + "\" --personas "
              + String.join(",", USUAL_PERSONAS));
    }
    List<Personas.Entry> personas = shell.ask(Personas.LIST, Personas.Query.ALL).personas();
    String question = mode.equals("quorum") ? "what has happened?" : "what is the question?";
    Picker.Choice choice =
        new Picker(shell.world().asker(), shell.screen(), personas).pick(question);
    String also = verb.equals("deliberate") ? "deliberate --mode " + mode : verb;
    shell.screen().say("");
    shell.screen().say(choice.commandLine(also));
    shell.screen().say("");
    return choice;
  }

  /** A scenario of a file. */
  static int scenario(Shell shell, @Nullable String file, Wishes wishes) {
    if (file == null) {
      throw new Misuse(
          "lida run wants a SCENARIO.yaml",
          "which file says who deliberates about what?",
          "lida run scenarios/ai_safety_debate.yaml");
    }
    Path path = shell.world().workingDirectory().resolve(file);
    Deliberation.Read read = new Deliberation.Read(file, text(path, file));
    return Start.with(shell, shell.ask(Deliberation.READ, read), wishes);
  }

  private static String text(Path path, String file) {
    try {
      if (Files.isRegularFile(path) && Files.size(path) > LARGEST_SCENARIO) {
        throw new Fault(
            FaultCode.INVALID_SCENARIO,
            "the scenario is too large",
            file + " has " + Figures.count(Files.size(path)) + " bytes; 1 MiB is the most",
            "shorten " + file);
      }
      if (!Files.exists(path)) {
        List<String> near = Suggest.near(file, neighbours(path, file));
        String hint = near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
        throw new Fault(
            FaultCode.NOT_FOUND,
            "no such scenario: " + file,
            path + " does not exist" + hint,
            near.isEmpty() ? "lida help run" : "lida run " + near.getFirst());
      }
      return Files.readString(path, StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new Fault(
          FaultCode.INVALID_SCENARIO,
          "cannot read " + file,
          unreadable.toString(),
          "give a text file in UTF-8 that you may read");
    }
  }

  private static List<String> neighbours(Path path, String file) throws IOException {
    Path folder = path.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return List.of();
    }
    int cut = file.lastIndexOf('/') + 1;
    try (var files = Files.list(folder)) {
      return files.map(other -> file.substring(0, cut) + other.getFileName()).limit(1_000).toList();
    }
  }

  /** Three personas, one question, no key and no cost. */
  static int demo(Shell shell, Wishes wishes) {
    wishes.personas = wishes.personas == null ? USUAL_PERSONAS : wishes.personas;
    wishes.seed = wishes.seed == null ? Long.valueOf(7) : wishes.seed;
    wishes.model = wishes.model == null ? "sim/default" : wishes.model;
    return Start.with(
        shell,
        Wording.about(Mode.DEBATE, DEMO_TOPIC),
        wishes,
        "three simulated personas debate; dots show where each stands, -1 no to +1 yes",
        "then try: lida debate \"your question\" --personas "
            + String.join(",", USUAL_PERSONAS.subList(0, 2)),
        "");
  }
}
