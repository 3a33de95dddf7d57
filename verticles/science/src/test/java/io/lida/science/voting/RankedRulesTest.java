package io.lida.science.voting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.science.Ratio;
import io.lida.science.Refusal;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankedRulesTest {
  @Test
  void theCapitalOfTennesseeDependsOnTheRule() {
    assertEquals(
        new SideBySide(
            Map.ofEntries(
                Map.entry(RankedRule.PLURALITY, List.of("M")),
                Map.entry(RankedRule.TWO_ROUND, List.of("N")),
                Map.entry(RankedRule.BORDA, List.of("N")),
                Map.entry(RankedRule.CONDORCET, List.of("N")),
                Map.entry(RankedRule.COPELAND, List.of("N")),
                Map.entry(RankedRule.MINIMAX, List.of("N")),
                Map.entry(RankedRule.SCHULZE, List.of("N")),
                Map.entry(RankedRule.RANKED_PAIRS, List.of("N")),
                Map.entry(RankedRule.KEMENY, List.of("N")),
                Map.entry(RankedRule.IRV, List.of("K")),
                Map.entry(RankedRule.COOMBS, List.of("N"))),
            false),
        SideBySide.of(Ballots.TENNESSEE));
    assertEquals(
        new Scores(List.of("N"), ratios("C 173 K 107 M 126 N 194")),
        PositionalRules.borda(Ballots.TENNESSEE));
    assertEquals(
        new Kemeny(List.of("N"), List.of("N", "C", "K", "M"), 393), Kemeny.of(Ballots.TENNESSEE));
    assertEquals(
        new PairwiseRules.Minimax(List.of("N"), Map.of("C", 68L, "K", 83L, "M", 58L, "N", 0L)),
        PairwiseRules.minimax(Ballots.TENNESSEE));
    assertEquals(List.of("C", "N"), Elimination.irv(Ballots.TENNESSEE).eliminated());
    assertEquals(List.of("M"), Elimination.coombs(Ballots.TENNESSEE).eliminated());
    assertEquals(List.of("N", "C", "K", "M"), RankedPairs.of(Ballots.TENNESSEE).order());
  }

  @Test
  void theStrongestPathsOfSchulzesExampleAreAsPrinted() {
    assertEquals(
        new Schulze(
            List.of("E"),
            List.of("E", "A", "C", "B", "D"),
            Map.of(
                "A", Map.of("B", 28L, "C", 28L, "D", 30L, "E", 24L),
                "B", Map.of("A", 25L, "C", 28L, "D", 33L, "E", 24L),
                "C", Map.of("A", 25L, "B", 29L, "D", 29L, "E", 24L),
                "D", Map.of("A", 25L, "B", 28L, "C", 28L, "E", 24L),
                "E", Map.of("A", 25L, "B", 28L, "C", 28L, "D", 31L))),
        Schulze.of(Ballots.SCHULZE));
    assertEquals(20, Ballots.SCHULZE.preferring("A", "B"));
    assertEquals(33, Ballots.SCHULZE.preferring("B", "D"));
    assertEquals(List.of(), Condorcet.of(Ballots.SCHULZE).winners());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 A>B>C; 1 B>C>A; 1 C>A>B | '' | A B C",
        "3 A>B>C; 2 B>C>A | A | A",
        "1 A>B; 1 B>A | '' | A B",
        // A beats C and ties with B, which C beats: nobody is outside.
        "2 A>B>C; 2 B>A>C; 1 C>A=B; 1 A>C>B | A | A",
        "1 A=B>C; 1 C>A=B; 1 A=B>C | '' | A B",
        // D loses to all of a cycle.
        "1 A>B>C>D; 1 B>C>A>D; 1 C>A>B>D | '' | A B C",
        // A ties with D, D ties with nobody else and loses to B: all are drawn in.
        "1 A>B>C; 1 C>B>A | '' | A B C",
        "1 A | A | A",
      })
  void theSmithSetBeatsEveryOutsider(String ballots, String winner, String set) {
    assertEquals(new Condorcet(words(winner), words(set)), Condorcet.of(Ballots.profile(ballots)));
  }

  @Test
  void sharedTopLevelsShareAFirstPlaceAndUnrankedOptionsTheLast() {
    Profile profile = Ballots.profile("2 A=B>C; 1 C; 3 B>D");
    assertEquals(
        new Scores(List.of("B"), ratios("A 1 B 4 C 1 D 0")), PositionalRules.plurality(profile));
    // 2 A=B>C: 2.5 2.5 1 0; 1 C: 1 1 3 1; 3 B>D: .5 3 .5 2.
    assertEquals(
        new Scores(List.of("B"), ratios("A 7.5 B 15 C 6.5 D 7")), PositionalRules.borda(profile));
    assertEquals(
        new Scores(List.of("A", "B", "C"), ratios("A 1/3 B 1/3 C 1/3")),
        PositionalRules.plurality(Ballots.profile("1 A=B=C")));
    assertEquals(
        Ratio.of(1, 2),
        PositionalRules.plurality(Profile.of(List.of("A", "B"), Ballots.parse("1")))
            .scores()
            .get("A"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // A tie for the second place: whoever wins either runoff wins.
        "4 A>B>C; 3 B>C>A; 3 C>B>A | B C",
        "4 A>B>C; 3 B>A>C; 3 C>A>B | A",
        // All tie for both places.
        "1 A>B>C; 1 B>C>A; 1 C>A>B | A B C",
        "2 A>B; 2 B>A | A B",
        "1 A | A",
      })
  void aTieForTheRunoffLeavesEveryRunoffOpen(String ballots, String winners) {
    assertEquals(new Winners(words(winners)), PositionalRules.twoRound(Ballots.profile(ballots)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // A majority of continuing ballots at once: nobody goes.
        "3 A>B; 2 B>A | A | ''",
        // B and C tie with 2; nothing came before, so the last of the alphabet goes.
        "3 A>B>C; 2 B>C>A; 2 C>B>A | B | C",
        // All tie with 3 in the second round; in the first C had 2, so C goes.
        "3 A>B>C; 3 B>A>C; 2 C>B>A; 1 D>C>A | B | D C",
        // B and C tie with 3 in the second round; in the first C had 2, so C goes.
        "4 A>B>C; 3 B>C>A; 2 C>B>A; 1 D>C>B | B | D C",
        // Ballots that name only B are exhausted with it and leave the base.
        "4 A; 3 B; 2 C>A; 2 B>C | A | C",
        "2 A; 3 B; 2 C; 2 D | B | D C",
        // A shared level gives each its part.
        "2 A=B>C; 2 C>A>B; 1 B>A>C | B | A",
        "1 A=B=C | A | C B",
      })
  void instantRunoffEliminatesTheFewestFirstPlaces(
      String ballots, String winner, String eliminated) {
    Elimination.Result result = Elimination.irv(Ballots.profile(ballots));
    assertEquals(words(winner), result.winners());
    assertEquals(words(eliminated), result.eliminated());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3 A>B>C; 2 B>C>A | A | ''",
        "4 A>B>C; 3 B>C>A; 2 C>B>A | B | A",
        // A and C are last on two each; the last of the alphabet goes.
        "2 A>B>C; 2 C>B>A; 1 B>A=C | B | C",
        // What a ballot leaves out shares its last place.
        "2 A; 2 B>A; 1 C>B | B | C",
      })
  void coombsEliminatesTheMostLastPlaces(String ballots, String winner, String eliminated) {
    Elimination.Result result = Elimination.coombs(Ballots.profile(ballots));
    assertEquals(words(winner), result.winners());
    assertEquals(words(eliminated), result.eliminated());
  }

  @Test
  void rankedPairsSkipsTheWeakestMajorityOfACycle() {
    assertEquals(
        new RankedPairs(List.of("A"), List.of("A", "B", "C"), true),
        RankedPairs.of(Ballots.profile("4 A>B>C; 3 B>C>A; 2 C>A>B")));
    // Equal votes for: the majority with fewer against is the stronger.
    assertEquals(
        new RankedPairs(List.of("C"), List.of("C", "A", "B"), true),
        RankedPairs.of(Ballots.profile("3 A>B>C; 3 B>C>A; 3 C>A>B; 1 B>C=A; 1 C>A=B; 1 C=A>B")));
    // Where no majority is locked above either, both win.
    assertEquals(
        new RankedPairs(List.of("A", "B"), List.of("A", "B", "C"), true),
        RankedPairs.of(Ballots.profile("1 A>B>C; 1 B>A>C")));
  }

  @Test
  void majoritiesAlikeAreLockedInAnyOrder() {
    assertEquals(
        new RankedPairs(List.of("A", "B", "C"), List.of("A", "B", "C"), true),
        RankedPairs.of(Ballots.CYCLE));
    // Thirteen options in a circle, each of three ballots beginning elsewhere.
    RankedPairs circle =
        RankedPairs.of(
            Ballots.profile(
                "1 A>B>C>D>E>F>G>H>I>J>K>L>M; 1 E>F>G>H>I>J>K>L>M>A>B>C>D;"
                    + " 1 I>J>K>L>M>A>B>C>D>E>F>G>H"));
    assertFalse(circle.exhaustive());
    assertEquals(List.of(circle.order().getFirst()), circle.winners());
  }

  @Test
  void kemenyNamesTheFirstOfEveryBestOrder() {
    assertEquals(
        new Kemeny(List.of("A", "B", "C"), List.of("A", "B", "C"), 5), Kemeny.of(Ballots.CYCLE));
    String nine = "1 A>B>C>D>E>F>G>H>I";
    assertEquals(36, Kemeny.of(Ballots.profile(nine)).score());
    Profile ten = Ballots.profile(nine + ">J");
    assertEquals("too_large", assertThrows(Refusal.class, () -> Kemeny.of(ten)).code());
    assertFalse(SideBySide.of(ten).winners().containsKey(RankedRule.KEMENY));
    assertTrue(SideBySide.of(ten).agree());
  }

  @Test
  void aCountIsAsManyBallots() {
    assertEquals(
        Elimination.irv(Ballots.profile("2 A>B; 1 B>A; 1 A>B")),
        Elimination.irv(Ballots.profile("3 A>B; 1 B>A; 0 B>A")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 A>A | invalid_ballot",
        "1 A=A | invalid_ballot",
        "-1 A | invalid_ballot",
        "9999999999999 A | invalid_ballot",
        "0 A | empty_input",
        "1 | empty_input",
      })
  void aBallotThatIsNoneIsRefused(String ballots, String code) {
    Refusal refusal = assertThrows(Refusal.class, () -> Ballots.profile(ballots));
    assertEquals(code, refusal.code());
  }

  @Test
  void emptyLevelsStrangersAndCrowdsAreRefused() {
    assertEquals(
        "invalid_ballot",
        assertThrows(Refusal.class, () -> new RankedBallot(List.of(List.of()), 1)).code());
    assertEquals(
        "invalid_ballot",
        assertThrows(Refusal.class, () -> Profile.of(List.of("A"), Ballots.parse("1 B"))).code());
    List<String> crowd = IntStream.range(0, 201).mapToObj(i -> "o" + i).toList();
    assertEquals(
        "too_large",
        assertThrows(Refusal.class, () -> Profile.of(crowd, Ballots.parse("1 o1"))).code());
    assertEquals("empty_input", assertThrows(Refusal.class, () -> Profile.of(List.of())).code());
    List<RankedBallot> masses = Collections.nCopies(1025, RankedBallot.strict(1L << 40, "A"));
    assertEquals("too_large", assertThrows(Refusal.class, () -> Profile.of(masses)).code());
  }

  @Test
  void everyRankedRuleIsInTheCatalogue() {
    for (RankedRule rule : RankedRule.values()) {
      assertEquals(
          rule,
          VotingRule.of(rule.name().toLowerCase(Locale.ROOT)).orElseThrow().ranked().orElseThrow());
    }
    assertEquals(21, VotingRule.values().length);
    assertEquals(VotingRule.BallotForm.CREDITS, VotingRule.of("quadratic").orElseThrow().form());
    assertTrue(VotingRule.of("quadratic").orElseThrow().ranked().isEmpty());
    assertTrue(VotingRule.of("nonsuch").isEmpty());
  }

  @Test
  void aTieIsBrokenAsAsked() {
    List<String> tied = List.of("A", "B", "C");
    assertEquals(tied, new TieBreak.None().among(tied));
    assertEquals(List.of("A"), new TieBreak.Lexicographic().among(List.of("C", "A")));
    assertEquals(List.of("B"), new TieBreak.Chair(Ballots.parse("1 D>B>A").getFirst()).among(tied));
    assertEquals(
        List.of("B", "C"), new TieBreak.Chair(Ballots.parse("1 B=C").getFirst()).among(tied));
    assertEquals(tied, new TieBreak.Chair(Ballots.parse("1 D").getFirst()).among(tied));
    assertEquals(List.of(), new TieBreak.Seeded(1).among(List.of()));
    Map<List<String>, Integer> drawn = new LinkedHashMap<>();
    for (long seed = 0; seed < 3_000; seed++) {
      assertEquals(new TieBreak.Seeded(seed).among(tied), new TieBreak.Seeded(seed).among(tied));
      drawn.merge(new TieBreak.Seeded(seed).among(tied), 1, Integer::sum);
    }
    assertEquals(3, drawn.size());
    assertTrue(drawn.values().stream().allMatch(times -> times > 900), drawn::toString);
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
  }

  private static Map<String, Ratio> ratios(String text) {
    String[] words = text.split(" ");
    Map<String, Ratio> ratios = new LinkedHashMap<>();
    for (int at = 0; at < words.length; at += 2) {
      ratios.put(words[at], Ratio.parse(words[at + 1]));
    }
    return ratios;
  }
}
