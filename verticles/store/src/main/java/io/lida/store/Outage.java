package io.lida.store;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.vertx.core.VertxException;
import io.vertx.redis.client.Response;
import java.util.List;

/** Tells failures that pass from those that stay, and says either to people. */
final class Outage {
  static final Throwable DOWN = VertxException.noStackTrace("redis is not connected");
  static final Throwable SILENT = VertxException.noStackTrace("redis does not answer");
  static final Throwable CLOSED = VertxException.noStackTrace("the store is closed");

  private static final List<String> PASSING =
      List.of(
          "CONNECTION_CLOSED",
          "NOSCRIPT",
          "LOADING",
          "BUSY",
          "MISCONF",
          "OOM",
          "READONLY",
          "MASTERDOWN",
          "CLUSTERDOWN",
          "TRYAGAIN",
          "NOREPLICAS");

  private Outage() {}

  /** Whether the same request may succeed later. */
  static boolean passing(Throwable cause) {
    if (cause == CLOSED) {
      return false;
    }
    if (!(cause instanceof Response)) {
      // Not what Redis said, so it is the connection.
      return true;
    }
    String text = String.valueOf(cause.getMessage());
    return PASSING.stream().anyMatch(text::startsWith);
  }

  static boolean forgotScripts(Throwable cause) {
    return cause instanceof Response && String.valueOf(cause.getMessage()).startsWith("NOSCRIPT");
  }

  static Fault fault(Throwable cause, RedisServer server) {
    return cause instanceof Fault known
        ? known
        : new Fault(
            FaultCode.STORE_UNAVAILABLE,
            "redis cannot be had",
            String.valueOf(cause.getMessage()) + " (" + server.describe() + ")",
            server.given() ? "check the server given by --redis" : "lida doctor");
  }
}
