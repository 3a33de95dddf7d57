package io.lida.proof.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** Asks a node something its rooms must answer, ten times a second, each time by another client. */
final class Answering {
  private static final Duration PACE = Duration.ofMillis(100);

  private final AtomicLong lastFailure = new AtomicLong();
  private final CountDownLatch asked;

  private Answering(int times) {
    asked = new CountDownLatch(times);
  }

  /** Begins to ask, for so long. */
  static Answering watch(Http door, Duration duration) {
    int times = (int) duration.dividedBy(PACE);
    Answering answering = new Answering(times);
    long begun = System.nanoTime();
    Thread.ofVirtual()
        .start(
            () -> {
              for (int i = 0; i < times; i++) {
                Thread.ofVirtual().start(() -> answering.ask(door, System.nanoTime() - begun));
                pause();
              }
            });
    return answering;
  }

  private void ask(Http door, long at) {
    boolean answered = false;
    try {
      int status = door.get("/api/v1/runs?limit=1").status();
      answered = status == 200 || status == 429;
    } catch (IOException lost) {
      answered = false;
    } catch (InterruptedException interrupted) {
      return;
    } finally {
      if (!answered) {
        lastFailure.accumulateAndGet(at, Math::max);
      }
      asked.countDown();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PACE);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * When the last ask was sent that was not answered, counted from the beginning; zero for none.
   */
  Duration lastFailure() throws InterruptedException {
    asked.await();
    return Duration.ofNanos(lastFailure.get());
  }
}
