package io.lida.deliberation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * What the engine is told at its start.
 *
 * @param home the user's data folder
 * @param conf the folder of {@code lexicon.json}
 * @param versions what runs are made with, for their manifests
 * @param host the machine's name, for manifests
 * @param retention how long the log of an ended run is kept in the store
 * @param atOnce how many questions are answered at the same time
 */
public record DeliberationOptions(
    Path home,
    Path conf,
    Map<String, String> versions,
    String host,
    Duration retention,
    int atOnce) {
  public DeliberationOptions {
    versions = Map.copyOf(versions);
    if (retention.isNegative() || retention.isZero() || atOnce < 1) {
      throw new IllegalArgumentException("retention and at_once must be positive");
    }
  }

  /** Ninety days of retention, ten thousand questions at once. */
  public static DeliberationOptions defaults(Path home, Path conf) {
    return new DeliberationOptions(home, conf, Map.of(), "localhost", Duration.ofDays(90), 10_000);
  }
}
