package io.lida.launcher;

import java.time.Instant;

/**
 * A running server, {@code lida.server/v1}.
 *
 * @param node its id on the bus
 * @param url where it listens
 * @param started when it began to listen
 */
public record ServerEntry(String schema, long pid, String node, String url, Instant started) {
  /** A server of this process that listens from now on. */
  static ServerEntry of(String node, String url, Instant now) {
    return new ServerEntry("lida.server/v1", ProcessHandle.current().pid(), node, url, now);
  }

  /** Whether its process runs; one that began later has only been given the same number. */
  boolean alive() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .map(process -> process.info().startInstant().orElse(Instant.EPOCH))
        .filter(begun -> !begun.isAfter(started))
        .isPresent();
  }
}
