package io.lida.proof.faults;

import java.util.ArrayList;
import java.util.List;

/** What a row saw, and which of its requirements did not hold. Thread-safe. */
final class Findings {
  private static final int SHOWN = 8;

  private final List<String> seen = new ArrayList<>();
  private final List<String> broken = new ArrayList<>();

  /** A figure for the table. */
  synchronized void saw(String form, Object... values) {
    seen.add(form.formatted(values));
  }

  /** A requirement; what is said of it is shown when it does not hold. */
  synchronized void require(boolean holds, String form, Object... values) {
    if (!holds) {
      broken.add(form.formatted(values));
    }
  }

  /** Requires that nothing is on this list of deviations. */
  synchronized void requireNone(List<String> deviations) {
    deviations.stream().limit(SHOWN).forEach(broken::add);
    if (deviations.size() > SHOWN) {
      broken.add("and " + (deviations.size() - SHOWN) + " more of these");
    }
  }

  synchronized List<String> broken() {
    return List.copyOf(broken);
  }

  synchronized String seen() {
    return String.join(", ", seen);
  }
}
