package io.lida.personas;

import static io.lida.contract.Personas.CAST;
import static io.lida.contract.Personas.CHECK;
import static io.lida.contract.Personas.FORK;
import static io.lida.contract.Personas.LIST;
import static io.lida.contract.Personas.RECOMPUTE;
import static io.lida.contract.Personas.SHOW;

import io.lida.contract.Ask;
import io.lida.contract.Bus;
import io.lida.contract.Card;
import io.lida.contract.Personas.Show;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.WorkerExecutor;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * Keeps the persona cards and answers {@link io.lida.contract.Personas}.
 *
 * <p>Files are read on one worker thread, one question after the other, so every question sees what
 * the folders hold now and none blocks an event loop; any threading model will do. Checks, which
 * take long and share nothing, run beside it. Starting reads the grid and no card.
 */
public final class PersonasVerticle extends VerticleBase {
  private static final int WAITING = 64;
  private static final int CHECKS_AT_ONCE = 2;

  private final PersonasOptions options;
  private final InstantSource clock;

  /** A keeper of the cards in these folders; the clock tells how old a file's last change is. */
  public PersonasVerticle(PersonasOptions options, InstantSource clock) {
    this.options = options;
    this.clock = clock;
  }

  @Override
  public Future<?> start() {
    WorkerExecutor desk = vertx.createSharedWorkerExecutor("lida-personas-" + deploymentID(), 1);
    return desk.executeBlocking(this::open).compose(room -> serve(room, desk));
  }

  /** What answers the questions. */
  private record Room(
      Library library,
      Listings listings,
      Casting casting,
      Forking forking,
      Renumbering renumbering,
      Critic critic) {
    Card show(Show show) {
      Card card = library.find(Given.required("id", show.id()));
      if (card == null) {
        throw Casting.unknown(show.id(), library.ids(), "lida personas ls");
      }
      return card;
    }
  }

  private Room open() {
    Grid grid = Grid.read(options.conf());
    Topics topics = Topics.read(options.topics());
    CardReader reader = new CardReader(grid);
    Library library = new Library(options, reader, clock);
    Lazy<CardSchema> schema = new Lazy<>(() -> CardSchema.read(options.conf()));
    return new Room(
        library,
        new Listings(grid, topics, library),
        new Casting(grid, library),
        new Forking(library, reader, schema, options.own()),
        new Renumbering(grid, library),
        new Critic(options, grid, topics, reader, schema));
  }

  private Future<?> serve(Room room, WorkerExecutor desk) {
    Bus bus = Bus.on(vertx);
    Library library = room.library();
    return Future.all(
        serve(bus, LIST, desk, library, room.listings()::list),
        serve(bus, SHOW, desk, library, room::show),
        serve(bus, CAST, desk, library, room.casting()::seat),
        serve(bus, FORK, desk, library, room.forking()::fork),
        serve(bus, RECOMPUTE, desk, library, room.renumbering()::recompute),
        bus.serve(
            CHECK,
            CHECKS_AT_ONCE,
            check -> vertx.executeBlocking(() -> room.critic().check(check), false)));
  }

  private static <Q, A> Future<Void> serve(
      Bus bus, Ask<Q, A> ask, WorkerExecutor desk, Library library, Function<Q, A> answer) {
    return bus.serve(
        ask,
        WAITING,
        question ->
            desk.executeBlocking(
                () -> {
                  library.look();
                  return answer.apply(question);
                }));
  }
}
