package io.lida.llm.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A sentence with places to fill.
 *
 * @param voices letters of the voices it suits best; empty for all
 * @param literals the fixed text around the places, one more than there are places
 * @param places what fills them
 */
record Frame(String voices, List<String> literals, List<String> places) {
  Frame {
    literals = List.copyOf(literals);
    places = List.copyOf(places);
  }

  static Frame read(String line) {
    int bar = line.indexOf('|');
    String text = bar < 0 ? line : line.substring(bar + 1).strip();
    List<String> literals = new ArrayList<>();
    List<String> places = new ArrayList<>();
    int from = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
      int close = text.indexOf('}', open);
      literals.add(text.substring(from, open));
      places.add(text.substring(open + 1, close));
      from = close + 1;
    }
    literals.add(text.substring(from));
    return new Frame(bar < 0 ? "" : line.substring(0, bar), literals, places);
  }

  /** The fixed text before the first place. */
  String prefix() {
    return literals.getFirst();
  }

  /** The fixed text by which a sentence in this frame is known at its start. */
  String lead() {
    return places.isEmpty() ? Sentences.bare(prefix()) : prefix();
  }

  /** The longest fixed text. */
  String mark() {
    return literals.stream()
        .map(Sentences::bare)
        .reduce("", (a, b) -> b.length() > a.length() ? b : a);
  }

  /** The fixed text after the last place. */
  String suffix() {
    return literals.getLast();
  }

  /** Whether the frame is nothing but the point it holds. */
  boolean plain() {
    return places.size() == 1 && prefix().isEmpty() && suffix().length() <= 1;
  }

  /** Whether every place is known, be it with nothing to say. */
  boolean fits(Map<String, String> slots) {
    for (String place : places) {
      if (!slots.containsKey(place)) {
        return false;
      }
    }
    return true;
  }

  /** Whether every place has something to say. */
  boolean fills(Map<String, String> slots) {
    for (String place : places) {
      if (slots.getOrDefault(place, "").isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** The sentence; what follows a colon goes on in lower case unless it begins with a name. */
  String fill(Map<String, String> slots) {
    StringBuilder text = new StringBuilder(literals.getFirst());
    for (int i = 0; i < places.size(); i++) {
      String filling = slots.getOrDefault(places.get(i), "");
      boolean inside = literals.get(i).endsWith(": ");
      text.append(inside ? Sentences.inner(filling) : filling).append(literals.get(i + 1));
    }
    return Sentences.capital(text.toString());
  }
}
