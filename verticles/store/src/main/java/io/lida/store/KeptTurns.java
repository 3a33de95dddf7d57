package io.lida.store;

import io.lida.contract.Agents;
import io.lida.contract.Event;
import io.lida.contract.Wire;
import io.vertx.core.Future;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Turns as Redis keeps them. Thread-safe. */
final class KeptTurns implements Turns {
  private static final Duration KEPT = Duration.ofDays(1);

  /** Of one tenant; who was seen longest ago is forgotten first. */
  private static final int MOST_AGENTS = 1_000;

  private final Link link;

  KeptTurns(Link link) {
    this.link = link;
  }

  @Override
  public Future<Optional<Agents.Submit>> owe(String tenant, Agents.Wanted turn, Duration patience) {
    Request request =
        Script.OWE
            .call(Keys.turn(turn.turnId()), Keys.owed(tenant, turn.agent()))
            .arg(tenant)
            .arg(turn.agent())
            .arg(turn.turnId())
            .arg(patience.toMillis())
            .arg(KEPT.toMillis())
            .arg(Masked.json(Wire.bytes(turn)));
    return link.call(request)
        .map(
            answer ->
                answer.size() == 0
                    ? Optional.empty()
                    : Optional.of(Wire.read(answer.get(0).toBytes(), Agents.Submit.class)));
  }

  @Override
  public Future<List<Agents.Wanted>> owed(String tenant, String agent) {
    return link.call(Script.OWED.call(Keys.owed(tenant, agent)).arg(Keys.TURN))
        .map(KeptTurns::owed);
  }

  private static List<Agents.Wanted> owed(Response answer) {
    List<Agents.Wanted> owed = new ArrayList<>(answer.size() / 2);
    for (int i = 0; i < answer.size(); i += 2) {
      Agents.Wanted turn = Wire.read(answer.get(i).toBytes(), Agents.Wanted.class);
      owed.add(turn.within(Duration.ofMillis(answer.get(i + 1).toLong())));
    }
    return owed;
  }

  @Override
  public Future<Handed> hand(String tenant, Agents.Submit answer) {
    byte[] json = Masked.json(Wire.bytes(answer));
    Request request =
        Script.HAND
            .call(Keys.turn(answer.turnId()))
            .arg(tenant)
            .arg(answer.turnId())
            .arg(json)
            .arg(Event.digest(Wire.text(answer)))
            .arg(Keys.OWED)
            .arg(Keys.SEEN)
            .arg(KEPT.toMillis())
            .arg(Objects.requireNonNullElse(answer.agent(), ""));
    return link.call(request).map(KeptTurns::handed);
  }

  private static Handed handed(Response answer) {
    String outcome = answer.get(0).toString();
    return switch (outcome) {
      case "TAKEN" -> new Handed.Taken(answer.get(1).toString());
      case "LATE" -> new Handed.Late();
      case "UNKNOWN" -> new Handed.Unknown();
      default -> throw new IllegalStateException("hand answered " + outcome);
    };
  }

  @Override
  public Future<Integer> join(String tenant, String agent) {
    return link.call(
            Script.JOIN
                .call(Keys.seen(tenant), Keys.owed(tenant, agent))
                .arg(agent)
                .arg(KEPT.toMillis())
                .arg(MOST_AGENTS))
        .map(Response::toInteger);
  }

  @Override
  public Future<List<Agents.Agent>> agents(String tenant) {
    return link.call(
            Script.AGENTS.call(Keys.seen(tenant)).arg(Keys.owed(tenant, "")).arg(KEPT.toMillis()))
        .map(KeptTurns::agents);
  }

  private static List<Agents.Agent> agents(Response answer) {
    List<Agents.Agent> agents = new ArrayList<>(answer.size() / 3);
    for (int i = 0; i < answer.size(); i += 3) {
      Instant seen = Instant.ofEpochMilli(answer.get(i + 1).toLong());
      agents.add(new Agents.Agent(answer.get(i).toString(), seen, answer.get(i + 2).toInteger()));
    }
    return List.copyOf(agents);
  }
}
