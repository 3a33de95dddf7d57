package io.lida.store;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Redis that can be started.
 *
 * @param name {@code redis} or {@code valkey}
 * @param bundled whether it is the one that came with us, good for a laptop
 */
record RedisBinary(Path file, String name, Version version, boolean bundled) {
  private static final Pattern VERSION = Pattern.compile("v=(\\d+)\\.(\\d+)\\.(\\d+)");
  private static final Version LEAST_ON_PATH = new Version(7, 0, 0);
  private static final Pattern TEXT_FILE_BUSY = Pattern.compile("error[:=] ?26\\b");
  private static final long TRY_AGAIN_MS = 20;
  private static final int TRIES = 50;

  /** By operating system and processor, as the JDK names them. */
  private static final Map<String, String> BUNDLED =
      Map.of(
          "linux-amd64", "redis-server-6.2.6-v5-linux-amd64",
          "linux-aarch64", "redis-server-6.2.7-linux-arm64",
          "linux-x86", "redis-server-6.2.7-linux-386",
          "linux-i386", "redis-server-6.2.7-linux-386",
          "mac-x86_64", "redis-server-6.2.6-v5-darwin-amd64",
          "mac-aarch64", "redis-server-6.2.6-v5-darwin-arm64");

  /** A version of Redis, or of Valkey, which counts on from Redis 7.2. */
  record Version(int major, int minor, int patch) implements Comparable<Version> {
    static Optional<Version> in(String text, Pattern pattern) {
      Matcher found = pattern.matcher(text);
      return found.find()
          ? Optional.of(
              new Version(
                  Integer.parseInt(found.group(1)),
                  Integer.parseInt(found.group(2)),
                  Integer.parseInt(found.group(3))))
          : Optional.empty();
    }

    @Override
    public int compareTo(Version other) {
      int byMajor = Integer.compare(major, other.major);
      int byMinor = Integer.compare(minor, other.minor);
      return byMajor != 0 ? byMajor : byMinor != 0 ? byMinor : Integer.compare(patch, other.patch);
    }

    @Override
    public String toString() {
      return major + "." + minor + "." + patch;
    }
  }

  /** The first one on the path that is new enough, else the bundled one. */
  static Optional<RedisBinary> find(String path, Path unpackTo) throws IOException {
    for (String name : List.of("redis", "valkey")) {
      for (Path file : onPath(path, name + "-server")) {
        Optional<Version> version = versionOf(file);
        if (version.isPresent() && version.get().compareTo(LEAST_ON_PATH) >= 0) {
          return Optional.of(new RedisBinary(file, name, version.get(), false));
        }
      }
    }
    return bundled(unpackTo);
  }

  /** Programs of this name in the order of the path. */
  static List<Path> onPath(String path, String program) {
    List<Path> found = new ArrayList<>();
    for (String folder : path.split(Pattern.quote(File.pathSeparator))) {
      if (!folder.isEmpty()) {
        Path file = Path.of(folder, program);
        if (Files.isRegularFile(file) && Files.isExecutable(file)) {
          found.add(file);
        }
      }
    }
    return found;
  }

  private static Optional<RedisBinary> bundled(Path folder) throws IOException {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String kind = system.startsWith("mac") ? "mac" : system.startsWith("linux") ? "linux" : system;
    String resource = BUNDLED.get(kind + "-" + System.getProperty("os.arch"));
    if (resource == null) {
      return Optional.empty();
    }
    Path file = folder.resolve(resource);
    if (!Files.isExecutable(file)) {
      unpack(resource, file);
    }
    return versionOf(file).map(version -> new RedisBinary(file, "redis", version, true));
  }

  private static void unpack(String resource, Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    try (InputStream binary = RedisBinary.class.getResourceAsStream("/" + resource)) {
      if (binary == null || folder == null) {
        throw new IOException("the bundled redis is not on the class path: " + resource);
      }
      Files.createDirectories(folder);
      Path partial = Files.createTempFile(folder, "redis-server", ".partial");
      Files.copy(binary, partial, StandardCopyOption.REPLACE_EXISTING);
      Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rwx------"));
      Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** What the program says its version is; empty if it does not run here. */
  private static Optional<Version> versionOf(Path file) throws IOException {
    try {
      Process process =
          started(new ProcessBuilder(file.toString(), "--version").redirectErrorStream(true), 1);
      process.getOutputStream().close();
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return Optional.empty();
      }
      byte[] said = process.getInputStream().readNBytes(4096);
      return Version.in(new String(said, StandardCharsets.UTF_8), VERSION);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    } catch (IOException unusable) {
      return Optional.empty();
    }
  }

  /**
   * A process that was forked while a program was being written holds it open for a moment, and the
   * system starts no program that somebody may still write.
   */
  private static Process started(ProcessBuilder program, int tries) throws IOException {
    try {
      return program.start();
    } catch (IOException refused) {
      if (tries == TRIES || !TEXT_FILE_BUSY.matcher(String.valueOf(refused.getMessage())).find()) {
        throw refused;
      }
      Executor soon = CompletableFuture.delayedExecutor(TRY_AGAIN_MS, TimeUnit.MILLISECONDS);
      CompletableFuture.runAsync(() -> {}, soon).join();
      return started(program, tries + 1);
    }
  }
}
