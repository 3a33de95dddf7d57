package io.lida.launcher;

import io.lida.contract.Bus;
import io.lida.deliberation.DeliberationOptions;
import io.vertx.core.Vertx;
import java.util.concurrent.atomic.AtomicBoolean;

/** A house of one node in this process, for one command. */
final class StandaloneHouse implements House {
  private static final long SECONDS_FOR_CALLS = 25;

  /** Which rooms are opened. */
  private interface Plan {
    Rooms open(Foundation ground, Settings settings, DeliberationOptions engine);
  }

  private final Foundation ground;
  private final Rooms rooms;
  private final AtomicBoolean closed = new AtomicBoolean();

  private StandaloneHouse(Foundation ground, Rooms rooms) {
    this.ground = ground;
    this.rooms = rooms;
  }

  static House open(Settings settings) {
    return open(settings, Rooms::open);
  }

  /** Has the rooms of records only. */
  static House records(Settings settings) {
    return open(settings, (ground, given, engine) -> Rooms.records(ground, engine));
  }

  private static House open(Settings settings, Plan plan) {
    // Even a house that cannot be opened logs its end, and never on the terminal.
    Logs.toFile(settings);
    HomeFolder.prepare(settings.home());
    DeliberationOptions engine = Rooms.engine(settings);
    Foundation ground = Foundation.lay(settings, () -> Vertx.vertx(Foundation.options()));
    Rooms rooms = plan.open(ground, settings, engine);
    StandaloneHouse house = new StandaloneHouse(ground, rooms);
    try {
      rooms.ready();
      return house;
    } catch (RuntimeException failed) {
      house.close();
      throw failed;
    }
  }

  @Override
  public Bus bus() {
    return ground.bus();
  }

  @Override
  public String store() {
    return ground.redis().describe();
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      rooms.close(SECONDS_FOR_CALLS);
      ground.close();
    }
  }
}
