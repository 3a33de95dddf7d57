package io.lida.gateway;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.vertx.ext.web.RoutingContext;
import java.util.function.LongSupplier;

/** Bounds how often somebody at one address may try to log in and fail. For one event loop. */
final class Doorbell {
  private static final int PER_MINUTE = 5;

  private final Buckets tries;

  Doorbell(LongSupplier nanos) {
    this.tries = new Buckets(PER_MINUTE / 60.0, PER_MINUTE, nanos);
  }

  /**
   * Counts a try.
   *
   * @throws Fault RATE_LIMITED after too many that failed
   */
  void ring(RoutingContext context) {
    if (tries.take(address(context)) > 0) {
      throw new Fault(
          FaultCode.RATE_LIMITED,
          "too many tries to log in",
          PER_MINUTE + " failures a minute are borne from one address",
          "wait a minute; lida view prints a fresh link");
    }
  }

  /** A try that succeeded does not count. */
  void entered(RoutingContext context) {
    tries.giveBack(address(context));
  }

  private static String address(RoutingContext context) {
    return context.request().remoteAddress().hostAddress();
  }
}
