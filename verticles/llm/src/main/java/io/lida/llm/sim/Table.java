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

  /** A turn, to be cut into sentences on demand. */
  record Turn(Heard heard) {
    List<String> sentences() {
      return Sentences.split(heard.text());
    }
  }

  private final List<Turn> turns = new ArrayList<>();
  private final Set<Long> said = new HashSet<>();
  private final Map<Long, Integer> edges = new HashMap<>();
  private final Map<String, Integer> quoted = new HashMap<>();
  private final String own;
  private final int seats;
  private final int seat;

  Table(Situation situation) {
    seats = situation.seats();
    seat = situation.seat();
    StringBuilder mine = new StringBuilder();
    for (Heard heard : situation.heard()) {
      turns.add(new Turn(heard));
      String text = heard.text();
      int weight = heard.own() ? 3 : 1;
      Sentences.cut(
          text,
          (chars, start, end) -> {
            said.add(Sentences.key(chars, start, end));
            edges.merge(opening(chars, start, end), weight, Integer::sum);
            edges.merge(ending(chars, start, end), weight, Integer::sum);
          });
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
    return start.length() < HEAD
        ? 0
        : edges.getOrDefault(opening(start.toCharArray(), 0, start.length()), 0);
  }

  /** How worn a way to end a sentence is. */
  int wornEnd(String end) {
    return end.length() < HEAD
        ? 0
        : edges.getOrDefault(ending(end.toCharArray(), 0, end.length()), 0);
  }

  private static long opening(char[] text, int start, int end) {
    return Sentences.key(text, start, Math.min(end, start + HEAD));
  }

  private static long ending(char[] text, int start, int end) {
    return ~Sentences.key(text, Math.max(start, end - HEAD), end);
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
