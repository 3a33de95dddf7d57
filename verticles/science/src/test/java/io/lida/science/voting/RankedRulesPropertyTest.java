package io.lida.science.voting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RankedRulesPropertyTest {
  private static final List<String> OPTIONS = List.of("A", "B", "C", "D");
  private static final Map<String, String> RENAMED = Map.of("A", "C", "B", "D", "C", "B", "D", "A");

  /** Who breaks inner ties by the alphabet cannot be neutral in a tie. */
  private static final Set<RankedRule> NEUTRAL =
      EnumSet.complementOf(EnumSet.of(RankedRule.IRV, RankedRule.COOMBS));

  private static final Set<RankedRule> CONDORCET_CONSISTENT =
      EnumSet.of(
          RankedRule.CONDORCET,
          RankedRule.COPELAND,
          RankedRule.MINIMAX,
          RankedRule.SCHULZE,
          RankedRule.RANKED_PAIRS,
          RankedRule.KEMENY);

  private static final Set<RankedRule> WITHIN_SMITH =
      EnumSet.of(
          RankedRule.COPELAND, RankedRule.SCHULZE, RankedRule.RANKED_PAIRS, RankedRule.KEMENY);

  @Provide
  Arbitrary<List<RankedBallot>> elections() {
    Arbitrary<List<List<String>>> levels =
        Combinators.combine(
                Arbitraries.shuffle(OPTIONS),
                Arbitraries.integers().between(1, 4),
                Arbitraries.integers().between(0, 7))
            .as((order, ranked, joined) -> levels(order.subList(0, ranked), joined));
    return Combinators.combine(levels, Arbitraries.longs().between(1, 4))
        .as(RankedBallot::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  /** Bit i of {@code joined} puts the option after the i-th on the same level. */
  private static List<List<String>> levels(List<String> order, int joined) {
    List<List<String>> levels = new ArrayList<>();
    for (int at = 0; at < order.size(); at++) {
      if (at > 0 && (joined & 1 << (at - 1)) != 0) {
        levels.getLast().add(order.get(at));
      } else {
        levels.add(new ArrayList<>(List.of(order.get(at))));
      }
    }
    return levels;
  }

  @Property(tries = 300)
  void itDoesNotMatterWhoCastWhichBallot(@ForAll("elections") List<RankedBallot> ballots) {
    List<RankedBallot> apart = new ArrayList<>();
    for (RankedBallot ballot : ballots.reversed()) {
      for (long voter = 0; voter < ballot.count(); voter++) {
        apart.add(new RankedBallot(ballot.levels(), 1));
      }
    }
    for (RankedRule rule : RankedRule.values()) {
      assertEquals(
          rule.tally(Profile.of(OPTIONS, ballots)),
          rule.tally(Profile.of(OPTIONS, apart)),
          rule::name);
    }
  }

  @Property(tries = 300)
  void namesOfOptionsDoNotMatter(@ForAll("elections") List<RankedBallot> ballots) {
    List<RankedBallot> renamed =
        ballots.stream()
            .map(
                ballot ->
                    new RankedBallot(
                        ballot.levels().stream()
                            .map(level -> level.stream().map(RENAMED::get).toList())
                            .toList(),
                        ballot.count()))
            .toList();
    for (RankedRule rule : NEUTRAL) {
      assertEquals(
          rule.tally(Profile.of(OPTIONS, ballots)).winners().stream()
              .map(RENAMED::get)
              .sorted()
              .toList(),
          rule.tally(Profile.of(OPTIONS, renamed)).winners(),
          rule::name);
    }
  }

  @Property(tries = 300)
  void someoneWinsAndTheSameOnEveryLook(@ForAll("elections") List<RankedBallot> ballots) {
    Profile profile = Profile.of(OPTIONS, ballots);
    for (RankedRule rule : RankedRule.values()) {
      List<String> winners = rule.tally(profile).winners();
      assertEquals(winners.stream().sorted().toList(), winners, rule::name);
      assertEquals(winners, rule.tally(profile).winners());
      assertTrue(rule == RankedRule.CONDORCET || !winners.isEmpty(), rule::name);
    }
  }

  @Property(tries = 500)
  void whoBeatsEveryoneWins(@ForAll("elections") List<RankedBallot> ballots) {
    Profile profile = Profile.of(OPTIONS, ballots);
    Condorcet condorcet = Condorcet.of(profile);
    if (!condorcet.winners().isEmpty()) {
      for (RankedRule rule : CONDORCET_CONSISTENT) {
        assertEquals(condorcet.winners(), rule.tally(profile).winners(), rule::name);
      }
    }
    for (RankedRule rule : WITHIN_SMITH) {
      assertTrue(condorcet.smithSet().containsAll(rule.tally(profile).winners()), rule::name);
    }
  }

  @Property(tries = 300)
  void theSmithSetIsTheSmallestThatBeatsAllOutsiders(
      @ForAll("elections") List<RankedBallot> ballots) {
    Profile profile = Profile.of(OPTIONS, ballots);
    int smith = 0;
    for (String member : Condorcet.of(profile).smithSet()) {
      smith |= 1 << OPTIONS.indexOf(member);
    }
    assertTrue(dominates(profile, smith));
    for (int set = 1; set < 16; set++) {
      boolean smaller = Integer.bitCount(set) < Integer.bitCount(smith);
      assertFalse(smaller && dominates(profile, set));
    }
  }

  private static boolean dominates(Profile profile, int set) {
    for (int in = 0; in < 4; in++) {
      for (int out = 0; out < 4; out++) {
        if ((set & 1 << in) != 0 && (set & 1 << out) == 0 && !profile.beats(in, out)) {
          return false;
        }
      }
    }
    return true;
  }

  @Property(tries = 100)
  void kemenyIsTheBestOfAllOrders(@ForAll("elections") List<RankedBallot> ballots) {
    Profile profile = Profile.of(OPTIONS, ballots);
    Kemeny kemeny = Kemeny.of(profile);
    long best = 0;
    for (List<String> order : orders(OPTIONS)) {
      best = Math.max(best, score(profile, order));
    }
    assertEquals(best, kemeny.score());
    assertEquals(best, score(profile, kemeny.order()));
  }

  private static List<List<String>> orders(List<String> options) {
    if (options.isEmpty()) {
      return List.of(List.of());
    }
    List<List<String>> orders = new ArrayList<>();
    for (String first : options) {
      List<String> others = options.stream().filter(option -> !option.equals(first)).toList();
      for (List<String> rest : orders(others)) {
        List<String> order = new ArrayList<>(List.of(first));
        order.addAll(rest);
        orders.add(order);
      }
    }
    return orders;
  }

  private static long score(Profile profile, List<String> order) {
    long score = 0;
    for (int above = 0; above < order.size(); above++) {
      for (int below = above + 1; below < order.size(); below++) {
        score += profile.preferring(order.get(above), order.get(below));
      }
    }
    return score;
  }
}
