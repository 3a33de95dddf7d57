package io.lida.cli.lab;

import io.lida.science.Ratio;
import io.lida.science.Refusal;
import io.lida.science.voting.Proposal;
import io.lida.science.voting.Verdict;
import io.lida.science.voting.WeightedMajority;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Votes of yes, no and abstention on a proposal. */
final class ProposalOperations {
  private static final List<Field> FIELDS =
      List.of(
          Field.required(
              "votes", "{yes: number, no: number, abstain: number}", "counts, each 0 unless given"),
          Field.optional(
              "base", "string", "cast (yes and no, the default) or eligible (all members)"),
          Field.optional(
              "eligible", "number", "all members; needed by a quorum, else all who took part"),
          Field.optional(
              "quorum", "string", "exact share of the eligible who must take part; 0 by default"));
  private static final Field THRESHOLD =
      Field.optional("threshold", "string", "exact share that carries; 2/3 by default");

  private ProposalOperations() {}

  static List<Operation> all() {
    return List.of(
        proposal(
            "majority",
            "yes has more than half; a tie fails",
            "May 1952",
            FIELDS,
            (proposal, given) -> proposal.majority()),
        proposal(
            "supermajority",
            "yes has at least the threshold",
            "Caplin & Nalebuff 1988",
            Stream.concat(FIELDS.stream(), Stream.of(THRESHOLD)).toList(),
            (proposal, given) -> proposal.supermajority(threshold(given))),
        proposal(
            "unanimous",
            "all of the base say yes",
            "Buchanan & Tullock 1962",
            FIELDS,
            (proposal, given) -> proposal.unanimous()),
        new Operation(
            "weighted_majority",
            "yes has more than half of the weight cast",
            "Shapley & Grofman 1984",
            List.of(
                Field.required(
                    "votes", "[[string, string, number]]", "rows of id, yes|no|abstain, weight")),
            ProposalOperations::weighted));
  }

  private static Operation proposal(
      String name,
      String help,
      String source,
      List<Field> fields,
      BiFunction<Proposal, Given, Verdict> rule) {
    return new Operation(
        name, help, source, fields, given -> value(rule.apply(proposal(given), given)));
  }

  private static Proposal proposal(Given given) {
    Given votes =
        given.at("votes").refusing("invalid_ballot").only(List.of("yes", "no", "abstain"));
    return new Proposal(
        new Proposal.Votes(votes(votes, "yes"), votes(votes, "no"), votes(votes, "abstain")),
        given
            .maybe("base")
            .map(base -> base.choice(Proposal.Base.class))
            .orElse(Proposal.Base.CAST),
        given
            .maybe("eligible")
            .map(eligible -> eligible.refusing("invalid_ballot").count())
            .orElse(null),
        given
            .maybe("quorum")
            .map(quorum -> quorum.refusing("invalid_quorum").ratio())
            .orElse(Ratio.ZERO));
  }

  private static long votes(Given votes, String choice) {
    return votes.maybe(choice).map(Given::count).orElse(0L);
  }

  private static Ratio threshold(Given given) {
    return given
        .maybe("threshold")
        .map(threshold -> threshold.refusing("invalid_threshold").ratio())
        .orElse(Proposal.TWO_THIRDS);
  }

  private static Map<String, Object> value(Verdict verdict) {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("passed", verdict.passed());
    if (verdict.reason() != null) {
      value.put("reason", verdict.reason().name().toLowerCase(Locale.ROOT));
    }
    if (verdict.share() != null) {
      value.put("share", verdict.share());
    }
    return value;
  }

  private static Object weighted(Given given) {
    Set<String> voters = new HashSet<>();
    List<WeightedMajority.Vote> votes =
        given.at("votes").refusing("invalid_ballot").list().stream()
            .map(row -> vote(row, voters))
            .toList();
    WeightedMajority result = WeightedMajority.of(votes);
    return new Answer(
        value(result.verdict()),
        result.equalised() ? List.of("weights_fallback=equal") : List.of());
  }

  private static WeightedMajority.Vote vote(Given row, Set<String> voters) {
    List<Given> cells = row.list();
    if (cells.size() != 3) {
      throw row.refusal("must be an id, a vote and a weight");
    }
    if (!voters.add(cells.getFirst().text())) {
      throw new Refusal("invalid_ballot", cells.getFirst().text() + " votes twice");
    }
    return new WeightedMajority.Vote(
        cells.get(1).choice(WeightedMajority.Choice.class),
        cells.getLast().refusing("invalid_weights").ratio());
  }
}
