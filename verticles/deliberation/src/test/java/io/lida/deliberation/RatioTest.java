package io.lida.deliberation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatioTest {
  @Test
  void fractionsAndDecimalsAreExact() {
    assertEquals(0, Ratio.of(2, 3).compareTo(Ratio.parse("2/3")));
    assertEquals(0, Ratio.of(7, 10).compareTo(Ratio.parse("0.7")));
    assertEquals(0, Ratio.of(1, 1).compareTo(Ratio.parse("1")));
    assertEquals(-1, Ratio.parse("0.6666666666666666").compareTo(Ratio.of(2, 3)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1/0", "1/-2", "1/2/3", "1e999999999", "NaN", "/", "0x1"})
  void whatIsNoShareIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> Ratio.parse(text));
  }
}
