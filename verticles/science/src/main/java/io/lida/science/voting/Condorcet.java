package io.lida.science.voting;

import io.lida.science.Ratio;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The option that beats every other one (Condorcet 1785), and the smallest set whose members beat
 * every outsider (Smith 1973).
 *
 * @param winners that option, or nobody
 */
public record Condorcet(List<String> winners, List<String> smithSet) implements Outcome {
  /** Looks at every pair. */
  public static Condorcet of(Profile profile) {
    List<String> smithSet = smithSet(profile);
    // One option beats all others exactly when it is the whole set.
    return new Condorcet(smithSet.size() == 1 ? smithSet : List.of(), smithSet);
  }

  /** The winner, if there is one. */
  public @Nullable String winner() {
    return winners.isEmpty() ? null : winners.getFirst();
  }

  /** Who wins the most pairs is in the set; so is whoever a member does not beat. */
  private static List<String> smithSet(Profile profile) {
    Map<String, Ratio> wins = PairwiseRules.copeland(profile).scores();
    Deque<Integer> asked = new ArrayDeque<>();
    asked.add(profile.options().indexOf(Scores.best(wins).getFirst()));
    BitSet members = new BitSet();
    members.set(asked.getFirst());
    while (!asked.isEmpty()) {
      int member = asked.remove();
      for (int other = 0; other < profile.size(); other++) {
        if (!members.get(other) && !profile.beats(member, other)) {
          members.set(other);
          asked.add(other);
        }
      }
    }
    return members.stream().mapToObj(profile::option).toList();
  }
}
