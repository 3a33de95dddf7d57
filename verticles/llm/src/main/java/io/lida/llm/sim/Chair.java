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
  private final Situation situation;
  private final Figures figures;
  private final Map<String, String> slots = new HashMap<>();

  Chair(Situation situation) {
    this.situation = situation;
    table = new Table(situation);
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
      List<String> none = new ArrayList<>();
      add(none, "chair.alone");
      return none.getFirst();
    }
    List<String> sentences = new ArrayList<>();
    add(sentences, "chair.where");
    add(sentences, "chair.sharp");
    Optional<String> high = quote(figures.high().turn());
    Optional<String> low = quote(figures.low().turn());
    boolean apart = !slots.getOrDefault("high", "").isEmpty();
    if (apart && situation.round() % 2 == 1 && high.isPresent() && low.isPresent()) {
      slots.put("quote", high.get());
      add(sentences, "chair.quote");
      slots.put("quote", low.get());
      add(sentences, "chair.reply");
    } else {
      add(sentences, slots.getOrDefault("mover", "").isEmpty() ? "chair.still" : "chair.moved");
    }
    add(sentences, "chair.next");
    return String.join(" ", sentences);
  }

  /** Takes the frames of a pool in turn, round by round. */
  private void add(List<String> sentences, String pool) {
    List<Frame> frames = Frames.BOOK.pool(pool);
    long first = Draw.mix(situation.seed(), pool.hashCode()) + situation.round();
    for (int i = 0; i < frames.size(); i++) {
      Frame frame = frames.get((int) Math.floorMod(first + i, (long) frames.size()));
      if (frame.fills(slots)) {
        sentences.add(frame.fill(slots));
        return;
      }
    }
  }

  private Optional<String> quote(String turn) {
    return table.turns().stream()
        .filter(said -> said.heard().turn().equals(turn))
        .flatMap(said -> Quotes.of(said).stream())
        .map(Quote::words)
        .min(Comparator.comparingInt(table::quoted));
  }
}
