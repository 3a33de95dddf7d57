package io.lida.llm.sim;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A turn while it is being written: its sentences, within its bounds. */
final class Draft {
  private static final int MOST_SENTENCES = 8;
  private static final int FEWEST_SENTENCES = 4;
  private static final int MOST_WORDS = 150;
  private static final int FEWEST_WORDS = 60;

  private final List<String> sentences = new ArrayList<>();
  private final Set<String> cites = new LinkedHashSet<>();
  private final Set<String> concedes = new LinkedHashSet<>();
  private final Voice voice;
  private final int most;
  private int words;

  Draft(Voice voice, int maxWords) {
    this.voice = voice;
    most = Math.max(1, Math.min(MOST_WORDS, maxWords));
  }

  /** Adds a sentence if there is one and it still fits; tells whether it did. */
  boolean add(Optional<String> sentence) {
    if (sentence.isEmpty()) {
      return false;
    }
    int more = Sentences.words(sentence.get());
    if (words + more > most || sentences.size() >= MOST_SENTENCES) {
      voice.unsay(sentence.get());
      return false;
    }
    words += more;
    sentences.add(sentence.get());
    return true;
  }

  /** Whether these words were used in this turn, whatever stands around them. */
  boolean says(String piece) {
    return sentences.stream().anyMatch(sentence -> sentence.contains(piece));
  }

  void cite(String turn) {
    cites.add(turn);
  }

  void concede(String clause) {
    concedes.add(clause);
  }

  /** Whether it is still too short to be a turn. */
  boolean thin() {
    return words < FEWEST_WORDS || sentences.size() < FEWEST_SENTENCES;
  }

  int words() {
    return words;
  }

  String text() {
    return String.join(" ", sentences);
  }

  List<String> cites() {
    return List.copyOf(cites);
  }

  List<String> concedes() {
    return List.copyOf(concedes);
  }
}
