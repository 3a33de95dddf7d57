package io.lida.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work on several processes side by side, as many at once as the machine can well bear. */
final class Lanes {
  private static final int LANES = Math.max(2, Runtime.getRuntime().availableProcessors());

  private Lanes() {}

  /** One piece of work. */
  interface Work {
    void run() throws Exception;
  }

  /** Does all the work; fails at the end with the first failure, which holds the others. */
  static void all(List<? extends Work> works) {
    try (ExecutorService lanes = Executors.newFixedThreadPool(LANES)) {
      List<Future<?>> ends = new ArrayList<>();
      for (Work work : works) {
        Callable<Void> call =
            () -> {
              work.run();
              return null;
            };
        ends.add(lanes.submit(call));
      }
      Throwable first = null;
      for (Future<?> end : ends) {
        first = failure(end, first);
      }
      if (first != null) {
        throw new AssertionError(first.getMessage(), first);
      }
    }
  }

  /** How many pieces of work go on at once. */
  static int count() {
    return LANES;
  }

  private static Throwable failure(Future<?> end, Throwable first) {
    try {
      end.get();
      return first;
    } catch (ExecutionException failed) {
      if (first == null) {
        return failed.getCause();
      }
      first.addSuppressed(failed.getCause());
      return first;
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
