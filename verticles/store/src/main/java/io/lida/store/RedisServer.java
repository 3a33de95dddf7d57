package io.lida.store;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Secrets;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The Redis a node uses: one it was given, or the one of its data folder, which is found again if
 * it runs and started if it does not, never twice. Blocks; not for event loops. Thread-safe.
 */
public final class RedisServer implements AutoCloseable {
  private static final Logger LOG = System.getLogger(RedisServer.class.getName());

  /** A file lock keeps processes apart, this one the threads of one process. */
  private static final ConcurrentHashMap<Path, Object> MONITORS = new ConcurrentHashMap<>();

  private final RedisOptions options;
  private final String clientName = "lida-" + UUID.randomUUID();
  private volatile RedisProbe.Found found;

  private RedisServer(RedisOptions options) {
    this.options = options;
    this.found = options.url().isPresent() ? RedisProbe.given(options.url().get()) : own();
  }

  /**
   * Finds, or starts, the server. Waits for another process that is about to do the same.
   *
   * @throws Fault {@code STORE_UNAVAILABLE} or {@code HOME_UNWRITABLE}, with why and what to do
   */
  public static RedisServer find(RedisOptions options) {
    return new RedisServer(options);
  }

  /** Where it is, with the password. */
  public String url() {
    return found.url();
  }

  /** What it is, in a few words for people. */
  public String describe() {
    return found.description();
  }

  /** Whether it was given, so that its life is none of our business. */
  public boolean given() {
    return options.url().isPresent();
  }

  /** By this name connections made for this object are known to the server. */
  String clientName() {
    return clientName;
  }

  /** Makes sure that the server runs, if it is ours to run, and answers where it is. */
  String revive() {
    if (!given()) {
      found = own();
    }
    return found.url();
  }

  private RedisProbe.Found own() {
    RedisFolder folder = RedisFolder.of(options);
    return alone(folder, () -> new RedisStarter(options, folder).findOrStart());
  }

  /**
   * Stops the server if it is ours and nobody else is connected; else leaves it. Connections made
   * for this object count as closed.
   */
  @Override
  public void close() {
    if (given()) {
      return;
    }
    RedisFolder folder = RedisFolder.of(options);
    alone(
        folder,
        () -> {
          if (RedisProbe.othersAt(found.url(), clientName)) {
            LOG.log(Level.DEBUG, "others use redis in {0}; it stays", folder.folder());
          } else {
            stop(folder);
          }
          return folder;
        });
  }

  private static void stop(RedisFolder folder) throws IOException, InterruptedException {
    ProcessHandle process = folder.process().orElse(null);
    if (process == null) {
      return;
    }
    process.destroy();
    try {
      process.onExit().get(10, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException slow) {
      LOG.log(Level.WARNING, "redis {0} takes long to stop", process.pid());
    }
  }

  /** Does something while no other thread or process touches the folder. */
  private static <T> T alone(RedisFolder folder, Callable<T> task) {
    Object monitor = MONITORS.computeIfAbsent(folder.folder(), path -> new Object());
    synchronized (monitor) {
      try (FileChannel file =
              FileChannel.open(
                  folder.folder().resolve("lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock lock = file.lock()) {
        LOG.log(Level.TRACE, "holding {0}", lock);
        return task.call();
      } catch (Fault fault) {
        throw fault;
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw unavailable("interrupted", "");
      } catch (Exception failure) {
        throw unavailable(RedisFolder.reason(failure), "lida doctor");
      }
    }
  }

  static Fault unavailable(String why, String fix) {
    return new Fault(FaultCode.STORE_UNAVAILABLE, "redis cannot be had", Secrets.mask(why), fix);
  }
}
