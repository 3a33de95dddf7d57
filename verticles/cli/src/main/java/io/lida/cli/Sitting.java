package io.lida.cli;

import io.lida.contract.Agents;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Scenario;
import io.lida.contract.Scenario.Participant;
import io.lida.launcher.House;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who of a scenario is answered for here, and by whom. */
final class Sitting {
  private static final int LONGEST_NAME = 64;

  private Sitting() {}

  /** The seat of a person, by what they want to be called. */
  static Participant of(String name) {
    String slug =
        name.strip()
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9_-]+", "_")
            .replaceAll("^_+|_+$", "");
    String id = slug.isEmpty() ? "guest" : slug.substring(0, Math.min(slug.length(), LONGEST_NAME));
    return new Participant(id, name.strip(), Agents.PERSON + id);
  }

  /** The scenario in which this person sits, last where they had no seat. */
  static Scenario with(Scenario scenario, String name) {
    Participant person = of(name);
    boolean seated =
        everyone(scenario).anyMatch(seat -> String.valueOf(person.model()).equals(seat.model()));
    if (seated) {
      return scenario;
    }
    List<Participant> seats = new ArrayList<>(scenario.personas());
    seats.add(person);
    return Wording.seated(scenario, seats);
  }

  /**
   * The persons who are answered for here: who was named, or else all of a run that stays in this
   * terminal.
   *
   * @throws Misuse when there is nobody to ask
   * @throws Fault INVALID_SCENARIO when a seat could be taken by nobody
   */
  static Set<String> here(Shell shell, Scenario scenario, @Nullable String name) {
    if (name != null) {
      if (!shell.canAsk() && !answersAreTyped(shell)) {
        throw new Misuse(
            "a seat wants somebody to ask",
            "there is no terminal, or --no-input or another output than text is asked for",
            "give answers as lines of JSON instead: lida ... --as \""
                + name
                + "\" < answers.jsonl");
      }
      return Set.of(person(of(name)));
    }
    if (shell.settings().find(House.SERVER).isPresent()) {
      return Set.of();
    }
    Set<String> persons = persons(everyone(scenario));
    if (!persons.isEmpty() && !shell.canAsk()) {
      String first = persons.iterator().next();
      throw new Fault(
          FaultCode.INVALID_SCENARIO,
          "nobody takes the seat of " + first,
          "there is no terminal to ask at, and this run would stay here",
          "lida run ... --as " + first + " < answers.jsonl, or --server with a page open there");
    }
    return persons;
  }

  /** The persons of a run that is taken up again, if there is somebody to ask. */
  static Set<String> again(Shell shell, Scenario scenario) {
    return shell.canAsk() ? persons(everyone(scenario)) : Set.of();
  }

  /** Who answers: the person at the terminal, or lines on standard input. */
  static Sitter sitter(Shell shell) {
    return shell.canAsk()
        ? new TerminalSitter(shell.world().asker(), shell.screen())
        : new LineSitter(shell.world().in());
  }

  private static boolean answersAreTyped(Shell shell) {
    return !shell.world().inIsTerminal() && !shell.globals().noInput;
  }

  /** The persons among these, by the names in their models. */
  static Set<String> persons(Stream<Participant> seats) {
    Set<String> persons = new LinkedHashSet<>();
    seats.filter(seat -> Agents.isPerson(seat.model())).forEach(seat -> persons.add(person(seat)));
    return persons;
  }

  /** By what name a person hands in. */
  static String person(Participant seat) {
    return String.valueOf(seat.model()).substring(Agents.PERSON.length());
  }

  private static Stream<Participant> everyone(Scenario scenario) {
    return Stream.concat(
        scenario.personas().stream(), Stream.ofNullable(scenario.deliberation().moderator()));
  }
}
