package io.lida.gateway;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Tickets that let their bearer in once, soon, as somebody. They are forgotten when the process
 * ends. For one event loop.
 */
final class Tickets {
  private static final int MOST = 10_000;
  private static final int BYTES = 32;

  private final RandomGenerator random;
  private final InstantSource clock;
  private final Duration life;
  private final Map<String, Ticket> open =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Ticket> eldest) {
          return size() > MOST;
        }
      };

  private record Ticket(Caller caller, Instant until) {}

  Tickets(RandomGenerator random, InstantSource clock, Duration life) {
    this.random = random;
    this.clock = clock;
    this.life = life;
  }

  Duration life() {
    return life;
  }

  /** A ticket that lets its bearer in as this caller. */
  String issue(Caller caller) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    open.put(ticket, new Ticket(caller, clock.instant().plus(life)));
    return ticket;
  }

  /** Who it lets in; nobody the second time, or too late. */
  Optional<Caller> punch(String ticket) {
    Ticket found = open.remove(ticket);
    return found != null && clock.instant().isBefore(found.until())
        ? Optional.of(found.caller())
        : Optional.empty();
  }
}
