package io.lida.personas;

import io.lida.contract.Card;
import io.lida.contract.Card.Argument;
import io.lida.contract.Personas.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Everything the cards say, to find what is said twice: a voice that repeats is a form letter. */
final class Sentences {
  private static final Pattern END = Pattern.compile("(?<=[.!?])[\"”’']?\\s+");
  private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int FEWEST_WORDS = 4;

  private final Map<String, String> said = new HashMap<>();

  /** Adds what a card says; answers with what was said before, here or in an earlier card. */
  List<Problem> add(String label, Card card) {
    List<Problem> repeated = new ArrayList<>();
    Heard heard = (pointer, text) -> hear(label, pointer, text, repeated);
    heard.text("/background/summary", card.background().summary());
    heard.text("/background/backstory", card.background().backstory());
    card.beliefs()
        .forEach(
            (axis, belief) ->
                heard.text(
                    "/beliefs/" + axis + "/evidence_that_would_move",
                    belief.evidenceThatWouldMove()));
    for (int index = 0; index < card.typicalArguments().size(); index++) {
      argument("/typical_arguments/" + index, card.typicalArguments().get(index), heard);
    }
    for (int index = 0; index < card.redLines().size(); index++) {
      heard.text("/red_lines/" + index + "/statement", card.redLines().get(index).statement());
    }
    return repeated;
  }

  private interface Heard {
    void text(String pointer, String text);
  }

  private static void argument(String at, Argument argument, Heard heard) {
    heard.text(at + "/claim", argument.claim());
    for (int index = 0; index < argument.premises().size(); index++) {
      heard.text(at + "/premises/" + index, argument.premises().get(index));
    }
    heard.text(at + "/concedes", argument.concedes());
  }

  private void hear(String label, String pointer, String text, List<Problem> repeated) {
    for (String sentence : END.split(text)) {
      String words = NOT_WORDS.matcher(sentence.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
      if (words.split(" ").length >= FEWEST_WORDS) {
        String before = said.putIfAbsent(words, label + " " + pointer);
        if (before != null) {
          repeated.add(new Problem(label, pointer, "says again what stands in " + before));
        }
      }
    }
  }
}
