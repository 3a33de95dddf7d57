package io.lida.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.lida.contract.Wire;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotesTest {
  private final Quotes quotes = new Quotes();

  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "\"\\\n\t\u0001\u007f", "Ærøskøbing", "猫 🐈", "</turn>"})
  void aQuotedTextReadsAsItWas(String text) {
    String json = new String(quotes.of(text), StandardCharsets.UTF_8);
    assertEquals(text, Wire.parse(json).textValue());
  }

  @Test
  void anEqualTextIsNotEscapedAgain() {
    byte[] first = quotes.of("who I am");
    assertSame(first, quotes.of(new String("who I am".toCharArray())));
  }

  @Test
  void textsThatShareAPlaceAreNotMixedUp() {
    for (int i = 0; i < 10_000; i++) {
      assertEquals(
          "\"text " + i + "\"", new String(quotes.of("text " + i), StandardCharsets.UTF_8));
    }
  }
}
