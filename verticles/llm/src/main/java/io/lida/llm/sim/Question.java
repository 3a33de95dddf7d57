package io.lida.llm.sim;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The question as a speaker may refer to it. A topic is data: a short clean line is quoted, and
 * anything else is only pointed at.
 *
 * @param reference reads where a noun phrase stands
 * @param yes the claim that answers yes, where the topic's form allows to make one
 * @param no the claim that answers no
 */
record Question(String reference, Optional<String> yes, Optional<String> no) {
  private static final int QUOTED_WORDS = 14;
  private static final int QUOTED_CHARS = 120;
  private static final int SUBJECT_WORDS = 7;
  private static final Pattern CLEAN = Pattern.compile("[\\p{L}\\p{M}\\p{N} ,'’%&/()–-]+\\??");
  private static final Pattern SHOULD_BE = Pattern.compile("Should (\\S.*?) be (\\S.*)\\?");
  private static final Pattern SHOULD_DO =
      Pattern.compile(
          "Should"
              + " (we|governments|states|countries|companies|developers|laboratories|labs|schools|universities|courts|regulators|parliaments)"
              + " ((?!not |never |have |also )\\S.*)\\?");

  static Question of(String topic) {
    String line = topic.length() > 4 * QUOTED_CHARS ? "" : topic.strip();
    if (line.length() > QUOTED_CHARS
        || Sentences.words(line) > QUOTED_WORDS
        || !CLEAN.matcher(line).matches()) {
      return new Question("the question before us", Optional.empty(), Optional.empty());
    }
    Matcher be = SHOULD_BE.matcher(line);
    if (simple(line) && be.matches() && Sentences.words(be.group(1)) <= SUBJECT_WORDS) {
      return answers(line, be.group(1), "be " + be.group(2));
    }
    Matcher act = SHOULD_DO.matcher(line);
    if (simple(line) && act.matches()) {
      return answers(line, act.group(1), act.group(2));
    }
    return new Question("“" + line + "”", Optional.empty(), Optional.empty());
  }

  private static boolean simple(String line) {
    return !line.contains(" or ") && !line.contains(",") && !line.contains(" not ");
  }

  private static Question answers(String line, String subject, String predicate) {
    return new Question(
        "“" + line + "”",
        Optional.of(subject + " should " + predicate),
        Optional.of(subject + " should not " + predicate));
  }

  /** The answer of a side spelt out. */
  Optional<String> stand(int side) {
    return side > 0 ? yes : side < 0 ? no : Optional.empty();
  }
}
