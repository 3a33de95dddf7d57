package io.lida.store;

import io.lida.contract.Runs;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in the list of runs: after the run of this id, which was entered at this moment. It holds
 * when that run is removed.
 *
 * @param score milliseconds, or {@code +inf} for before the newest
 */
record Place(String score, String run) {
  private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,15})-([A-Za-z0-9_-]{1,64})");
  private static final Place NEWEST = new Place("+inf", "");

  /**
   * The place that was written so; the newest for none.
   *
   * @throws IllegalArgumentException when it is no place
   */
  static Place of(@Nullable String written) {
    if (written == null) {
      return NEWEST;
    }
    Matcher parts = WRITTEN.matcher(written);
    if (!parts.matches()) {
      throw new IllegalArgumentException("before must be the next of a listing");
    }
    return new Place(parts.group(1), parts.group(2));
  }

  static Place after(Runs.Summary run) {
    return new Place(Long.toString(run.created().toEpochMilli()), run.id());
  }

  @Override
  public String toString() {
    return score + "-" + run;
  }
}
