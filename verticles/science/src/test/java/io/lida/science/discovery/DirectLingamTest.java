package io.lida.science.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.science.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DirectLingamTest {
  /** Names are against the order, so that it cannot be met by chance. */
  private static final List<String> NAMES = List.of("C", "B", "A");

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19})
  void aChainOfUniformNoiseIsFoundEveryTime(int seed) {
    DirectLingam found = DirectLingam.search(Sample.of(NAMES, chain(seed)), DirectLingam.PENALTY);
    assertEquals(NAMES, found.order());
    assertEquals(
        List.of(Map.of().keySet(), Map.of("C", 0).keySet(), Map.of("B", 0).keySet()),
        found.coefficients().values().stream().map(Map::keySet).toList());
    assertEquals(0.8, found.coefficients().get("B").get("C"), 0.1);
    assertEquals(-1.5, found.coefficients().get("A").get("B"), 0.1);
  }

  private static double[][] chain(long seed) {
    Random random = new Random(seed);
    double[][] weights = {{0, 0, 0}, {0.8, 0, 0}, {0, -1.5, 0}};
    Sem sem = new Sem(NAMES, weights, new double[] {1, 1, 1});
    return sem.sample(1000, () -> random.nextDouble(-1, 1));
  }

  @Property(tries = 50)
  void resultsAreFiniteWhateverIsObserved(@ForAll long seed) {
    Random random = new Random(seed);
    double[][] rows = new double[40][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = random.doubles(4).map(x -> Math.pow(x, -3)).toArray();
    }
    DirectLingam found = DirectLingam.search(Sample.of(List.of("W", "X", "Y", "Z"), rows), 1);
    assertEquals(4, found.order().size());
    found.coefficients().values().stream()
        .flatMap(causes -> causes.values().stream())
        .forEach(coefficient -> assertTrue(Double.isFinite(coefficient)));
  }

  @ParameterizedTest
  @CsvSource({"0.1, 0.1, constant", "1e9, 1e9, constant", "2, 4, collinear"})
  void whatIsConstantOrSaidTwiceIsRefused(double first, double then, String code) {
    Random random = new Random(1);
    double[][] rows = new double[30][];
    for (int i = 0; i < rows.length; i++) {
      double x = random.nextGaussian();
      rows[i] = new double[] {x, first == then ? first : first * x + then};
    }
    Refusal refusal = assertThrows(Refusal.class, () -> Sample.of(List.of("X", "Y"), rows));
    assertEquals(code, refusal.code());
    assertTrue(refusal.getMessage().startsWith("Y "), refusal.getMessage());
  }

  @Test
  void tooLittleIsRefused() {
    assertEquals("empty_input", refused(new double[0][]));
    assertEquals("too_few", refused(new double[][] {{1, 2}, {2, 1}}));
    assertEquals("invalid_input", refused(new double[][] {{1}}));
    assertEquals("invalid_input", refused(new double[][] {{1, Double.NaN}}));
  }

  private static String refused(double[][] rows) {
    return assertThrows(Refusal.class, () -> Sample.of(List.of("X", "Y"), rows)).code();
  }
}
