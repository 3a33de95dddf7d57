package io.lida.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;

/** What was wrong, why, what to do, and where to read on: the one form of an error. */
final class FourParts {
  private static final Pattern TERMINAL =
      Pattern.compile(
          "(?ms)^error: \\S[^\\n]*\\[(LIDA-\\d{4})\\]\\n  why: \\S.*?^  fix: \\S.*?^  see: \\S.*");

  private FourParts() {}

  /** Fails unless the text holds an error in four parts whose code begins like this. */
  static void assertOn(String err, String code) {
    var parts = TERMINAL.matcher(err);
    assertTrue(parts.find(), () -> "four parts in: " + err);
    assertTrue(parts.group(1).startsWith(code), err);
    assertNoTrace(err);
  }

  /** Fails unless the document is an error in four parts whose code begins like this. */
  static void assertIn(JsonNode document, String code) {
    Schemas.assertFits("error", document);
    JsonNode error = document.path("error");
    for (String part : List.of("title", "detail", "fix", "docs")) {
      assertFalse(error.path(part).asText().isBlank(), part);
    }
    assertTrue(error.path("code").asText().startsWith(code), document.toString());
    assertNoTrace(document.toString());
  }

  private static void assertNoTrace(String text) {
    assertEquals(0, Pattern.compile("\\bat [a-z]+(\\.\\w+)+\\(").matcher(text).results().count());
    assertFalse(text.contains("Exception in thread"), text);
  }
}
