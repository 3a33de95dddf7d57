package io.lida.store;

import io.lida.contract.Fault;
import java.io.File;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Finds the server of a folder, or starts it. Used only while holding the folder's lock, so that
 * there are never two. Blocks.
 */
final class RedisStarter {
  private static final Logger LOG = System.getLogger(RedisStarter.class.getName());
  private static final long LOOK_EVERY_MS = 10;

  /** A server with a long log to read refuses until it has, and is waited for. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  private static final long PATIENCE_WITH_SILENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final RedisOptions options;
  private final RedisFolder folder;

  RedisStarter(RedisOptions options, RedisFolder folder) {
    this.options = options;
    this.folder = folder;
  }

  RedisProbe.Found findOrStart() throws IOException, InterruptedException {
    Optional<String> url = folder.url();
    Optional<ProcessHandle> running = folder.process();
    if (url.isPresent() && running.isPresent()) {
      try {
        return waitFor(url.get(), running.get());
      } catch (Fault unavailable) {
        if (running.get().isAlive()) {
          throw unavailable;
        }
      }
    }
    folder.tidy();
    return start();
  }

  private RedisProbe.Found start() throws IOException, InterruptedException {
    RedisBinary binary =
        RedisBinary.find(options.path(), folder.bin())
            .orElseThrow(
                () ->
                    RedisServer.unavailable(
                        "no redis-server or valkey-server >= 7.0 on the path, and none comes with"
                            + " us for this system",
                        "install redis >= 7, or give one with --redis"));
    if (folder.needsSeven() && binary.version().major() < 7) {
      throw RedisServer.unavailable(
          "what is kept in %s was written by redis >= 7, and only %s is here"
              .formatted(folder.folder(), binary.version()),
          "install redis >= 7");
    }
    String url = folder.configure(options.appendfsync());
    Process child =
        new ProcessBuilder(command(binary))
            .directory(folder.folder().toFile())
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
            .start();
    RedisProbe.Found found = waitFor(url, child.toHandle());
    LOG.log(Level.INFO, "started {0}", found.description());
    return found;
  }

  /** In a session of its own, so that what ends us does not end it: it is found again. */
  private List<String> command(RedisBinary binary) {
    String program = binary.file().toString();
    String conf = folder.conf().toString();
    return RedisBinary.onPath(options.path(), "setsid").stream()
        .findFirst()
        .map(setsid -> List.of(setsid.toString(), program, conf))
        // Redis takes SIGINT back even where it is ignored, so it gets a process group instead.
        .orElse(List.of("sh", "-c", "set -m 2>/dev/null; \"$0\" \"$1\" & wait", program, conf));
  }

  private RedisProbe.Found waitFor(String url, ProcessHandle process)
      throws IOException, InterruptedException {
    long begin = System.nanoTime();
    String why = "it does not answer";
    while (process.isAlive() && System.nanoTime() - begin < PATIENCE_NANOS) {
      try {
        if (Files.exists(folder.socket())) {
          return RedisProbe.own(url, folder);
        }
      } catch (IOException notYet) {
        why = RedisFolder.reason(notYet);
      }
      if (!why.startsWith("LOADING") && System.nanoTime() - begin > PATIENCE_WITH_SILENCE_NANOS) {
        break;
      }
      pause(process);
    }
    throw process.isAlive()
        ? RedisServer.unavailable(
            "process %d in %s: %s".formatted(process.pid(), folder.folder(), why),
            "kill " + process.pid())
        : RedisServer.unavailable("it ended: " + folder.lastWords(), "see " + folder.log());
  }

  /** Waits a moment, or until the process has ended. */
  private static void pause(ProcessHandle process) throws InterruptedException {
    try {
      process.onExit().get(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    } catch (java.util.concurrent.TimeoutException alive) {
      // It is what we hoped for.
    } catch (java.util.concurrent.ExecutionException impossible) {
      throw new IllegalStateException("a process could not be watched", impossible);
    }
  }
}
