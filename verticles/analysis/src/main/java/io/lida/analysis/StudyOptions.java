package io.lida.analysis;

import java.time.Duration;

/**
 * What the room of studies is told at its start.
 *
 * @param atOnce how many questions are answered at the same time
 * @param runsAtOnce how many runs of one study are under way at the same time
 * @param look how often a study is looked at, should nothing be heard of its runs
 * @param retention how long a study that has ended is kept
 * @param adopts whether studies that others began, or left, are driven too
 */
public record StudyOptions(
    int atOnce, int runsAtOnce, Duration look, Duration retention, boolean adopts) {
  public StudyOptions {
    if (atOnce < 1
        || runsAtOnce < 1
        || look.toMillis() < 1
        || retention.isNegative()
        || retention.isZero()) {
      throw new IllegalArgumentException(
          "at_once, runs_at_once, look and retention must be positive");
    }
  }

  /**
   * Eight runs of a study at once: enough that slow models do not stretch it over days, and few
   * enough that a node has places left for others and that what a cancelled study throws away is
   * little. A look each second.
   */
  public static StudyOptions defaults(Duration retention, boolean adopts) {
    return new StudyOptions(100, 8, Duration.ofSeconds(1), retention, adopts);
  }
}
