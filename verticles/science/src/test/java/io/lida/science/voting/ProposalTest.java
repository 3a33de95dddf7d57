package io.lida.science.voting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lida.science.Ratio;
import io.lida.science.Refusal;
import io.lida.science.voting.Proposal.Base;
import io.lida.science.voting.Proposal.Votes;
import io.lida.science.voting.WeightedMajority.Choice;
import io.lida.science.voting.WeightedMajority.Vote;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProposalTest {
  @ParameterizedTest
  @CsvSource({
    // yes, no, abstain, base, eligible, quorum, majority, two thirds, unanimous
    "3, 2, 0, CAST, , 0, 3/5, 3/5 THRESHOLD, 3/5 THRESHOLD",
    "2, 2, 1, CAST, , 0, 1/2 TIE, 1/2 THRESHOLD, 1/2 THRESHOLD",
    "1, 2, 0, CAST, , 0, 1/3 THRESHOLD, 1/3 THRESHOLD, 1/3 THRESHOLD",
    "2, 1, 0, CAST, , 0, 2/3, 2/3, 2/3 THRESHOLD",
    "66, 34, 0, CAST, , 0, 33/50, 33/50 THRESHOLD, 33/50 THRESHOLD",
    "3, 0, 9, CAST, , 0, 1, 1, 1",
    "3, 0, 1, ELIGIBLE, 4, 0, 3/4, 3/4, 3/4 THRESHOLD",
    "3, 0, 0, ELIGIBLE, 6, 0, 1/2 TIE, 1/2 THRESHOLD, 1/2 THRESHOLD",
    "4, 0, 0, ELIGIBLE, 4, 1, 1, 1, 1",
    "3, 0, 1, ELIGIBLE, , 0, 3/4, 3/4, 3/4 THRESHOLD",
    "0, 0, 0, ELIGIBLE, 0, 1, NO_VOTES, NO_VOTES, NO_VOTES",
    "0, 0, 3, CAST, 3, 1, NO_VOTES, NO_VOTES, NO_VOTES",
    "0, 0, 0, CAST, , 0, NO_VOTES, NO_VOTES, NO_VOTES",
    "2, 0, 1, CAST, 6, 1/2, 1, 1, 1",
    "2, 0, 0, CAST, 6, 1/2, 1 NO_QUORUM, 1 NO_QUORUM, 1 NO_QUORUM",
    "1, 1, 0, CAST, 6, 1/2, 1/2 NO_QUORUM, 1/2 NO_QUORUM, 1/2 NO_QUORUM",
  })
  void aProposalPassesOrSaysWhyNot(
      long yes,
      long no,
      long abstain,
      Base base,
      Long eligible,
      String quorum,
      String majority,
      String twoThirds,
      String unanimous) {
    Proposal proposal =
        new Proposal(new Votes(yes, no, abstain), base, eligible, Ratio.parse(quorum));
    assertEquals(majority, told(proposal.majority()));
    assertEquals(twoThirds, told(proposal.supermajority(Proposal.TWO_THIRDS)));
    assertEquals(unanimous, told(proposal.unanimous()));
  }

  @ParameterizedTest
  @CsvSource({
    "7, 3, 0.7, 7/10",
    "69, 31, 0.7, 69/100 THRESHOLD",
    "2, 1, 2/3, 2/3",
    "2, 1, 0.6666666666666667, 2/3 THRESHOLD",
    "1, 0, 1, 1",
  })
  void thresholdsAreExact(long yes, long no, String threshold, String verdict) {
    Proposal proposal = Proposal.cast(new Votes(yes, no, 0));
    assertEquals(verdict, told(proposal.supermajority(Ratio.parse(threshold))));
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 0, 0, CAST, , 0, invalid_ballot",
    "2, 2, 2, CAST, 5, 0, invalid_ballot",
    "1, 0, 0, CAST, , 1/2, missing_field",
    "1, 0, 0, CAST, 2, 1.1, invalid_quorum",
    "1, 0, 0, CAST, 2, -0.1, invalid_quorum",
  })
  void aVoteThatCannotBeIsRefused(
      long yes, long no, long abstain, Base base, Long eligible, String quorum, String code) {
    Refusal refusal =
        assertThrows(
            Refusal.class,
            () -> new Proposal(new Votes(yes, no, abstain), base, eligible, Ratio.parse(quorum)));
    assertEquals(code, refusal.code());
  }

  @Test
  void aThresholdOutsideItsRangeIsRefused() {
    Proposal proposal = Proposal.cast(new Votes(1, 0, 0));
    for (String threshold : List.of("0", "-1/2", "1.01")) {
      Refusal refusal =
          assertThrows(
              Refusal.class, () -> proposal.supermajority(Ratio.parse(threshold)), threshold);
      assertEquals("invalid_threshold", refusal.code());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'YES 3 NO 2', 3/5, false",
    "'YES 0.1 YES 0.2 NO 0.3', 1/2 TIE, false",
    "'YES 1 NO 2 ABSTAIN 9', 1/3 THRESHOLD, false",
    "'YES 0 NO 0 YES 0', 2/3, true",
    "'YES 0 NO 0 ABSTAIN 5', 1/2 TIE, true",
    "'ABSTAIN 1', NO_VOTES, false",
  })
  void weightsAreCountedExactly(String cast, String verdict, boolean equalised) {
    WeightedMajority result = WeightedMajority.of(votes(cast));
    assertEquals(verdict, told(result.verdict()));
    assertEquals(equalised, result.equalised());
  }

  @Test
  void negativeWeightsAndNoVotesAreRefused() {
    assertEquals("invalid_weights", assertThrows(Refusal.class, () -> votes("YES -1")).code());
    assertEquals(
        "empty_input", assertThrows(Refusal.class, () -> WeightedMajority.of(List.of())).code());
  }

  private static List<Vote> votes(String cast) {
    String[] words = cast.split(" ");
    List<Vote> votes = new ArrayList<>();
    for (int at = 0; at < words.length; at += 2) {
      votes.add(new Vote(Choice.valueOf(words[at]), Ratio.parse(words[at + 1])));
    }
    return votes;
  }

  private static String told(Verdict verdict) {
    assertEquals(verdict.passed(), verdict.reason() == null);
    String share = verdict.share() == null ? "" : verdict.share().toString();
    return (share + (verdict.reason() == null ? "" : " " + verdict.reason())).strip();
  }
}
