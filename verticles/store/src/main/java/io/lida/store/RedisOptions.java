package io.lida.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Where Redis is to be had.
 *
 * @param home the data folder; a server of ours lives in {@code redis/} below it
 * @param url a given server, {@code redis://}, {@code rediss://} or {@code unix://}, with the
 *     password in it; empty to find or start one of our own
 * @param appendfsync {@code everysec}, {@code always} or {@code no}, for a server of our own
 * @param path the folders to look for a Redis in, as in the environment
 * @param temporary where a socket goes whose path in the data folder would be too long
 */
public record RedisOptions(
    Path home, Optional<String> url, String appendfsync, String path, Path temporary) {
  private static final Set<String> FSYNC = Set.of("everysec", "always", "no");

  public RedisOptions {
    home = home.toAbsolutePath().normalize();
    if (!FSYNC.contains(appendfsync)) {
      throw new IllegalArgumentException(
          "appendfsync must be everysec, always or no, not " + appendfsync);
    }
  }

  /** A server of our own in this data folder, or one from the path of this process. */
  public static RedisOptions defaults(Path home) {
    String runtime = System.getenv("XDG_RUNTIME_DIR");
    return new RedisOptions(
        home,
        Optional.empty(),
        "everysec",
        Optional.ofNullable(System.getenv("PATH")).orElse(""),
        Path.of(runtime == null ? System.getProperty("java.io.tmpdir") : runtime));
  }

  /** The same, but with a given server. */
  public RedisOptions withUrl(String given) {
    return new RedisOptions(home, Optional.of(given), appendfsync, path, temporary);
  }
}
