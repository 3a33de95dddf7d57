package io.lida.gateway;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Tokens for programs that speak for one agent: sealed, good for thirty days. */
final class AgentTokens {
  private static final Duration LIFE = Duration.ofDays(30);

  private final Seal seal;
  private final InstantSource clock;

  /** Who may speak for which agent. */
  record Holder(String key, String tenant, String agent) {}

  /** A token and the moment from which it is void. */
  record Token(String text, Instant expires) {}

  AgentTokens(Seal seal, InstantSource clock) {
    this.seal = seal;
    this.clock = clock;
  }

  Token issue(Caller caller, String agent) {
    Instant expires = clock.instant().plus(LIFE);
    String text =
        String.join(
            " ", caller.key(), caller.tenant(), agent, Long.toString(expires.getEpochSecond()));
    return new Token(seal.seal(text), expires);
  }

  /** Who holds this token; empty when it is none of ours, or void. */
  Optional<Holder> open(String token) {
    String[] parts = seal.open(token).orElse("").split(" ");
    return parts.length == 4
            && clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts[3])))
        ? Optional.of(new Holder(parts[0], parts[1], parts[2]))
        : Optional.empty();
  }
}
