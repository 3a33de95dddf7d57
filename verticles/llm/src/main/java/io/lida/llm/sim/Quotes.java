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

  /** After these a sentence has said one whole thing and begins another. */
  private static final List<String> JOINTS =
      List.of(", whereas ", ", but ", "; ", ", because ", ", although ", ", while ", ", yet ");

  private static final Pattern UNFIT = Pattern.compile("[“”\"?!:…\\[\\]{}<>]|[+−-]\\d|\\.\\S*\\.");

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

  private static String piece(String core) {
    String whole = core;
    if (Sentences.words(core) > LONGEST) {
      whole = "";
      for (String joint : JOINTS) {
        int at = core.indexOf(joint);
        if (at > 0 && core.indexOf(',') >= at - 1 && Sentences.words(core.substring(0, at)) > 5) {
          whole = core.substring(0, at);
          break;
        }
      }
    }
    int words = Sentences.words(whole);
    boolean fits = words >= SHORTEST && words <= LONGEST && !UNFIT.matcher(whole).find();
    return fits && clean(whole) ? whole : "";
  }

  /** Whether a text holds no mark that steers a terminal or turns the direction of writing. */
  private static boolean clean(String text) {
    return text.codePoints()
        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
  }
}
