package io.lida.llm.sim;

import io.lida.contract.Llm.Heard;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Short pieces of what others said that can be repeated without bending them. */
final class Quotes {
  private Quotes() {}

  private static final int LONGEST = 14;
  private static final int SHORTEST = 4;

  /** What stands before these is a whole statement, and what follows does not take it back. */
  private static final List<String> BEFORE = List.of("; ", ", because ", " because ", ", so ");

  /** What stands after these is a whole statement, and what the sentence is about. */
  private static final List<String> AFTER = List.of(", whereas ", ", while ");

  private static final Pattern UNFIT = Pattern.compile("[“”\"?!:…\\[\\]{}<>]|[+−-]\\d|\\.\\S*\\.");

  /** Words that would point at something left out. */
  private static final Pattern POINTING =
      Pattern.compile("(?i)\\b(it|its|they|them|their|he|she|his|her|this|that|those|these)\\b");

  /** A piece and the turn it comes from. */
  record Quote(Heard from, String words) {}

  /** The pieces of a turn, in order; none of it where it talks about the debate itself. */
  static List<Quote> of(Table.Turn turn) {
    List<Quote> quotes = new ArrayList<>();
    for (String sentence : turn.sentences()) {
      String piece = piece(Frames.BOOK.core(sentence));
      if (!piece.isEmpty()) {
        quotes.add(new Quote(turn.heard(), Sentences.inner(piece)));
      }
    }
    return quotes;
  }

  /** What the turn grants to the other side, in order. */
  static List<Quote> granted(Table.Turn turn) {
    List<Quote> quotes = new ArrayList<>();
    for (String sentence : turn.sentences()) {
      String clause = Frames.BOOK.granted(sentence);
      if (fits(clause)) {
        quotes.add(new Quote(turn.heard(), clause));
      }
    }
    return quotes;
  }

  private static String piece(String core) {
    if (fits(core)) {
      return core;
    }
    for (String joint : AFTER) {
      int at = core.indexOf(joint);
      String rest = at < 0 ? "" : core.substring(at + joint.length());
      if (fits(rest) && !POINTING.matcher(rest).find()) {
        return rest;
      }
    }
    for (String joint : BEFORE) {
      int at = core.indexOf(joint);
      if (at > 0 && fits(core.substring(0, at))) {
        return core.substring(0, at);
      }
    }
    return "";
  }

  private static boolean fits(String text) {
    int words = text.length() > 160 ? 0 : Sentences.words(text);
    return words >= SHORTEST && words <= LONGEST && !UNFIT.matcher(text).find() && clean(text);
  }

  /** Whether a text holds no mark that steers a terminal or turns the direction of writing. */
  private static boolean clean(String text) {
    return text.codePoints()
        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
  }
}
