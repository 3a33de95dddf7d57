package io.lida.personas;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Card;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Personas.Check;
import io.lida.contract.Personas.Checked;
import io.lida.contract.Personas.Problem;
import io.lida.personas.CardFile.Origin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads cards critically: format, schema, grid, coherence and repetition. Reads every file anew and
 * holds nothing between questions, so questions may overlap.
 *
 * <p>A file given by its path must be one of the folders' files; others are checked by content, so
 * that nobody can have foreign files read.
 */
final class Critic {
  private final PersonasOptions options;
  private final CardReader reader;
  private final Lazy<CardSchema> schema;
  private final Rules rules;

  Critic(
      PersonasOptions options,
      Grid grid,
      Topics topics,
      CardReader reader,
      Lazy<CardSchema> schema) {
    this.options = options;
    this.reader = reader;
    this.schema = schema;
    this.rules = new Rules(grid, topics);
  }

  /**
   * Checks all cards, or one.
   *
   * @throws Fault NOT_FOUND when the file is none of the folders' files
   */
  Checked check(Check check) {
    if (check.content() != null) {
      String label = check.file() == null ? "content" : tame(check.file());
      byte[] bytes = check.content().getBytes(StandardCharsets.UTF_8);
      return new Checked(1, read(label, id(check.file()), bytes).problems());
    }
    Catalogue catalogue = Catalogue.of(options);
    return check.file() == null ? all(catalogue) : one(catalogue, check.file());
  }

  private Checked all(Catalogue catalogue) {
    List<Problem> problems = new ArrayList<>(catalogue.problems());
    Set<String> bad = catalogue.problems().stream().map(Problem::file).collect(Collectors.toSet());
    Sentences shipped = new Sentences();
    Set<String> ids = catalogue.files().keySet();
    for (CardFile file : catalogue.files().values()) {
      Reading reading = read(file, ids);
      problems.addAll(reading.problems());
      if (reading.card() != null) {
        // A fork repeats its parent, and may.
        Sentences heard = file.origin() == Origin.OWN ? new Sentences() : shipped;
        problems.addAll(heard.add(file.label(), reading.card()));
      }
    }
    return new Checked(ids.size() + bad.size(), problems);
  }

  private Checked one(Catalogue catalogue, String named) {
    for (CardFile file : catalogue.files().values()) {
      if (file.label().equals(named) || file.id().equals(named) || at(file.path(), named)) {
        Reading reading = read(file, catalogue.files().keySet());
        List<Problem> problems = new ArrayList<>(reading.problems());
        if (reading.card() != null) {
          problems.addAll(new Sentences().add(file.label(), reading.card()));
        }
        return new Checked(1, problems);
      }
    }
    List<Problem> known =
        catalogue.problems().stream().filter(problem -> problem.file().equals(named)).toList();
    if (!known.isEmpty()) {
      return new Checked(1, known);
    }
    throw new Fault(
        FaultCode.NOT_FOUND,
        "no card file " + Nearest.quoted(named),
        "files outside the folders of cards are not read",
        "send the content to have it checked");
  }

  /** What was read, and what is wrong with it. */
  private record Reading(@Nullable Card card, List<Problem> problems) {}

  private Reading read(CardFile file, Set<String> ids) {
    byte[] bytes;
    try {
      bytes = file.bytes();
    } catch (CardText.Unreadable unreadable) {
      return new Reading(null, List.of(file.problem(String.valueOf(unreadable.getMessage()))));
    } catch (IOException unreadable) {
      return new Reading(
          null, List.of(file.problem("cannot be read: " + Catalogue.reason(unreadable))));
    }
    Reading reading = read(file.label(), file.id(), bytes);
    Card card = reading.card();
    if (card == null) {
      return reading;
    }
    List<Problem> problems = new ArrayList<>(reading.problems());
    if (file.origin() == Origin.SHIPPED) {
      problems.addAll(rules.ofShipped(file.label(), card));
    }
    if (card.parent() != null && !ids.contains(card.parent())) {
      problems.add(new Problem(file.label(), "/parent", "there is no such card any more"));
    }
    return new Reading(card, problems);
  }

  private Reading read(String label, @Nullable String id, byte[] bytes) {
    JsonNode json;
    try {
      json = CardText.parse(bytes);
    } catch (CardText.Unreadable unreadable) {
      String reason = String.valueOf(unreadable.getMessage());
      return new Reading(null, List.of(new Problem(label, "", reason)));
    }
    List<Problem> problems = new ArrayList<>();
    Card card =
        switch (reader.read(label, id, json)) {
          case Outcome.Good good -> {
            problems.addAll(rules.ofAny(label, good.card()));
            yield good.card();
          }
          case Outcome.Refused refused -> {
            problems.addAll(refused.problems());
            yield null;
          }
        };
    Set<String> places = problems.stream().map(Problem::pointer).collect(Collectors.toSet());
    schema.get().check(label, json).stream()
        .filter(problem -> !places.contains(problem.pointer()))
        .forEach(problems::add);
    return new Reading(card, problems);
  }

  private static boolean at(Path path, String named) {
    try {
      return path.equals(Path.of(named).toAbsolutePath().normalize());
    } catch (InvalidPathException noPath) {
      return false;
    }
  }

  /** The id that a file of this name must hold. */
  private static @Nullable String id(@Nullable String file) {
    if (file == null || !file.endsWith(".json")) {
      return null;
    }
    String name = file.substring(file.lastIndexOf('/') + 1);
    return name.substring(0, name.length() - ".json".length());
  }

  private static String tame(String file) {
    return file.replaceAll("[\\p{Cc}\\p{Cf}]", "?");
  }
}
