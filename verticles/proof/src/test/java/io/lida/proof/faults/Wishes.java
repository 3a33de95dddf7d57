package io.lida.proof.faults;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/**
 * What was asked of the driver.
 *
 * @param rows the numbers of the rows; empty for all
 */
record Wishes(long seed, Set<Integer> rows, boolean quick, boolean json, boolean help) {
  static final String HELP =
      """
      Kills, freezes, cuts off and abuses real servers, and says what held.

        scripts/faults [--seed N] [--rows 1,3,5] [--quick] [--json]

        --seed N      the same faults again; without it, a seed is drawn and printed
        --rows LIST   only the rows with these numbers
        --quick       40 deliberations instead of 200, and shorter outages
        --json        one document (lida.faults/v1) instead of the table
        -h, --help    this text

      The table of required and seen goes to standard output, progress to standard error.
      Exit codes: 0 every row holds, 1 one does not, 2 misuse, 130 interrupted.
      LIDA_FAULTS_KEEP=1 keeps the folders of the rows.

      Rows:
      """;

  /**
   * Reads words.
   *
   * @param known the numbers of all rows
   * @throws IllegalArgumentException a word or a number is not known; the message says which
   */
  static Wishes of(List<String> words, Set<Integer> known) {
    long seed = ThreadLocalRandom.current().nextInt(1 << 30);
    Set<Integer> rows = Set.of();
    boolean quick = false;
    boolean json = false;
    boolean help = false;
    Iterator<String> rest = words.iterator();
    while (rest.hasNext()) {
      String word = rest.next();
      switch (word) {
        case "--seed" -> seed = number(word, value(word, rest));
        case "--rows" -> rows = rows(value(word, rest), known);
        case "--quick" -> quick = true;
        case "--json" -> json = true;
        case "-h", "--help" -> help = true;
        default -> throw new IllegalArgumentException("unknown word: " + word);
      }
    }
    return new Wishes(seed, rows, quick, json, help);
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return rest.next();
  }

  private static long number(String option, String text) {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException word) {
      throw new IllegalArgumentException(option + " takes numbers, not: " + text, word);
    }
  }

  private static Set<Integer> rows(String list, Set<Integer> known) {
    Set<Integer> rows =
        Arrays.stream(list.split(",", -1))
            .map(text -> Math.toIntExact(number("--rows", text)))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<Integer> strange = new TreeSet<>(rows);
    strange.removeAll(known);
    if (!strange.isEmpty()) {
      throw new IllegalArgumentException("no such row: " + strange + "; there are " + known);
    }
    return rows;
  }
}
