package io.lida.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ballots and last stances of one run under every rule and every strategy, {@code
 * lida.tally/v1}: nothing is asked of a model, and the same log gives the same document.
 *
 * @param options what was voted on; {@code for} and {@code against} for a proposal
 * @param chosen the run's own rule and strategy
 * @param agree whether all rules that name one winner name the same
 * @param camps the rules by the winner they name, where they name exactly one
 * @param majorities how often one option is placed above another, and who beats all others
 * @param pivotal the personas without whom a rule would name another winner
 */
public record Retally(
    String schema,
    String id,
    String topic,
    List<String> options,
    Chosen chosen,
    List<Rule> rules,
    boolean agree,
    Map<String, List<String>> camps,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Majorities majorities,
    List<Pivotal> pivotal,
    List<RunEvent.Aggregate> strategies) {
  /** The document's name. */
  public static final String SCHEMA = "lida.tally/v1";

  /** What the run itself decided by. */
  public record Chosen(String rule, String strategy) {}

  /**
   * One rule.
   *
   * @param winners several in a tie; none where nothing carries, or where the rule cannot be had
   * @param scores what it counted, where it counts
   * @param order from best to worst, by rules that make one
   * @param flags {@code derived=<form>} where ballots of another form were read as what the rule
   *     needs, {@code missing=<form>} where they cannot be, and why nothing carries
   */
  public record Rule(
      String rule,
      List<String> winners,
      Map<String, Double> scores,
      @Nullable List<String> order,
      List<String> flags) {}

  /**
   * Option against option.
   *
   * @param preferred how many voters place the first above the second, as {@code a>b}
   * @param winner the one that beats all others, if there is one (Condorcet 1785)
   * @param smithSet the smallest set whose members beat everybody outside (Smith 1973)
   * @param cycle whether majorities run in a circle among them
   */
  public record Majorities(
      Map<String, Long> preferred, @Nullable String winner, List<String> smithSet, boolean cycle) {}

  /** A persona without whom these rules would have come out otherwise. */
  public record Pivotal(String speaker, String name, List<String> rules) {}
}
