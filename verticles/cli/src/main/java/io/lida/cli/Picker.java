package io.lida.cli;

import io.lida.contract.Personas;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Asks what, who and how long, and says what could have been typed instead. */
final class Picker {
  private static final int ROUNDS = 3;

  private final Asker asker;
  private final Screen screen;
  private final List<Personas.Entry> personas;

  Picker(Asker asker, Screen screen, List<Personas.Entry> personas) {
    this.asker = asker;
    this.screen = screen;
    this.personas = personas;
  }

  /** What was chosen. */
  record Choice(String topic, List<String> personas, int rounds) {
    /** The command line that says the same. */
    String commandLine(String verb) {
      return "lida "
          + verb
          + " "
          + quoted(topic)
          + " --personas "
          + String.join(",", personas)
          + " --rounds "
          + rounds;
    }
  }

  /** Asks the three questions; an answer that does not do is asked for again. */
  Choice pick(String what) {
    String topic = "";
    while (topic.isEmpty()) {
      topic = asker.ask(what + " ");
    }
    return new Choice(topic, who(), rounds());
  }

  private List<String> who() {
    show(personas);
    while (true) {
      String answer = asker.ask("who? (numbers, or a word to search; at least two) ");
      Set<String> chosen = new LinkedHashSet<>();
      List<String> unknown = new ArrayList<>();
      for (String word : answer.split("[\\s,]+")) {
        if (!word.isEmpty() && !choose(word, chosen)) {
          unknown.add(word);
        }
      }
      if (unknown.isEmpty() && chosen.size() >= 2) {
        return List.copyOf(chosen);
      }
      if (unknown.isEmpty()) {
        screen.say("at least two must sit at the table");
      } else {
        search(String.join(" ", unknown));
      }
    }
  }

  /** A number of the list, or an id. */
  private boolean choose(String word, Set<String> chosen) {
    if (word.matches("\\d{1,4}")) {
      int number = Integer.parseInt(word);
      if (number >= 1 && number <= personas.size()) {
        return chosen.add(personas.get(number - 1).id()) || true;
      }
      return false;
    }
    boolean known = personas.stream().anyMatch(persona -> persona.id().equals(word));
    if (known) {
      chosen.add(word);
    }
    return known;
  }

  private void search(String words) {
    String wanted = words.toLowerCase(Locale.ROOT);
    List<Personas.Entry> found =
        personas.stream()
            .filter(
                persona ->
                    (persona.id() + " " + persona.name() + " " + persona.summary())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
            .toList();
    if (found.isEmpty()) {
      screen.say("nobody matches \"" + Plain.line(words) + "\"");
    } else {
      show(found);
    }
  }

  private void show(List<Personas.Entry> shown) {
    Table table = new Table("no", "name", "constituency", "disposition");
    for (Personas.Entry persona : shown) {
      table.row(
          String.valueOf(personas.indexOf(persona) + 1),
          persona.name(),
          persona.constituency(),
          persona.disposition());
    }
    table.lines(screen.columns(), screen.noteInk()).forEach(screen::say);
  }

  private int rounds() {
    while (true) {
      String answer = asker.ask("how many rounds? [" + ROUNDS + "] ");
      if (answer.isEmpty()) {
        return ROUNDS;
      }
      if (answer.matches("\\d{1,2}") && Integer.parseInt(answer) >= 1) {
        return Integer.parseInt(answer);
      }
      screen.say("a number from 1 to 50");
    }
  }

  /** A word as a shell reads it back. */
  static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
