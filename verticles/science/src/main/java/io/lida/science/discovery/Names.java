package io.lida.science.discovery;

import io.lida.science.Refusal;
import java.util.HashSet;
import java.util.List;

/** Refusals of variables by name, and their places in the order of names. */
final class Names {
  /** So many fit into the bits of a set. */
  private static final int MOST = 60;

  private Names() {}

  /** Refuses none ({@code empty_input}), too many, and a name that is blank or given twice. */
  static List<String> checked(List<String> names) {
    if (names.isEmpty()) {
      throw new Refusal("empty_input", "there are no variables");
    }
    if (names.size() > MOST) {
      throw new Refusal("too_large", "at most " + MOST + " variables, not " + names.size());
    }
    HashSet<String> seen = new HashSet<>();
    for (String name : names) {
      if (name.isBlank() || !seen.add(name)) {
        throw new Refusal("invalid_input", "variables need names of their own, unlike " + name);
      }
    }
    return List.copyOf(names);
  }

  /** Where in the given list the variable of each place in the order of names is. */
  static int[] sorted(List<String> names) {
    return names.stream().sorted().mapToInt(names::indexOf).toArray();
  }

  /** Refuses fewer observations than ten for each variable ({@code too_few}). */
  static void enough(double n, int variables) {
    if (!(n >= 10.0 * variables)) {
      throw new Refusal(
          "too_few",
          variables + " variables need " + 10 * variables + " observations; there are " + n);
    }
  }
}
