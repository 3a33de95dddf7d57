package io.lida.llm.sim;

import io.lida.contract.Llm.Situation;
import io.lida.llm.sim.Quotes.Quote;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sums up a round without taking a side: who stands where, who moved, what to answer next. */
final class Chair {
  private final Table table;
  private final Voice voice;
  private final Figures figures;
  private final Map<String, String> slots = new HashMap<>();

  Chair(Situation situation) {
    table = new Table(situation);
    Material none = new Material(List.of(), List.of(), true);
    voice = new Voice(situation, table, none);
    figures = Figures.before(situation.heard(), situation.round() + 1);
    if (!figures.empty()) {
      slots.putAll(figures.slots("", 0));
    }
    String axis =
        situation.reading().axes().entrySet().stream()
            .max(Comparator.comparingDouble(entry -> Math.abs(entry.getValue())))
            .map(Map.Entry::getKey)
            .orElse("pace");
    slots.put("axis", Axes.MEANING.name(axis));
    slots.putIfAbsent("round", Integer.toString(situation.round()));
  }

  /** Three to five sentences; one when nothing was heard. */
  String sums() {
    if (figures.empty()) {
      return voice.put("chair.alone", "", slots).orElse("");
    }
    List<String> sentences = new ArrayList<>();
    add(sentences, "chair.where");
    add(sentences, "chair.sharp");
    if (voice.chance("quotes", 0.5) && !slots.getOrDefault("high", "").isEmpty()) {
      quote(figures.high().turn()).ifPresent(words -> slots.put("quote", words));
      add(sentences, "chair.quote");
      slots.remove("quote");
      quote(figures.low().turn()).ifPresent(words -> slots.put("quote", words));
      add(sentences, "chair.reply");
    } else {
      add(sentences, slots.getOrDefault("mover", "").isEmpty() ? "chair.still" : "chair.moved");
    }
    add(sentences, "chair.next");
    return String.join(" ", sentences);
  }

  private void add(List<String> sentences, String pool) {
    voice.put(pool, "", slots).ifPresent(sentences::add);
  }

  private Optional<String> quote(String turn) {
    return table.turns().stream()
        .filter(said -> said.heard().turn().equals(turn))
        .flatMap(said -> Quotes.of(said).stream())
        .map(Quote::words)
        .min(Comparator.comparingInt(table::quoted));
  }
}
