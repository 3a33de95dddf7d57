package io.lida.personas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.Card;
import io.lida.contract.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What holds for the shipped cards together: a whole grid of people, no two of them alike. */
class PanelTest {
  private static final Grid GRID = Grid.read(House.CONF);
  private static final int GRAM = 5;
  private static final double MOST_SHARED = 0.05;
  private static final List<Card> PANEL = new ArrayList<>();

  @BeforeAll
  static void thePanel() throws IOException {
    for (Path file : House.cards(House.SHIPPED)) {
      PANEL.add(Wire.read(Files.readAllBytes(file), Card.class));
    }
  }

  @Test
  void everyCellOfTheGridHasOneCard() {
    Set<String> cells =
        GRID.constituencies().stream()
            .flatMap(
                constituency ->
                    GRID.dispositions().stream()
                        .map(disposition -> constituency.id() + "." + disposition.id()))
            .collect(Collectors.toSet());
    assertEquals(169, cells.size());
    assertEquals(cells, PANEL.stream().map(Card::id).collect(Collectors.toSet()));
  }

  @Test
  void aCardIsWholeEnoughToArgue() {
    for (Card card : PANEL) {
      int words = card.background().backstory().split("\\s+").length;
      assertTrue(words >= 150 && words <= 300, () -> card.id() + ": a story of " + words);
      assertTrue(card.expertise().size() >= 4, () -> card.id() + ": expertise");
      assertTrue(card.typicalArguments().size() >= 4, () -> card.id() + ": arguments");
      long axes = card.typicalArguments().stream().map(Card.Argument::axis).distinct().count();
      assertTrue(axes >= 3, () -> card.id() + ": argues on " + axes + " axes");
      assertEquals(3, card.probes().size(), card.id());
      assertTrue(card.style().tics().size() >= 2, () -> card.id() + ": tics");
      card.beliefs()
          .forEach(
              (axis, belief) ->
                  assertTrue(
                      words(belief.evidenceThatWouldMove()).size() >= 5,
                      () -> card.id() + ": what would move " + axis));
    }
  }

  @Test
  void noTwoPeopleShareANameOrALifeStory() {
    Map<String, String> names = new TreeMap<>();
    for (Card card : PANEL) {
      String first = card.name().split(" ")[0];
      assertEquals(null, names.put(first, card.id()), () -> first + " is there twice");
    }
    List<Set<String>> stories = PANEL.stream().map(PanelTest::grams).toList();
    for (int one = 0; one < stories.size(); one++) {
      for (int other = one + 1; other < stories.size(); other++) {
        Set<String> shared = new HashSet<>(stories.get(one));
        shared.retainAll(stories.get(other));
        int shorter = Math.min(stories.get(one).size(), stories.get(other).size());
        String pair = PANEL.get(one).id() + " and " + PANEL.get(other).id();
        assertTrue(shared.size() <= MOST_SHARED * shorter, () -> pair + " share " + shared);
      }
    }
  }

  @Test
  void peopleComeFromManyCountries() {
    Map<String, Long> countries =
        PANEL.stream().collect(Collectors.groupingBy(PanelTest::country, Collectors.counting()));
    assertTrue(countries.size() >= 60, () -> countries.size() + " countries");
    countries.forEach((country, people) -> assertTrue(people <= PANEL.size() / 10, country));
  }

  @Test
  void noContinentHasMoreThanAThird() {
    Map<String, Long> continents =
        PANEL.stream()
            .collect(
                Collectors.groupingBy(
                    card -> Countries.continent(country(card)),
                    TreeMap::new,
                    Collectors.counting()));
    assertEquals(6, continents.size(), continents.toString());
    continents.forEach(
        (continent, people) -> assertTrue(people * 3 <= PANEL.size(), continent + " " + people));
  }

  private static String country(Card card) {
    return card.background().region().split(" \\(")[0];
  }

  @Test
  void womenAndMenAreInBalanceAndSomeAreNotSaidToBeEither() throws IOException {
    FirstNames names = FirstNames.listed();
    Map<String, Long> genders =
        PANEL.stream()
            .collect(Collectors.groupingBy(names::of, TreeMap::new, Collectors.counting()));
    assertEquals(Set.of("woman", "man", "unnamed"), genders.keySet());
    genders.values().forEach(people -> assertTrue(people * 4 >= PANEL.size(), genders.toString()));
  }

  /** Flesch and Kincaid's grade: from a newspaper's to a dense report's. */
  @Test
  void storiesReadLikeSomebodyTalking() {
    for (Card card : PANEL) {
      double grade = Readability.grade(card.background().backstory());
      assertTrue(grade >= 3 && grade <= 14, () -> card.id() + ": grade " + grade);
    }
  }

  @Test
  void nobodyIsCalledLikeSomebodyWellKnown() throws IOException {
    List<String> known = Files.readAllLines(Path.of("src/test/resources/well_known.txt"));
    assertTrue(known.size() >= 150, () -> known.size() + " names");
    for (Card card : PANEL) {
      String text = Wire.text(card);
      for (String name : known) {
        assertTrue(!text.contains(name), () -> card.id() + " names " + name);
      }
    }
  }

  private static Set<String> grams(Card card) {
    List<String> words = words(card.background().backstory());
    Set<String> grams = new HashSet<>();
    for (int at = 0; at + GRAM <= words.size(); at++) {
      grams.add(String.join(" ", words.subList(at, at + GRAM)));
    }
    return grams;
  }

  private static List<String> words(String text) {
    return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
