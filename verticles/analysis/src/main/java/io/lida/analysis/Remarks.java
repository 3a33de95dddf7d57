package io.lida.analysis;

import io.lida.contract.Scenario;
import io.lida.contract.Study;
import io.lida.contract.Study.Measure;
import io.lida.contract.Study.Premium;
import io.lida.science.statistics.Bootstrap;
import io.lida.store.StudyPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a reader of a study must know before believing it, in plain words. Pure functions. */
record Remarks(
    StudyPlan plan, List<Study.Arm> arms, List<Premium> premiums, List<Observation> seen) {
  /** Arms whose calls differ by less count as matched. */
  private static final double MATCHED = 0.05;

  List<String> all(@Nullable String answer, @Nullable String trouble) {
    List<String> notes = new ArrayList<>();
    if (trouble != null) {
      notes.add("it stands still: " + trouble);
    }
    long ended = seen.stream().filter(Observation::ended).count();
    int planned = plan.cells().size();
    if (ended < planned) {
      notes.add(ended + " of " + planned + " runs have ended, and figures are of those");
    }
    losses(notes);
    if (ended == planned) {
      matching(notes);
    }
    Premiums.controls(plan.scenario()).forEach(control -> doubts(notes, control));
    intervals(notes);
    answer(notes, answer);
    if (ended > 0 && seen.stream().allMatch(Observation::simulated)) {
      notes.add(
          "simulated models spoke: this shows how the instrument works, and nothing of how language"
              + " models deliberate");
    }
    return notes;
  }

  private void losses(List<String> notes) {
    for (Study.Arm arm : arms) {
      Study.Losses losses = arm.losses();
      if (losses.runs() > 0) {
        notes.add(
            arm.arm().id()
                + ": "
                + losses.runs()
                + " of "
                + arm.ended()
                + " runs ended without a decision; they count as not right and without consensus");
      }
      int lost = losses.refusals() + losses.timeouts() + losses.unreadable() + losses.other();
      if (lost > 0) {
        notes.add(
            arm.arm().id()
                + ": "
                + lost
                + " of "
                + losses.calls()
                + " calls gave no answer ("
                + kinds(losses)
                + ")");
      }
    }
  }

  private static String kinds(Study.Losses losses) {
    return Stream.of(
            kind(losses.refusals(), "refused"),
            kind(losses.timeouts(), "not in time"),
            kind(losses.unreadable(), "unreadable"),
            kind(losses.other(), "failed"))
        .filter(kind -> !kind.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String kind(int count, String what) {
    return count == 0 ? "" : count + " " + what;
  }

  /** Whether the arms cost the same, in calls, and what they cost in tokens. */
  private void matching(List<String> notes) {
    List<Study.Arm> deliberations =
        arms.stream().filter(arm -> arm.arm() == Scenario.Arm.DELIBERATION).toList();
    if (deliberations.isEmpty() || arms.size() < 2) {
      return;
    }
    Study.Arm deliberation = deliberations.getFirst();
    List<String> tokens = new ArrayList<>();
    for (Study.Arm arm : arms) {
      if (arm == deliberation) {
        continue;
      }
      double calls = (double) arm.losses().calls() / deliberation.losses().calls();
      if (Double.isFinite(calls) && Math.abs(calls - 1) > MATCHED) {
        notes.add(
            "calls are not matched: "
                + arm.arm().id()
                + " was asked "
                + ratio(calls)
                + " times as often as the deliberation");
      }
      double used = (double) tokens(arm) / tokens(deliberation);
      if (Double.isFinite(used)) {
        tokens.add(arm.arm().id() + " " + ratio(used));
      }
    }
    if (!tokens.isEmpty()) {
      notes.add("tokens, as a part of the deliberation's: " + String.join(", ", tokens));
    }
  }

  private static long tokens(Study.Arm arm) {
    return arm.usage().inputTokens() + arm.usage().outputTokens();
  }

  private static String ratio(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  /** What cannot be claimed against one control. */
  private void doubts(List<String> notes, Scenario.Arm control) {
    if (!plan.arms().contains(Scenario.Arm.DELIBERATION) || seen.isEmpty()) {
      return;
    }
    String against = "against " + control.id() + ": ";
    List<Premium> own = premiums.stream().filter(one -> one.control() == control).toList();
    say(
        notes,
        own,
        one -> one.low() == null,
        measures ->
            against + measures + " without an interval, which needs two repeats to vary at all");
    say(
        notes,
        own,
        Remarks::includesZero,
        measures ->
            against
                + "the interval of "
                + measures
                + " includes 0, so no premium can be claimed from "
                + repeats(own.getFirst().pairs()));
    say(
        notes,
        own,
        one -> one.low() != null && one.low().equals(one.high()) && !includesZero(one),
        measures ->
            against
                + measures
                + " differs by the same in all repeats, so the interval has no width and says"
                + " nothing of what others would bring");
    String unsaid =
        Arrays.stream(Measure.values())
            .filter(measure -> isSaid(measure) && own.stream().noneMatch(is(measure)))
            .map(Measure::id)
            .collect(Collectors.joining(" and "));
    if (!unsaid.isEmpty()) {
      notes.add(against + "no repeat says " + unsaid + " in both arms");
    }
  }

  private boolean isSaid(Measure measure) {
    return arms.stream().anyMatch(arm -> arm.measures().containsKey(measure));
  }

  private static Predicate<Premium> is(Measure measure) {
    return premium -> premium.measure() == measure;
  }

  private interface Sentence {
    String about(String measures);
  }

  private static void say(
      List<String> notes, List<Premium> own, Predicate<Premium> which, Sentence sentence) {
    String measures =
        own.stream()
            .filter(which)
            .map(one -> one.measure().id())
            .collect(Collectors.joining(" and "));
    if (!measures.isEmpty()) {
      notes.add(sentence.about(measures));
    }
  }

  private static String repeats(int pairs) {
    return pairs == 1 ? "1 repeat" : pairs + " repeats";
  }

  private static boolean includesZero(Premium premium) {
    Double low = premium.low();
    Double high = premium.high();
    return low != null && high != null && low <= 0 && high >= 0;
  }

  private void intervals(List<String> notes) {
    List<Premium> drawn = premiums.stream().filter(one -> one.low() != null).toList();
    if (drawn.isEmpty()) {
      return;
    }
    boolean fell = drawn.stream().anyMatch(one -> "percentile".equals(one.interval()));
    notes.add(
        "intervals at "
            + Math.round(Premiums.LEVEL * 100)
            + " %: bootstrap of whole repeats, BCa"
            + (fell ? " or percentile where BCa is not defined" : "")
            + ", "
            + String.format(Locale.ROOT, "%,d", Bootstrap.DRAWS)
            + " draws from seed "
            + plan.seed()
            + (drawn.size() > 1
                ? "; of " + drawn.size() + " such intervals one in twenty misses by chance"
                : ""));
    if (drawn.stream().anyMatch(is(Measure.BRIER))) {
      notes.add("brier: lower is better, so a difference below 0 speaks for the deliberation");
    }
  }

  private void answer(List<String> notes, @Nullable String answer) {
    if (answer != null) {
      return;
    }
    notes.add(
        Truth.disputed(plan.scenario(), seen)
            ? "runs were resolved in two ways, so nothing is said of who was right"
            : "no answer is known, so nothing is said of who was right: name it as sweep.answer, or"
                + " record what came true with lida runs resolve");
  }
}
