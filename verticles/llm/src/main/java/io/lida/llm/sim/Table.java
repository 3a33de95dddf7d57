package io.lida.llm.sim;

import io.lida.contract.Llm.Heard;
import io.lida.contract.Llm.Situation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Everything that was said so far, as one speaker has heard it. Read-only once made. */
final class Table {
  private static final int HEAD = 12;

  /** A turn cut into sentences. */
  record Turn(Heard heard, List<String> sentences) {}

  private final List<Turn> turns = new ArrayList<>();
  private final Set<Long> said = new HashSet<>();
  private final Map<String, Integer> openings = new HashMap<>();
  private final Map<String, Integer> quoted = new HashMap<>();
  private final String own;
  private final int seats;
  private final int seat;

  Table(Situation situation) {
    seats = situation.seats();
    seat = situation.seat();
    StringBuilder mine = new StringBuilder();
    for (Heard heard : situation.heard()) {
      List<String> sentences = Sentences.split(heard.text());
      turns.add(new Turn(heard, sentences));
      for (String sentence : sentences) {
        said.add(Sentences.key(sentence));
        int weight = heard.own() ? 3 : 1;
        openings.merge(opening(sentence), weight, Integer::sum);
        openings.merge(ending(sentence), weight, Integer::sum);
      }
      quotesIn(heard.text());
      if (heard.own()) {
        mine.append(heard.text()).append('\n');
      }
    }
    own = mine.toString();
  }

  private void quotesIn(String text) {
    for (int open = text.indexOf('“'); open >= 0; open = text.indexOf('“', open + 1)) {
      int close = text.indexOf('”', open);
      if (close > open) {
        quoted.merge(text.substring(open + 1, close).toLowerCase(Locale.ROOT), 1, Integer::sum);
      }
    }
  }

  /** How often these words were quoted at the table. */
  int quoted(String words) {
    return quoted.getOrDefault(words.toLowerCase(Locale.ROOT), 0);
  }

  List<Turn> turns() {
    return turns;
  }

  /** Whether anyone said this sentence. */
  boolean said(String sentence) {
    return said.contains(Sentences.key(sentence));
  }

  /** How worn a way to begin a sentence is; what the speaker used counts most. */
  int worn(String start) {
    return start.length() < HEAD ? 0 : openings.getOrDefault(opening(start), 0);
  }

  /** How worn a way to end a sentence is. */
  int wornEnd(String end) {
    return end.length() < HEAD ? 0 : openings.getOrDefault(ending(end), 0);
  }

  private static String ending(String sentence) {
    return "…" + sentence.substring(Math.max(0, sentence.length() - HEAD));
  }

  private static String opening(String sentence) {
    return sentence.substring(0, Math.min(HEAD, sentence.length()));
  }

  /** Whether the speaker has used these words, whatever stood around them. */
  boolean used(String words) {
    return own.contains(words.substring(Math.min(1, words.length())));
  }

  /** The round in which the speaker used these words first; 0 when never. */
  int usedIn(String words) {
    String tail = words.substring(Math.min(1, words.length()));
    for (Turn turn : turns) {
      if (turn.heard().own() && turn.heard().text().contains(tail)) {
        return turn.heard().round();
      }
    }
    return 0;
  }

  /** The seats that may bring the same material to this round: those unheard, and those who did. */
  List<Integer> twins(Material material) {
    Map<Integer, Boolean> twin = new HashMap<>();
    for (Turn turn : turns) {
      int other = turn.heard().seat();
      if (other != seat && !twin.containsKey(other)) {
        String text = turn.heard().text();
        boolean same =
            material.points().stream()
                .anyMatch(point -> !point.house() && text.contains(point.text().substring(1)));
        twin.put(other, same);
      }
    }
    List<Integer> twins = new ArrayList<>();
    for (int other = 0; other < seats; other++) {
      if (other == seat || twin.getOrDefault(other, true)) {
        twins.add(other);
      }
    }
    if (!twins.contains(seat)) {
      twins.add(seat);
    }
    return twins;
  }
}
