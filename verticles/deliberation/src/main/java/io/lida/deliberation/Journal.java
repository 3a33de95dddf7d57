package io.lida.deliberation;

import io.lida.contract.Event;
import io.lida.contract.RunEvent;
import io.lida.contract.Runs;
import io.vertx.core.Future;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Writes what happens in a run: an event is durable before it counts, and counts before anybody
 * hears of it. While this node cannot trust its leases nothing is written, and all that is asked
 * for waits.
 */
final class Journal {
  private static final Logger LOG = System.getLogger(Journal.class.getName());

  private final Rooms rooms;
  private final Holding holding;

  Journal(Rooms rooms, Holding holding) {
    this.rooms = rooms;
    this.holding = holding;
  }

  /** Writes an event, and completes when the state has it. */
  Future<Event> write(String key, RunEvent event) {
    // Those that wait are let go in the order in which they came.
    Future<Event> written =
        rooms.tenure().trusted()
            ? holding.writer().append(key, event)
            : rooms.tenure().regained().compose(now -> holding.writer().append(key, event));
    return written.onSuccess(this::written);
  }

  private void written(Event event) {
    holding.state().apply(event);
    rooms.bus().tell(Runs.live(holding.run()), event);
    // The index follows rounds; that a run stands still it says once its files are written.
    if (event.payload() instanceof RunEvent.RoundOpened) {
      summarise();
    }
  }

  /** Puts the run into the index as it stands. */
  void summarise() {
    String run = holding.run();
    rooms
        .store()
        .index()
        .put(Summaries.of(run, holding.state()))
        .onFailure(cause -> LOG.log(Level.WARNING, "run " + run + ": index not updated", cause));
  }
}
