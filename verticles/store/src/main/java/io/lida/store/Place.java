package io.lida.store;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in an index of runs: after the run of this id, which has this score there. It holds when
 * that run is removed.
 *
 * @param score milliseconds as Redis writes them, or {@code +inf} for before the newest
 */
record Place(String score, String run) implements Comparable<Place> {
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

  /** The newest first, as the index is sorted. */
  @Override
  public int compareTo(Place other) {
    int scores = Double.compare(Double.parseDouble(other.score), Double.parseDouble(score));
    return scores != 0 ? scores : other.run.compareTo(run);
  }

  @Override
  public String toString() {
    return score + "-" + run;
  }
}
