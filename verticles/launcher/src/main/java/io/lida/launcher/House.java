package io.lida.launcher;

import io.lida.contract.Bus;

/** A running node: a bus with all rooms on it. */
public interface House extends AutoCloseable {
  /** The bus at which the rooms answer. */
  Bus bus();

  /** The Redis in use, in words. */
  String store();

  /** Pauses what this node works on as interrupted, then closes all rooms; idempotent. */
  @Override
  void close();
}
