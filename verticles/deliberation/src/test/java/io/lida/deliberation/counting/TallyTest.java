package io.lida.deliberation.counting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.lida.contract.RunEvent.Choice;
import io.lida.contract.Scenario.VotingMethod;
import io.lida.science.Ratio;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TallyTest {
  private static final Ratio NO_QUORUM = Ratio.of(0, 1);

  @ParameterizedTest
  @CsvSource({
    "MAJORITY, 3, 2, 0, FOR, ",
    "MAJORITY, 2, 3, 4, AGAINST, ",
    "MAJORITY, 2, 2, 1, , tie",
    "MAJORITY, 0, 0, 3, , no_votes",
    "SUPERMAJORITY, 2, 1, 0, FOR, ",
    "SUPERMAJORITY, 3, 2, 0, , threshold",
    "SUPERMAJORITY, 1, 2, 0, AGAINST, ",
    "SUPERMAJORITY, 66, 34, 0, , threshold",
    "UNANIMOUS, 3, 0, 2, FOR, ",
    "UNANIMOUS, 3, 1, 0, , threshold",
    "WEIGHTED, 3, 1, 0, FOR, ",
    "WEIGHTED, 2, 2, 0, , tie",
  })
  void aRuleHasAWinnerOrAReason(
      VotingMethod method, int yes, int no, int abstain, Choice winner, String reason) {
    Tally tally = Tally.of(ballots(yes, no, abstain), method, yes + no + abstain, NO_QUORUM);
    assertEquals(winner, tally.winner());
    assertEquals(reason, tally.reason());
  }

  @Test
  void weightDecidesAWeightedVote() {
    List<Tally.Ballot> ballots =
        List.of(
            new Tally.Ballot(Choice.FOR, 0.6),
            new Tally.Ballot(Choice.AGAINST, 0.1),
            new Tally.Ballot(Choice.AGAINST, 0.1),
            new Tally.Ballot(Choice.ABSTAIN, 0.2));
    Tally tally = Tally.of(ballots, VotingMethod.WEIGHTED, 4, NO_QUORUM);
    assertEquals(Choice.FOR, tally.winner());
    assertEquals(0.75, tally.share(), 1e-12);
  }

  @Test
  void weightlessVotesWeighTheSameAndSaySo() {
    List<Tally.Ballot> ballots =
        List.of(new Tally.Ballot(Choice.FOR, 0), new Tally.Ballot(Choice.FOR, 0));
    Tally tally = Tally.of(ballots, VotingMethod.WEIGHTED, 2, NO_QUORUM);
    assertEquals(List.of("weights_fallback=equal"), tally.flags());
    assertEquals(1, tally.share());
  }

  @Test
  void abstentionsCountForTheQuorumAndSilenceDoesNot() {
    Ratio twoThirds = Ratio.of(2, 3);
    assertEquals(
        Choice.FOR, Tally.of(ballots(1, 0, 1), VotingMethod.MAJORITY, 3, twoThirds).winner());
    Tally short1 = Tally.of(ballots(1, 0, 0), VotingMethod.MAJORITY, 3, twoThirds);
    assertNull(short1.winner());
    assertEquals("no_quorum", short1.reason());
  }

  private static List<Tally.Ballot> ballots(int yes, int no, int abstain) {
    List<Tally.Ballot> ballots = new ArrayList<>();
    for (int i = 0; i < yes; i++) {
      ballots.add(new Tally.Ballot(Choice.FOR, 1));
    }
    for (int i = 0; i < no; i++) {
      ballots.add(new Tally.Ballot(Choice.AGAINST, 1));
    }
    for (int i = 0; i < abstain; i++) {
      ballots.add(new Tally.Ballot(Choice.ABSTAIN, 1));
    }
    return ballots;
  }
}
