package io.lida.deliberation;

import io.lida.contract.Runs;
import io.vertx.core.Future;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * What is left to do once a run has ended or stands still: its files, and its line in the index.
 */
final class Aftermath {
  private static final Logger LOG = System.getLogger(Aftermath.class.getName());

  private Aftermath() {}

  /** Does it, in this order, so that whoever sees the run at rest finds its files. */
  static Future<Void> of(Rooms rooms, Holding holding) {
    String run = holding.run();
    State state = holding.state();
    Traced.log(LOG, Level.INFO, state.manifest(), "run " + run + ": " + state.status().id());
    return filed(rooms, holding).onSuccess(known -> rooms.notices().rested(run, state));
  }

  /** Only the files and the index, of a run of which nothing new is to be announced. */
  static Future<Void> filed(Rooms rooms, Holding holding) {
    String run = holding.run();
    State state = holding.state();
    return rooms
        .archive()
        .keep(run, state.manifest().scenario())
        .otherwise(
            cause -> {
              LOG.log(Level.WARNING, "run " + run + ": files not written", cause);
              return null;
            })
        .compose(kept -> index(rooms, holding));
  }

  private static Future<Void> index(Rooms rooms, Holding holding) {
    Runs.Summary summary = Summaries.of(holding.run(), holding.state());
    return holding.state().status().ended()
        ? rooms.store().index().finish(holding.lease(), summary, rooms.options().retention())
        : rooms.store().index().put(holding.lease(), summary);
  }
}
