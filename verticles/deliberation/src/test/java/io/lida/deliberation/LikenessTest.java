package io.lida.deliberation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class LikenessTest {
  @Test
  void theSameWordsAreWhollyAlikeWhateverTheCase() {
    Likeness likeness = Likeness.of(List.of("Pause it now.", "pause  it NOW."));
    assertEquals(1, likeness.jaccard(), 1e-12);
    assertEquals(1, likeness.cosine(), 1e-12);
  }

  @Test
  void nothingInCommonIsNotAlikeAtAll() {
    Likeness likeness = Likeness.of(List.of("abcdef", "uvwxyz"));
    assertEquals(0, likeness.jaccard());
    assertEquals(0, likeness.cosine());
  }

  @Test
  void trigramsAndWordsAreCountedAsTheirFormulasSay() {
    // abc bcd against bcd cde: one trigram of three in common; no word.
    Likeness likeness = Likeness.of(List.of("abcd", "bcde"));
    assertEquals(1.0 / 3, likeness.jaccard(), 1e-12);
    assertEquals(0, likeness.cosine());
    // Common words weigh ln 2, the others ln 3.
    double common = Math.log(2) * Math.log(2);
    double own = Math.log(3) * Math.log(3);
    assertEquals(
        common / (common + own), Likeness.of(List.of("stop ai", "stop bombs")).cosine(), 1e-12);
  }

  @Test
  void emptyTextsDoNotDivideByNothing() {
    Likeness likeness = Likeness.of(List.of("", "!", "a"));
    assertTrue(likeness.jaccard() >= 0 && likeness.jaccard() <= 1);
    assertTrue(likeness.cosine() >= 0 && likeness.cosine() <= 1);
  }
}
