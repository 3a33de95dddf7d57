package io.lida.llm.sim;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The verbal habits of a speaker, sparingly used and only where they make sense. */
final class Tics {
  /** A habit that answers someone needs someone who has spoken. */
  private static final Pattern ANSWERS =
      Pattern.compile("(?i).*\\b(heard|agree|answer|respect|contrary|interprets)\\b.*");

  /** A habit that reports an event fits only what the speaker tells as their own. */
  private static final Pattern REPORTS =
      Pattern.compile("(?i)(in (my|our|the) .*|when .*|back in.*)");

  /** A habit that sets a scene needs what would follow there, and a point is not that. */
  private static final Pattern SUPPOSES = Pattern.compile("(?i)(suppose|imagine|put yourself).*");

  private static final Pattern OWN = Pattern.compile("(?i).*\\b(my|our|we|i)\\b.*");

  private final List<String> tics;
  private final Voice voice;

  Tics(List<String> tics, Voice voice) {
    this.tics = tics;
    this.voice = voice;
  }

  /** The point led in by a habit; mostly empty. */
  Optional<String> before(Point point, boolean replying) {
    if (tics.isEmpty() || !voice.chance("tic", 0.4)) {
      return Optional.empty();
    }
    String tic = tics.get((int) (voice.unit("which tic") * tics.size())).strip();
    boolean colon = tic.endsWith(":");
    boolean fits =
        !SUPPOSES.matcher(tic).matches()
            && (replying || !ANSWERS.matcher(tic).matches())
            && (!REPORTS.matcher(tic).matches() || OWN.matcher(point.text()).matches())
            && (colon || Sentences.lowers(point.text()));
    String sentence = Sentences.capital(tic) + " " + Sentences.inner(point.text()) + ".";
    return fits ? voice.own(sentence) : Optional.empty();
  }
}
