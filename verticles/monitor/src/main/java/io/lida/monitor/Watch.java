package io.lida.monitor;

import io.lida.contract.Monitor.Health;
import io.lida.contract.Monitor.Point;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Looks at the node every 2 s, and tells when it falls ill and when it is well again. */
final class Watch {
  private static final long EVERY_MS = 2_000;

  private final Vertx vertx;
  private final Checkup checkup;
  private final BiConsumer<String, Map<String, String>> tell;
  private boolean well;
  private boolean ill;
  private boolean over;

  /**
   * A watch that has not begun.
   *
   * @param tell is told the name of what happened, with its facts
   */
  Watch(Vertx vertx, Checkup checkup, BiConsumer<String, Map<String, String>> tell) {
    this.vertx = vertx;
    this.checkup = checkup;
    this.tell = tell;
  }

  /** Looks now and from now on. */
  void look() {
    checkup.health().onSuccess(this::seen).onComplete(done -> again());
  }

  private void again() {
    if (!over) {
      vertx.setTimer(EVERY_MS, timer -> look());
    }
  }

  /** A node that begins, or that lets its work go because it was told to, is not ill. */
  private void seen(Health health) {
    if (health.ready()) {
      if (ill) {
        tell.accept("health.recovered", Map.of());
      }
      ill = false;
      well = true;
    } else if (well && !ill && health.points().stream().allMatch(Watch::notDraining)) {
      ill = true;
      tell.accept("health.degraded", complaints(health));
    }
  }

  private static boolean notDraining(Point point) {
    return point.ok() || !point.name().equals("drain");
  }

  private static Map<String, String> complaints(Health health) {
    return health.points().stream()
        .filter(point -> !point.ok())
        .collect(Collectors.toMap(Point::name, Point::detail));
  }

  void end() {
    over = true;
  }
}
