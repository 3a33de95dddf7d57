package io.lida.science.voting;

import java.util.List;

/** What a rule says of an election. */
public interface Outcome {
  /** All who win, in lexicographic order: several in a tie, none where the rule may name nobody. */
  List<String> winners();
}
