package io.lida.deliberation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * What the engine is told at its start.
 *
 * @param home the user's data folder
 * @param conf the folder of {@code lexicon.json} and {@code grid.json}
 * @param versions what runs are made with, for their manifests; a run made with another {@code
 *     engine} is not taken up
 * @param host the machine's name, for manifests
 * @param retention how long the log of an ended run is kept in the store
 * @param atOnce how many questions are answered at the same time
 * @param capacity how many runs are taken
 */
public record DeliberationOptions(
    Path home,
    Path conf,
    Map<String, String> versions,
    String host,
    Duration retention,
    int atOnce,
    Capacity capacity) {
  public DeliberationOptions {
    versions = Map.copyOf(versions);
    if (retention.isNegative() || retention.isZero() || atOnce < 1) {
      throw new IllegalArgumentException("retention and at_once must be positive");
    }
  }

  /** Ninety days of retention, ten thousand questions at once, nobody's runs but its own. */
  public static DeliberationOptions defaults(Path home, Path conf) {
    return new DeliberationOptions(
        home, conf, Map.of(), "localhost", Duration.ofDays(90), 10_000, Capacity.OWN);
  }

  /** The same, but with this capacity. */
  public DeliberationOptions with(Capacity other) {
    return new DeliberationOptions(home, conf, versions, host, retention, atOnce, other);
  }

  /**
   * How many runs a node takes.
   *
   * @param adopts whether it takes up runs that others left, and those that wait
   * @param places runs worked on at once
   * @param waiting runs that may wait for a place, on all nodes together; none unless it adopts,
   *     since nobody would come for them
   */
  public record Capacity(boolean adopts, int places, int waiting) {
    /** The runs asked for here, however many. */
    public static final Capacity OWN = new Capacity(false, Integer.MAX_VALUE, 0);

    /** A server: a thousand runs at once, a thousand that wait, and those that others left. */
    public static final Capacity SERVER = new Capacity(true, 1_000, 1_000);

    public Capacity {
      if (places < 1 || waiting < 0 || (waiting > 0 && !adopts)) {
        throw new IllegalArgumentException(
            "places must be at least 1, waiting at least 0, and 0 where nothing is adopted");
      }
    }
  }
}
