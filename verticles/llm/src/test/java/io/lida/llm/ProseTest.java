package io.lida.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProseTest {
  private static final String ANSWER =
      """
      {"stance": 0.5, "concedes": ["argument", {"argument": "no"}],
       "argument": "She said \\"no\\",\\nand \\u00e9t\\u00e9\\\\ came.", "cites": ["reason"]}
      """;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 1000})
  void theArgumentIsFoundHoweverTheAnswerIsCut(int size) {
    assertEquals("She said \"no\",\nand été\\ came.", prose(ANSWER, size));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 1000})
  void aFenceAroundTheAnswerIsLookedThrough(int size) {
    String fenced = "```json\n{\"vote\":\"for\",\"reason\":\"It holds.\"}\n```";
    assertEquals("It holds.", prose(fenced, size));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 1000})
  void whatIsNoJsonIsAllProse(int size) {
    String plain = "I hold that \"argument\": is a word.";
    assertEquals(plain, prose(plain, size));
  }

  private static String prose(String text, int size) {
    StringBuilder heard = new StringBuilder();
    Prose prose = new Prose(heard::append);
    for (int from = 0; from < text.length(); from += size) {
      prose.feed(text.substring(from, Math.min(text.length(), from + size)));
    }
    return heard.toString();
  }
}
