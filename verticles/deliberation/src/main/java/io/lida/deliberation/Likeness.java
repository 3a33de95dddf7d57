package io.lida.deliberation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How alike texts are to each other, as means over all pairs of them, 0 to 1.
 *
 * @param jaccard of their character trigrams (Jaccard 1901; Broder 1997)
 * @param cosine of their words, weighed by {@code tf ln(1 + n/df)} (Salton and Buckley 1988)
 */
record Likeness(double jaccard, double cosine) {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final int GRAM = 3;

  /** Of two texts or more. */
  static Likeness of(List<String> texts) {
    List<Set<String>> grams = texts.stream().map(Likeness::grams).toList();
    List<Map<String, Double>> vectors = vectors(texts);
    double jaccard = 0;
    double cosine = 0;
    int pairs = 0;
    for (int i = 0; i < texts.size(); i++) {
      for (int j = 0; j < i; j++) {
        jaccard += overlap(grams.get(i), grams.get(j));
        cosine += cosine(vectors.get(i), vectors.get(j));
        pairs++;
      }
    }
    return new Likeness(jaccard / pairs, cosine / pairs);
  }

  /** The share of the first text's trigrams that the second holds too; 0 for no trigrams. */
  static double held(String text, String other) {
    Set<String> grams = grams(text);
    Set<String> others = grams(other);
    return grams.isEmpty()
        ? 0
        : (double) grams.stream().filter(others::contains).count() / grams.size();
  }

  private static Set<String> grams(String text) {
    String plain = text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    Set<String> grams = new HashSet<>();
    for (int at = 0; at + GRAM <= plain.length(); at++) {
      grams.add(plain.substring(at, at + GRAM));
    }
    return grams;
  }

  private static double overlap(Set<String> one, Set<String> other) {
    long common = one.stream().filter(other::contains).count();
    long all = one.size() + other.size() - common;
    return all == 0 ? 1 : (double) common / all;
  }

  private static List<Map<String, Double>> vectors(List<String> texts) {
    List<Map<String, Double>> counts = new ArrayList<>();
    Map<String, Integer> holding = new HashMap<>();
    for (String text : texts) {
      Map<String, Double> count = new HashMap<>();
      WORD.matcher(text.toLowerCase(Locale.ROOT))
          .results()
          .forEach(word -> count.merge(word.group(), 1.0, Double::sum));
      count.keySet().forEach(word -> holding.merge(word, 1, Integer::sum));
      counts.add(count);
    }
    counts.forEach(
        count ->
            count.replaceAll(
                (word, n) ->
                    n * Math.log(1 + (double) texts.size() / holding.getOrDefault(word, 1))));
    return counts;
  }

  private static double cosine(Map<String, Double> one, Map<String, Double> other) {
    double product = 0;
    for (Map.Entry<String, Double> word : one.entrySet()) {
      product += word.getValue() * other.getOrDefault(word.getKey(), 0.0);
    }
    double lengths = length(one) * length(other);
    return lengths == 0 ? 1 : Math.min(1, product / lengths);
  }

  private static double length(Map<String, Double> vector) {
    return Math.sqrt(vector.values().stream().mapToDouble(v -> v * v).sum());
  }
}
