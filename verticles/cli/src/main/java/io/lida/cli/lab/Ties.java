package io.lida.cli.lab;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lida.science.voting.Outcome;
import io.lida.science.voting.TieBreak;
import java.util.List;
import java.util.stream.Stream;

/** What operations with winners do about several of them. */
final class Ties {
  private static final List<Field> FIELDS =
      List.of(
          Field.optional(
              "tie_break",
              "string",
              "none (all winners, the default), lexicographic, seeded or chair"),
          Field.optional("seed", "number", "of tie_break seeded: the same seed draws the same"),
          Field.optional(
              "chair", "[string or [string]]", "of tie_break chair: that person's ranking"));

  private enum Rule {
    NONE,
    LEXICOGRAPHIC,
    SEEDED,
    CHAIR
  }

  private Ties() {}

  /** An operation's own fields and those about ties. */
  static List<Field> with(Field... own) {
    return Stream.concat(Stream.of(own), FIELDS.stream()).toList();
  }

  /** The outcome, with the winners that are left; a flag says when that are fewer. */
  static Answer settle(Given given, Outcome outcome) {
    TieBreak tieBreak = tieBreak(given);
    List<String> left = tieBreak.among(outcome.winners());
    ObjectNode value = Json.tree(outcome);
    value.replace("winners", Json.list(left));
    boolean broken = left.size() < outcome.winners().size();
    return new Answer(
        value, broken ? List.of("tie_break=" + given.text("tie_break", "none")) : List.of());
  }

  private static TieBreak tieBreak(Given given) {
    Rule rule = given.maybe("tie_break").map(word -> word.choice(Rule.class)).orElse(Rule.NONE);
    return switch (rule) {
      case NONE -> new TieBreak.None();
      case LEXICOGRAPHIC -> new TieBreak.Lexicographic();
      case SEEDED -> new TieBreak.Seeded(given.at("seed").whole(-Json.EXACT, Json.EXACT));
      case CHAIR -> new TieBreak.Chair(RankedOperations.ranking(given.at("chair"), 1));
    };
  }
}
