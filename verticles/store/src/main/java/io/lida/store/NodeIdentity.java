package io.lida.store;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that may own runs; two with the same id are still two.
 *
 * @param id unique among the nodes alive
 * @param host the name of the machine, against which {@code pid} is to be read
 * @param started when the process began, so that a number used again is not taken for it
 */
public record NodeIdentity(String id, String host, long pid, Instant started) {
  /** The machine tells a process's start only to about a second. */
  private static final Duration BLUR = Duration.ofSeconds(2);

  public NodeIdentity {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a node needs an id");
    }
  }

  /** This process under an id. */
  public static NodeIdentity ofThisProcess(String id) {
    ProcessHandle self = ProcessHandle.current();
    Instant started = self.info().startInstant().orElse(Instant.EPOCH);
    return new NodeIdentity(id, hostName(), self.pid(), started);
  }

  /** Whether the process is known to be dead, as seen from another; false when in doubt. */
  boolean goneAsSeenFrom(NodeIdentity observer) {
    return host.equals(observer.host) && !runs();
  }

  private boolean runs() {
    Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    return process.isPresent()
        && process
            .get()
            .info()
            .startInstant()
            .map(instant -> Duration.between(instant, started).abs().compareTo(BLUR) <= 0)
            .orElse(true);
  }

  private static String hostName() {
    try {
      Path kernel = Path.of("/proc/sys/kernel/hostname");
      return Files.isReadable(kernel)
          ? Files.readString(kernel).strip()
          : InetAddress.getLocalHost().getHostName();
    } catch (IOException nameless) {
      return "localhost";
    }
  }
}
