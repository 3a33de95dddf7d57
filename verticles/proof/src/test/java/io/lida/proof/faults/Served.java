package io.lida.proof.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Wire;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One {@code lida serve}, which can be killed, stopped, frozen and started again over what it left.
 */
final class Served implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);

  private final Launch launch;
  private @Nullable Process process;
  private int starts;

  /**
   * How it is started.
   *
   * @param name of its files
   * @param command the product, without words
   * @param words what follows {@code serve --port N}
   * @param environment the whole of it
   */
  record Launch(
      String name,
      List<String> command,
      Path folder,
      Path home,
      int port,
      List<String> words,
      Map<String, String> environment) {}

  Served(Launch launch) {
    this.launch = launch;
  }

  /** Begins to start it; {@link #ready} waits. */
  Served begin() throws IOException {
    List<String> line = new ArrayList<>(launch.command());
    line.addAll(List.of("serve", "--port", Integer.toString(launch.port())));
    line.addAll(launch.words());
    starts++;
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(launch.folder().toFile())
            .redirectInput(new File("/dev/null"))
            .redirectOutput(launch.folder().resolve(launch.name() + ".out").toFile())
            .redirectError(log(starts).toFile());
    builder.environment().clear();
    builder.environment().putAll(launch.environment());
    process = builder.start();
    return this;
  }

  /** Waits until it takes work, and answers when that was. */
  Instant ready() throws IOException, InterruptedException {
    return awaitHealth("/health/ready", START);
  }

  /** Waits until this path of its health says 200. */
  Instant awaitHealth(String path, Duration patience) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < deadline) {
      if (!process().isAlive()) {
        throw new IOException(launch.name() + " ended at its start: " + lastWords());
      }
      if (health(path) == 200) {
        return Instant.now();
      }
      Thread.sleep(50);
    }
    throw new IOException(
        launch.name() + ": " + path + " is not 200 after " + patience + ": " + lastWords());
  }

  /** The status of a path of its health; 0 when nobody answers. */
  int health(String path) throws InterruptedException {
    try {
      return new Http(launch.port(), "").get(path).status();
    } catch (IOException away) {
      return 0;
    }
  }

  /** Its door, for the owner of the home. */
  Http http() throws IOException {
    return new Http(launch.port(), Files.readString(launch.home().resolve("api-key")).strip());
  }

  /** Its id among the nodes, as it writes it down in its home once it is whole. */
  String node() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + START.toNanos();
    while (System.nanoTime() < deadline) {
      Optional<String> node = entered();
      if (node.isPresent()) {
        return node.get();
      }
      Thread.sleep(50);
    }
    throw new IOException(launch.name() + " is not among the servers of its home");
  }

  private Optional<String> entered() throws IOException {
    Path servers = launch.home().resolve("servers");
    if (!Files.isDirectory(servers)) {
      return Optional.empty();
    }
    try (Stream<Path> entries = Files.list(servers)) {
      for (Path entry : entries.filter(file -> file.toString().endsWith(".json")).toList()) {
        JsonNode server = Wire.parse(Files.readString(entry));
        if (server.path("pid").asLong() == process().pid()) {
          return Optional.of(server.path("node").asText());
        }
      }
    }
    return Optional.empty();
  }

  int port() {
    return launch.port();
  }

  Path home() {
    return launch.home();
  }

  boolean isAlive() {
    return process != null && process.isAlive();
  }

  /** As {@code kill -9}; answers when. */
  Instant kill() {
    Instant when = Instant.now();
    process().destroyForcibly().onExit().join();
    return when;
  }

  /** Sends a signal by its name. */
  void signal(String name) throws IOException, InterruptedException {
    String pid = Long.toString(process().pid());
    new ProcessBuilder("kill", "-" + name, pid).inheritIO().start().waitFor();
  }

  /** Waits for its end; its exit code, or nothing if it does not end in time. */
  Optional<Integer> exit(Duration patience) throws InterruptedException {
    return process().waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)
        ? Optional.of(process().exitValue())
        : Optional.empty();
  }

  /** All it said on standard error since it was first started. */
  String said() throws IOException {
    StringBuilder all = new StringBuilder();
    for (int start = 1; start <= starts; start++) {
      all.append(Files.readString(log(start)));
    }
    return all.toString();
  }

  private String lastWords() throws IOException {
    List<String> lines = Files.readAllLines(log(starts));
    return String.join(" | ", lines.subList(Math.max(0, lines.size() - 6), lines.size()));
  }

  private Path log(int start) {
    return launch.folder().resolve(launch.name() + "-" + start + ".err");
  }

  private Process process() {
    if (process == null) {
      throw new IllegalStateException(launch.name() + " was not started");
    }
    return process;
  }

  @Override
  public void close() throws IOException {
    if (process != null && process.isAlive()) {
      process.destroyForcibly().onExit().join();
    }
    OwnRedis.killIn(launch.home());
  }
}
