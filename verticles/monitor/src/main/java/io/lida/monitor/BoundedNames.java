package io.lida.monitor;

import java.util.HashSet;
import java.util.Set;

/** Keeps the values of a label few, whatever users write: those first seen, then "other". */
final class BoundedNames {
  static final String OTHER = "other";

  private final int most;
  private final Set<String> known = new HashSet<>();

  BoundedNames(int most) {
    this.most = most;
  }

  /** The name itself, or {@link #OTHER}. For one thread at a time. */
  String of(String name) {
    if (!known.contains(name)) {
      if (known.size() >= most) {
        return OTHER;
      }
      known.add(name);
    }
    return name;
  }
}
