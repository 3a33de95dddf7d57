package io.lida.launcher;

import io.lida.contract.Bus;
import io.lida.contract.Fault;

/** A running node: a bus with all rooms on it. Thread-safe. */
public interface House extends AutoCloseable {
  /**
   * Opens a house on this machine alone: no port is opened but the store's private one.
   *
   * <p>Blocks until every room answers; not for event loops.
   *
   * @throws Fault HOME_UNWRITABLE, STORE_UNAVAILABLE or INVALID_CONFIG, with what to do
   */
  static House open(Settings settings) {
    return StandaloneHouse.open(settings);
  }

  /** The bus at which the rooms answer. */
  Bus bus();

  /** The Redis in use, in words. */
  String store();

  /** Leaves runs under way as interrupted, then closes all rooms; idempotent. */
  @Override
  void close();
}
