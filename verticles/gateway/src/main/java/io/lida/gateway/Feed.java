package io.lida.gateway;

import io.lida.contract.Bus;
import io.lida.contract.Event;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Llm;
import io.lida.contract.Runs;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What goes to all who watch one run: one subscription, one reading of the log for all who miss the
 * same, one writing of each event. For one event loop.
 */
final class Feed {
  /** The statuses after which nothing comes. */
  static final Set<String> OVER = Set.of("completed", "failed", "cancelled");

  private static final int PAGE = 256;
  private static final int RECENT = 512;

  private final String run;
  private final Bus bus;
  private final Runnable emptied;
  private final Set<Watcher> watchers = new LinkedHashSet<>();
  private final Map<Long, Future<Runs.Stretch>> readings = new HashMap<>();
  private final Map<Long, Frame> recent =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Frame> eldest) {
          return size() > RECENT;
        }
      };
  private final Bus.Subscription events;
  private Bus.@Nullable Subscription words;
  private long newest;
  private boolean heard;

  Feed(String run, Bus bus, Runnable emptied) {
    this.run = run;
    this.bus = bus;
    this.emptied = emptied;
    this.events = bus.follow(Runs.live(run), this::happened);
  }

  String run() {
    return run;
  }

  int size() {
    return watchers.size();
  }

  /** The last event known to exist. */
  long newest() {
    return newest;
  }

  /** From now on this watcher is sent what happens, and before that what it has missed. */
  void join(Watcher watcher) {
    watchers.add(watcher);
    if (watcher.wantsWords() && words == null) {
      words = bus.follow(Llm.words(run), this::spoken);
    }
    events.ready().onComplete(known -> watcher.catchUp());
  }

  void leave(Watcher watcher) {
    if (watchers.remove(watcher) && watchers.isEmpty()) {
      close();
      emptied.run();
    }
  }

  private void close() {
    events.close();
    if (words != null) {
      words.close();
    }
  }

  /** What comes after an event in the log; whoever asks the same meanwhile shares the answer. */
  Future<Runs.Stretch> read(long after) {
    Future<Runs.Stretch> reading = readings.get(after);
    if (reading == null) {
      reading = bus.request(Runs.EVENTS, new Runs.After(run, after, PAGE));
      readings.put(after, reading);
      reading.onComplete(done -> readings.remove(after));
    }
    return reading;
  }

  Frame frame(Event event) {
    newest = Math.max(newest, event.seq());
    return recent.computeIfAbsent(event.seq(), seq -> new Frame(event));
  }

  private void happened(Event event) {
    heard = true;
    Frame frame = frame(event);
    List.copyOf(watchers).forEach(watcher -> watcher.offer(frame));
  }

  private void spoken(Llm.Words said) {
    Spoken frame = Spoken.of(said);
    List.copyOf(watchers).forEach(watcher -> watcher.offer(frame));
  }

  /** Delivery on the bus is best-effort: where nothing was heard, the log is looked at. */
  void look() {
    if (!heard) {
      List.copyOf(watchers).stream().filter(Watcher::live).forEach(Watcher::catchUp);
    }
    heard = false;
  }

  void tick(int heartbeat, int patience) {
    List.copyOf(watchers).forEach(watcher -> watcher.tick(heartbeat, patience));
  }

  /** Hangs up on those whose key is no longer good. */
  void recheck(Keys keys) {
    for (Watcher watcher : List.copyOf(watchers)) {
      keys.holder(watcher.caller().key())
          .onFailure(
              cause -> {
                if (Fault.of(cause).code() == FaultCode.UNAUTHENTICATED) {
                  watcher.hangUp("the key is no longer good");
                }
              });
    }
  }

  void hangUp(String reason) {
    List.copyOf(watchers).forEach(watcher -> watcher.hangUp(reason));
  }
}
