package io.lida.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.Wire;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainTest {
  @Test
  void escapeSequencesAreGoneAndTheirTextWithThem() {
    assertEquals("red", Plain.text("\u001b[31mred\u001b[0m"));
    assertEquals("ab", Plain.text("a\u001b]0;owned\u0007b"));
    assertEquals("ab", Plain.text("a\u009b2Jb"));
    assertEquals("ab", Plain.text("a\u001bPq#0\u001b\\b"));
    assertEquals("a", Plain.text("a\u001b[2"));
  }

  @Test
  void controlAndBidiAndTagCharactersAreGone() {
    assertEquals("ab\nc d", Plain.text("a\u0008b\nc\td\r\u0000"));
    assertEquals("evil", Plain.text("\u202eev\u2066il\u2069\u200f"));
    assertEquals("a", Plain.text("a" + Character.toString(0xe0041)));
    assertEquals("\ufffd", Plain.text("\ud800"));
  }

  @Test
  void honestTextStaysAsItIs() {
    String honest = "Zürich, 東京, 👩‍🔬, שלום, naïve — “so”.";
    assertEquals(honest, Plain.text(honest));
    assertEquals("a b c", Plain.line(" a\n b\t c "));
  }

  @Test
  void jsonKeepsItsMeaning() {
    String json = Wire.text(List.of("a\u009b2Jb\u202ec"));
    String safe = Plain.json(json);
    assertTrue(safe.chars().allMatch(unit -> unit < 0x7f));
    assertEquals(Wire.parse(json), Wire.parse(safe));
  }
}
