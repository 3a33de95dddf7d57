package io.lida.proof.faults;

import io.lida.testkit.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What a row plays on: a folder of its own, chance from the seed, and everything it starts, which
 * ends with it. Closing may come from another thread.
 */
final class Stage implements AutoCloseable {
  /** How long a provider takes for an answer. */
  static final Duration LATENCY = Duration.ofMillis(200);

  private final List<String> command;
  private final boolean quick;
  private final Random random;
  private final Path folder;
  private final Consumer<String> progress;
  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private final List<Provider> providers = new ArrayList<>();
  private int servers;
  private boolean closed;

  /** A stage in a new folder; the command is the product, without words. */
  Stage(List<String> command, boolean quick, long seed, Consumer<String> progress)
      throws IOException {
    this.command = command;
    this.quick = quick;
    this.random = new Random(seed);
    this.progress = progress;
    folder = Files.createTempDirectory("lida-faults");
  }

  Path folder() {
    return folder;
  }

  Random random() {
    return random;
  }

  /** How many deliberations load the servers. */
  int runs() {
    return quick ? 40 : 200;
  }

  /** Seconds of an outage: as the matrix wants it, or shorter. */
  int seconds(int full, int shorter) {
    return quick ? shorter : full;
  }

  /** Tells whoever waits what is being done. */
  void tell(String form, Object... values) {
    progress.accept(form.formatted(values));
  }

  /** The providers of all nodes so far. */
  List<Provider> providers() {
    return List.copyOf(providers);
  }

  OwnRedis redis() {
    return own(new OwnRedis(folder.resolve("r")));
  }

  /** A server in a home of its own with a Redis of its own. */
  Served server() throws IOException {
    return server("home", FreePorts.one(), List.of(), Map.of());
  }

  /**
   * A server and the provider it asks.
   *
   * @param home the name of its home, which servers may share
   * @param words what follows {@code serve --port N}
   * @param environment added to the little that it is given
   */
  Served server(String home, int port, List<String> words, Map<String, String> environment)
      throws IOException {
    servers++;
    Provider provider = own(new Provider("stub-" + servers, LATENCY));
    providers.add(provider);
    Map<String, String> all = new HashMap<>();
    all.put("PATH", System.getenv("PATH"));
    all.put("HOME", folder.toString());
    all.put("LIDA_HOME", folder.resolve(home).toString());
    all.put("XDG_RUNTIME_DIR", folder.toString());
    all.put("LIDA_JAVA_HOME", System.getProperty("java.home"));
    all.put("NO_COLOR", "1");
    all.put("LIDA_LOCAL_BASE_URL", provider.url());
    all.put("LIDA_REQUESTS_PER_SECOND", "1000");
    all.put("LIDA_REQUESTS_BURST", "1000");
    all.putAll(environment);
    Path workplace = Files.createDirectories(folder.resolve("work"));
    return own(
        new Served(
            new Served.Launch(
                "server-" + servers,
                command,
                workplace,
                Files.createDirectories(folder.resolve(home)),
                port,
                words,
                all)));
  }

  /** Something that ends with the stage; at once when the stage has ended. */
  <T extends AutoCloseable> T own(T thing) {
    synchronized (started) {
      started.push(thing);
      if (closed) {
        closeAll();
        throw new IllegalStateException("the stage is closed");
      }
    }
    return thing;
  }

  private void closeAll() {
    while (!started.isEmpty()) {
      try {
        started.pop().close();
      } catch (Exception unclosable) {
        progress.accept("could not end: " + unclosable);
      }
    }
  }

  @Override
  public void close() throws IOException {
    synchronized (started) {
      closed = true;
      closeAll();
    }
    if (System.getenv("LIDA_FAULTS_KEEP") != null) {
      progress.accept("kept " + folder);
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (UncheckedIOException vanishing) {
      throw vanishing.getCause();
    }
  }
}
