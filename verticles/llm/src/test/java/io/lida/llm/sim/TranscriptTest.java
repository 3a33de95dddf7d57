package io.lida.llm.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Card;
import io.lida.contract.Llm.Heard;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a reader of a whole transcript finds. */
class TranscriptTest {

  @Test
  void thirteenSeatsOverTenRoundsNeverRepeatASentence() {
    for (boolean sequential : List.of(false, true)) {
      for (long seed = 1; seed <= 5; seed++) {
        noSentenceTwice(debate(seed, Debate.cards(13)).hold(10, sequential));
      }
    }
  }

  @Test
  void threeSeatsOverFiftyRoundsNeverRepeatASentence() {
    for (boolean sequential : List.of(false, true)) {
      for (long seed = 1; seed <= 5; seed++) {
        noSentenceTwice(debate(seed, Debate.cards(3)).hold(50, sequential));
      }
    }
  }

  @Test
  void seatsWithTheSameCardDoNotSpeakWithOneMouth() {
    Card card = Debate.card("safety_research.catastrophist");
    Card other = Debate.card("open_source.accelerationist");
    for (long seed = 1; seed <= 10; seed++) {
      noSentenceTwice(debate(seed, List.of(card, card)).hold(10, false));
      noSentenceTwice(debate(seed, List.of(card, other, card, other)).hold(10, false));
      noSentenceTwice(debate(seed, List.of(card, card)).hold(10, true));
    }
    noSentenceTwice(debate(1, Collections.nCopies(13, card)).hold(10, false));
  }

  @Test
  void seatsWithThinCardsDoNotEither() {
    for (double belief : List.of(0.5, 0.9)) {
      Card card = Debate.thin("Kim", belief, 150);
      noSentenceTwice(debate(1, List.of(card, card, card)).hold(10, false));
      noSentenceTwice(debate(1, Collections.nCopies(13, card)).hold(10, false));
    }
  }

  @Test
  void everyTurnIsWellFormed() {
    for (boolean sequential : List.of(false, true)) {
      Debate debate = debate(3, Debate.cards(13)).hold(10, sequential);
      debate.answers().forEach(TranscriptTest::wellFormed);
      debate(4, Debate.cards(3)).hold(50, sequential).answers().forEach(TranscriptTest::wellFormed);
    }
    for (double belief : List.of(0.0, 0.5, 1.0)) {
      Card card = Debate.thin("Kim", belief, 150);
      debate(1, List.of(card, card)).hold(8, false).answers().forEach(TranscriptTest::wellFormed);
    }
  }

  @Test
  void aTurnKeepsToTheLengthOfItsCard() {
    for (int most : List.of(1, 20, 60, 110)) {
      Debate debate = debate(1, List.of(Debate.thin("Kim", 0.9, most), Debate.cards(1).get(0)));
      for (Heard turn : debate.hold(6, false).turns()) {
        int words = Sentences.words(turn.text());
        assertTrue(turn.seat() == 1 || words <= most, turn.text());
      }
    }
  }

  @Test
  void turnsHaveTheLengthOfATurn() {
    for (Heard turn : debate(2, Debate.cards(13)).hold(10, false).turns()) {
      int words = Sentences.words(turn.text());
      int sentences = Sentences.split(turn.text()).size();
      assertTrue(words >= 60 && words <= 150, words + " words: " + turn.text());
      assertTrue(sentences >= 4 && sentences <= 8, sentences + " sentences: " + turn.text());
    }
  }

  @Test
  void theSameRunIsTheSameTextAndAnotherSeedIsAnother() {
    List<Heard> once = debate(7, Debate.cards(4)).hold(4, false).turns();
    assertEquals(once, debate(7, Debate.cards(4)).hold(4, false).turns());
    List<Heard> other = debate(8, Debate.cards(4)).hold(4, false).turns();
    for (int i = 0; i < once.size(); i++) {
      assertNotEquals(once.get(i).text(), other.get(i).text());
    }
  }

  @Test
  void differentPersonasShareFewPhrases() {
    Debate debate = debate(5, Debate.cards(13)).hold(3, false);
    Map<Integer, Set<String>> phrases = new HashMap<>();
    for (Heard turn : debate.turns()) {
      phrases.computeIfAbsent(turn.seat(), seat -> new HashSet<>()).addAll(phrases(turn.text()));
    }
    double sum = 0;
    int pairs = 0;
    for (int a = 0; a < 13; a++) {
      for (int b = 0; b < a; b++) {
        Set<String> both = new HashSet<>(phrases.get(a));
        both.retainAll(phrases.get(b));
        sum += (double) both.size() / Math.min(phrases.get(a).size(), phrases.get(b).size());
        pairs++;
      }
    }
    assertTrue(sum / pairs < 0.05, "shared five-word phrases: " + sum / pairs);
  }

  @Test
  void aRebuttalAnswersWordsThatWereSaidByTheOneItNames() {
    Debate debate = debate(6, Debate.cards(5)).hold(3, false);
    for (int i = 5; i < 10; i++) {
      JsonNode answer = debate.answers().get(i);
      String text = answer.get("argument").asText();
      Heard cited = turn(debate, answer.get("cites").get(0).asText());
      int open = text.indexOf('“');
      String quote = text.substring(open + 1, text.indexOf('”'));
      assertTrue(cited.text().toLowerCase().contains(quote.toLowerCase()), quote);
      assertTrue(Sentences.words(quote) <= 14, quote);
      assertTrue(text.contains(cited.speaker().split(" ")[0]), text);
    }
  }

  private static Heard turn(Debate debate, String id) {
    return debate.turns().stream().filter(turn -> turn.turn().equals(id)).findFirst().orElseThrow();
  }

  private static Debate debate(long seed, List<Card> cards) {
    return new Debate(Debate.TOPIC, Debate.PAUSE, seed, cards);
  }

  private static void noSentenceTwice(Debate debate) {
    Map<Long, String> said = new HashMap<>();
    for (Heard turn : debate.turns()) {
      for (String sentence : Sentences.split(turn.text())) {
        String before = said.put(Sentences.key(sentence), turn.turn());
        assertTrue(before == null, before + " and " + turn.turn() + ": " + sentence);
      }
    }
  }

  static void wellFormed(JsonNode answer) {
    double stance = answer.get("stance").asDouble();
    double confidence = answer.get("confidence").asDouble();
    String text = answer.get("argument").asText();
    assertTrue(stance >= -1 && stance <= 1 && confidence >= 0.05 && confidence <= 0.98);
    assertTrue(answer.get("concedes").isArray() && answer.get("cites").isArray());
    assertFalse(text.isBlank());
    assertFalse(text.contains("  ") || text.contains("..") || text.contains(" ,"), text);
    assertFalse(text.contains("{") || text.contains("null"), text);
    assertEquals(
        text.chars().filter(c -> c == '“').count(),
        text.chars().filter(c -> c == '”').count(),
        text);
    for (String sentence : Sentences.split(text)) {
      String letters = sentence.startsWith("“") ? sentence.substring(1) : sentence;
      assertFalse(Character.isLowerCase(letters.charAt(0)), sentence);
      assertTrue(sentence.matches("(?s).*[.?]"), sentence);
    }
  }

  private static List<String> phrases(String text) {
    String[] words = text.toLowerCase().split("[^\\p{L}\\p{N}'-]+");
    List<String> phrases = new ArrayList<>();
    for (int i = 0; i + 5 <= words.length; i++) {
      phrases.add(String.join(" ", List.of(words).subList(i, i + 5)));
    }
    return phrases;
  }
}
