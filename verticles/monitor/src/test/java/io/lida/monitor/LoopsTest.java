package io.lida.monitor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.testkit.BusExtension;
import io.lida.testkit.Node;
import io.vertx.core.VerticleBase;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BusExtension.class)
class LoopsTest {
  /** Holds up the event loop it is deployed on. */
  private static final class Hog extends VerticleBase {
    private final CountDownLatch held = new CountDownLatch(1);

    /** Once it is deployed: the loop that is held up is the one that would say so. */
    void begin() {
      context.runOnContext(turn -> hold());
    }

    private void hold() {
      try {
        held.await();
      } catch (InterruptedException closed) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Test
  void aLoopThatIsHeldUpIsSeenWhileItIsHeldUp(Node node) {
    Loops loops = Node.await(Loops.watch(node.vertx(), VertxOptions.DEFAULT_EVENT_LOOP_POOL_SIZE));
    Hog hog = new Hog();
    node.deploy(hog);
    hog.begin();
    Node.until("the lag is seen", () -> loops.lag().compareTo(Duration.ofMillis(300)) > 0);
    hog.held.countDown();
    Node.until("it is over", () -> loops.lag().compareTo(Duration.ofMillis(100)) < 0);
    assertTrue(loops.lag().compareTo(Duration.ofSeconds(20)) < 0);
  }
}
