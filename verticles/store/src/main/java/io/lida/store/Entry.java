package io.lida.store;

import io.lida.contract.Event;
import io.lida.contract.RunEvent;
import io.lida.contract.Wire;
import io.vertx.core.Promise;
import io.vertx.redis.client.Request;
import java.time.Instant;
import java.util.Optional;

/**
 * An event on its way to the log: what will be stored, and who waits for it.
 *
 * @param payload the event's JSON as it is stored; absent where writing the event gives it anew
 * @param masked whether secrets were taken out, after which the JSON is kept as it is
 */
record Entry(
    Event event,
    String type,
    String key,
    Optional<byte[]> payload,
    boolean masked,
    Promise<Event> promise) {
  private static final int LONG = 4 << 10;

  /** The entry that follows {@code prevHash} as number {@code seq}, without its secrets. */
  static Entry of(String run, long seq, String prevHash, Instant at, String key, RunEvent said) {
    byte[] json = Wire.bytes(said);
    byte[] payload = Masked.json(json);
    boolean masked = payload != json;
    RunEvent kept = masked ? Wire.read(payload, said.getClass()) : said;
    String type = kept.type();
    String hash = Event.hash(prevHash, run, seq, type, at, payload);
    Event event = new Event(Event.SCHEMA, run, seq, at, hash, prevHash, kept);
    return new Entry(event, type, key, Optional.of(payload), masked, Promise.promise());
  }

  /**
   * The same entry as it is held for the unlikely case that Redis forgets it: without a long
   * payload, of which there is one in each run, longer than all the rest.
   */
  Entry slim() {
    boolean isLong = payload.isPresent() && payload.get().length > LONG;
    return isLong && !masked ? new Entry(event, type, key, Optional.empty(), false, promise) : this;
  }

  /** Adds what the script expects of one event. */
  void addTo(Request request) {
    request
        .arg(type)
        .arg(event.at().toString())
        .arg(key)
        .arg(payload.orElseGet(() -> Wire.bytes(event.payload())))
        .arg(event.prevHash())
        .arg(event.hash())
        .arg(event.payload() instanceof RunEvent.TurnSpoken spoken ? spoken.turn().speaker() : "");
  }
}
