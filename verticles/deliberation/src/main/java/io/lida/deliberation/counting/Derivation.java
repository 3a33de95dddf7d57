package io.lida.deliberation.counting;

import io.lida.contract.Ballot;
import io.lida.contract.RunEvent.Choice;
import io.lida.contract.Scenario.BallotForm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a ballot as one of another form, where it says enough; nothing is invented. Scores give a
 * ranking, a ranking gives no scores.
 */
public final class Derivation {
  /** The yes and the no of a proposal, as options. */
  public static final List<String> SIDES = List.of(Choice.FOR.id(), Choice.AGAINST.id());

  /** From this mark on, an option would do. */
  private static final int GOOD = 3;

  private Derivation() {}

  /**
   * A vote on a proposal as a ballot on its two sides; marks and bought votes come from the stance,
   * which is -1 to 1.
   *
   * @param stance last stated; absent for who never spoke
   */
  public static Optional<Ballot> ofChoice(Choice choice, @Nullable Double stance, BallotForm form) {
    String side = choice.id();
    boolean cast = choice != Choice.ABSTAIN;
    return switch (form) {
      case RANKING -> Optional.of(new Ballot.Ranking(List.of(cast ? List.of(side) : SIDES)));
      case APPROVAL -> Optional.of(new Ballot.Approval(cast ? List.of(side) : List.of()));
      case SCORES -> stated(stance).map(yes -> new Ballot.Scores(marks(yes)));
      case GRADES -> stated(stance).map(yes -> new Ballot.Grades(marks(yes)));
      case CREDITS -> stated(stance).map(Derivation::bought);
      case PREDICTION, CHOICE -> Optional.empty();
    };
  }

  /** A ballot on options in another form; itself where it has that form. */
  public static Optional<Ballot> of(Ballot ballot, BallotForm form) {
    return switch (form) {
      case CHOICE -> Optional.empty();
      case RANKING -> ranking(ballot).map(Ballot.Ranking::new);
      case APPROVAL -> approved(ballot).map(Ballot.Approval::new);
      case SCORES -> marks(ballot).map(Ballot.Scores::new);
      case GRADES -> marks(ballot).map(Ballot.Grades::new);
      case CREDITS -> Optional.of(ballot).filter(Ballot.Credits.class::isInstance);
      case PREDICTION -> Optional.of(ballot).filter(Ballot.Prediction.class::isInstance);
    };
  }

  /** The form a ballot has. */
  public static BallotForm form(Ballot ballot) {
    return switch (ballot) {
      case Ballot.Ranking ranking -> BallotForm.RANKING;
      case Ballot.Approval approval -> BallotForm.APPROVAL;
      case Ballot.Scores scores -> BallotForm.SCORES;
      case Ballot.Grades grades -> BallotForm.GRADES;
      case Ballot.Credits credits -> BallotForm.CREDITS;
      case Ballot.Prediction prediction -> BallotForm.PREDICTION;
    };
  }

  private static Optional<Double> stated(@Nullable Double stance) {
    return Optional.ofNullable(stance).map(one -> (1 + one) / 2);
  }

  private static Map<String, Integer> marks(double yes) {
    int marks = (int) Math.round(Ballot.TOP * yes);
    return Map.of(SIDES.getFirst(), marks, SIDES.getLast(), Ballot.TOP - marks);
  }

  /** The whole budget would buy ten votes for a stance of 1. */
  private static Ballot bought(double yes) {
    double votes = Math.sqrt(Ballot.BUDGET) * (2 * yes - 1);
    return new Ballot.Credits(Map.of(SIDES.getFirst(), votes, SIDES.getLast(), 0.0));
  }

  private static Optional<List<List<String>>> ranking(Ballot ballot) {
    return switch (ballot) {
      case Ballot.Ranking(var levels) -> Optional.of(levels);
      case Ballot.Approval(var approved) ->
          approved.isEmpty() ? Optional.of(List.of()) : Optional.of(List.of(approved));
      case Ballot.Scores(var scores) -> Optional.of(levels(scores));
      case Ballot.Grades(var grades) -> Optional.of(levels(grades));
      case Ballot.Credits(var votes) -> Optional.of(levels(votes));
      case Ballot.Prediction(var answer, var expects) -> Optional.of(List.of(List.of(answer)));
    };
  }

  private static <T extends Number> List<List<String>> levels(Map<String, T> values) {
    Map<Double, List<String>> byValue = new java.util.TreeMap<>(Comparator.reverseOrder());
    values.forEach(
        (option, value) ->
            byValue.computeIfAbsent(value.doubleValue(), v -> new ArrayList<>()).add(option));
    return List.copyOf(byValue.values());
  }

  private static Optional<List<String>> approved(Ballot ballot) {
    return switch (ballot) {
      case Ballot.Approval(var approved) -> Optional.of(approved);
      case Ballot.Ranking(var levels) ->
          Optional.of(levels.isEmpty() ? List.of() : levels.getFirst());
      case Ballot.Scores(var scores) -> Optional.of(from(scores, GOOD));
      case Ballot.Grades(var grades) -> Optional.of(from(grades, GOOD));
      case Ballot.Credits(var votes) -> Optional.of(from(votes, Double.MIN_VALUE));
      case Ballot.Prediction(var answer, var expects) -> Optional.of(List.of(answer));
    };
  }

  private static <T extends Number> List<String> from(Map<String, T> values, double least) {
    return values.entrySet().stream()
        .filter(entry -> entry.getValue().doubleValue() >= least)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Optional<Map<String, Integer>> marks(Ballot ballot) {
    return switch (ballot) {
      case Ballot.Scores(var scores) -> Optional.of(scores);
      case Ballot.Grades(var grades) -> Optional.of(grades);
      case Ballot.Approval(var approved) -> {
        Map<String, Integer> marks = new LinkedHashMap<>();
        approved.forEach(option -> marks.put(option, Ballot.TOP));
        yield Optional.of(marks);
      }
      default -> Optional.empty();
    };
  }
}
