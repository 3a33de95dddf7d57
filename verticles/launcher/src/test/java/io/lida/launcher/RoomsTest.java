package io.lida.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lida.contract.Monitor;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoomsTest {
  private static final Path ROOT = Path.of(System.getProperty("lida.root"));

  /** A room that takes as long as it is let. */
  private static final class Late extends VerticleBase {
    private final Promise<Void> come = Promise.promise();

    @Override
    public Future<?> start() {
      return come.future();
    }
  }

  @Test
  void aNodeIsNotWellBeforeItsLastRoomAnswers(@TempDir Path home) throws Exception {
    Settings settings =
        Settings.read(new Settings.Sources(ROOT, home, Map.of(), Map.of("home", home.toString())));
    HomeFolder.prepare(home);
    Foundation ground = Foundation.lay(settings, () -> Vertx.vertx(Foundation.options()));
    Rooms rooms = Rooms.open(ground, settings, Rooms.engine(settings));
    try {
      Late late = new Late();
      Thread ready = Thread.ofVirtual().unstarted(rooms::ready);
      rooms.add(late);
      ready.start();
      assertEquals(new Monitor.Point("rooms", false, "not all answer yet"), rooms.point());
      late.come.complete();
      ready.join();
      assertEquals(new Monitor.Point("rooms", true, "all answer"), rooms.point());
    } finally {
      rooms.close(1);
      ground.close();
    }
  }
}
