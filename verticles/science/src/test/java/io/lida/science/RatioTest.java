package io.lida.science;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatioTest {
  @ParameterizedTest
  @CsvSource({
    "2/3, 2, 3",
    "4/6, 2, 3",
    "0.7, 7, 10",
    "0.70, 7, 10",
    "1, 1, 1",
    "0, 0, 1",
    "0/5, 0, 1",
    "-0.5, -1, 2",
    "-2/4, -1, 2",
    "1e2, 100, 1",
    "5e-1, 1, 2",
    "' 1 / 2 ', 1, 2",
  })
  void fractionsAndDecimalsAreReadExactly(String text, long numerator, long denominator) {
    assertEquals(Ratio.of(numerator, denominator), Ratio.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "1/0",
        "1/-2",
        "1/2/3",
        "0.5/2",
        "NaN",
        "Infinity",
        "1e999999999",
        "1e-9999",
        "/",
        "99999999999999999999999999999999999999999999999999999999999999999",
      })
  void whatIsNoFractionIsRefused(String text) {
    assertEquals(
        "invalid_ratio", assertThrows(Refusal.class, () -> Ratio.parse(text)).code(), text);
  }

  @Test
  void twoOfThreeAreTwoThirdsAndNotNearlySo() {
    assertEquals(0, Ratio.of(2, 3).compareTo(Ratio.parse("2/3")));
    assertEquals(1, Ratio.of(2, 3).compareTo(Ratio.of(0.6666666666666666)));
    assertEquals(2.0 / 3, Ratio.of(2, 3).value());
  }

  @Test
  void arithmeticIsExact() {
    assertEquals(Ratio.of(0.3), Ratio.of(0.1).plus(Ratio.of(0.2)));
    assertEquals(Ratio.of(1, 50), Ratio.of(0.1).times(Ratio.of(0.2)));
    assertEquals(Ratio.of(-1, 2), Ratio.of(1, 4).dividedBy(Ratio.of(-1, 2)));
    assertEquals("7/10", Ratio.of(0.7).toString());
    assertEquals("3", Ratio.of(6, 2).toString());
  }
}
