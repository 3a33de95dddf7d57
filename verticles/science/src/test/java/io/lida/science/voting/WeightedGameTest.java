package io.lida.science.voting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lida.science.Ratio;
import io.lida.science.Refusal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightedGameTest {
  /** Banzhaf 1965 and Shapley and Shubik 1954 on games that are printed in the literature. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // European Economic Community of 1958.
        "12 | 4 4 4 2 2 1 | 5/21 5/21 5/21 1/7 1/7 0 | 7/30 7/30 7/30 3/20 3/20 0",
        "51 | 50 49 1 | 3/5 1/5 1/5 | 2/3 1/6 1/6",
        "3 | 2 1 1 | 3/5 1/5 1/5 | 2/3 1/6 1/6",
        "6 | 4 3 2 1 | 5/12 1/4 1/4 1/12 | 5/12 1/4 1/4 1/12",
        // Nassau County 1964: three members without a swing (Banzhaf 1965).
        "58 | 31 31 28 21 2 2 | 1/3 1/3 1/3 0 0 0 | 1/3 1/3 1/3 0 0 0",
        "0.3 | 0.2 0.1 0.1 | 3/5 1/5 1/5 | 2/3 1/6 1/6",
        "1 | 1 | 1 | 1",
        "1 | 0 1 | 0 1 | 0 1",
      })
  void powerIsAsPrinted(String quota, String weights, String banzhaf, String shapley) {
    WeightedGame game = new WeightedGame(ratios(weights), Ratio.parse(quota));
    assertEquals(ratios(banzhaf), game.banzhaf());
    assertEquals(ratios(shapley), game.shapleyShubik());
  }

  /** Security Council: 39 votes of 5 permanent members with 7 and 10 others with 1. */
  @Test
  void thePermanentMembersHoldNearlyAllPower() {
    List<Ratio> weights =
        Stream.concat(
                Collections.nCopies(5, Ratio.of(7, 1)).stream(),
                Collections.nCopies(10, Ratio.ONE).stream())
            .toList();
    WeightedGame game = new WeightedGame(weights, Ratio.of(39, 1));
    assertEquals(Ratio.of(421, 2145), game.shapleyShubik().getFirst());
    assertEquals(Ratio.of(4, 2145), game.shapleyShubik().getLast());
    assertEquals(Ratio.of(106, 635), game.banzhaf().getFirst());
    assertEquals(Ratio.of(21, 1270), game.banzhaf().getLast());
  }

  @ParameterizedTest
  @CsvSource({
    "'', 1, empty_input",
    "1 -1, 1, invalid_weights",
    "1 1, 0, invalid_quota",
    "1 1, 3, invalid_quota",
    "0 0, 0, invalid_quota",
  })
  void aGameWithoutAnAnswerIsRefused(String weights, String quota, String code) {
    Refusal refusal =
        assertThrows(Refusal.class, () -> new WeightedGame(ratios(weights), Ratio.parse(quota)));
    assertEquals(code, refusal.code());
  }

  @Test
  void tooManyDifferentSumsAreRefused() {
    List<Ratio> weights =
        Stream.iterate(1L, weight -> weight * 2).limit(40).map(w -> Ratio.of(w, 1)).toList();
    Refusal refusal =
        assertThrows(Refusal.class, () -> new WeightedGame(weights, Ratio.of(1L << 39, 1)));
    assertEquals("too_large", refusal.code());
  }

  private static List<Ratio> ratios(String text) {
    return Arrays.stream(text.split(" "))
        .filter(word -> !word.isEmpty())
        .map(Ratio::parse)
        .toList();
  }
}
