package io.lida.store;

import io.lida.contract.Event;
import io.lida.contract.RunEvent;
import io.lida.contract.Wire;
import io.vertx.core.Promise;
import io.vertx.redis.client.Request;
import java.time.Instant;

/** An event on its way to the log: what will be stored, and who waits for it. */
record Entry(Event event, String key, byte[] payload, Promise<Event> promise) {
  /** The entry that follows {@code prevHash} as number {@code seq}, without its secrets. */
  static Entry of(String run, long seq, String prevHash, Instant at, String key, RunEvent said) {
    byte[] json = Wire.bytes(said);
    byte[] payload = Masked.json(json);
    RunEvent kept = payload == json ? said : Wire.read(payload, said.getClass());
    String hash = Event.hash(prevHash, run, seq, kept.type(), at, payload);
    Event event = new Event(Event.SCHEMA, run, seq, at, hash, prevHash, kept);
    return new Entry(event, key, payload, Promise.promise());
  }

  /** Adds what the script expects of one event. */
  void addTo(Request request) {
    request
        .arg(event.payload().type())
        .arg(event.at().toString())
        .arg(key)
        .arg(payload)
        .arg(event.prevHash())
        .arg(event.hash())
        .arg(event.payload() instanceof RunEvent.TurnSpoken spoken ? spoken.turn().speaker() : "");
  }
}
