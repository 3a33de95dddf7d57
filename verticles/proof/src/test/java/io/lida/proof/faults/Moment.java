package io.lida.proof.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** The moment at which a fault is injected: after a part of the work, drawn from the seed. */
final class Moment {
  private static final double EARLIEST = 0.15;
  private static final double LATEST = 0.6;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private Moment() {}

  /** Waits until the providers were asked for a part of all the calls that a load makes. */
  static void in(Stage stage, Load load) throws IOException, InterruptedException {
    in(stage, stage.providers(), load);
  }

  /** Waits until these providers were asked for a part of all the calls that a load makes. */
  static void in(Stage stage, List<Provider> providers, Load load)
      throws IOException, InterruptedException {
    double part = EARLIEST + stage.random().nextDouble() * (LATEST - EARLIEST);
    long calls = Math.round(part * load.size() * Load.CALLS);
    stage.tell("waits for call %d of %d", calls, load.size() * Load.CALLS);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (providers.stream().mapToInt(Provider::calls).sum() < calls) {
      if (System.nanoTime() > deadline) {
        throw new IOException("the load did not come to call " + calls + " within " + PATIENCE);
      }
      Thread.sleep(5);
    }
  }
}
