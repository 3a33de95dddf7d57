package io.lida.proof;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the browser is that this machine has, if it has one. */
public final class ChromiumPath {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  private ChromiumPath() {}

  /** The first on the path, by the name that comes first. */
  public static Optional<Path> find() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return NAMES.stream()
        .flatMap(
            name ->
                Stream.of(path.split(File.pathSeparator)).map(Path::of).map(p -> p.resolve(name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
