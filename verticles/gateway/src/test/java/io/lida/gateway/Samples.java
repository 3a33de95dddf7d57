package io.lida.gateway;

import io.lida.contract.Agents;
import io.lida.contract.Event;
import io.lida.contract.Llm;
import io.lida.contract.Phase;
import io.lida.contract.Reading;
import io.lida.contract.RunEvent;
import io.lida.contract.Runs;
import io.lida.contract.Scenario;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Words of the contract for neighbours to answer with. */
final class Samples {
  static final Instant THEN = Instant.parse("2026-11-20T10:00:00Z");

  private Samples() {}

  static Runs.Summary run(String id, String tenant, String status) {
    return new Runs.Summary(
        id, tenant, "debate", "Pause?", status, 1, 3, 2, "sim/default", THEN, THEN, null);
  }

  static Event event(String run, long seq, RunEvent payload) {
    return new Event(Event.SCHEMA, run, seq, THEN, hash(seq), hash(seq - 1), payload);
  }

  /** The first turn of a person in a run. */
  static Agents.Wanted wanted(Agents.Seat seat) {
    Llm.Situation situation =
        new Llm.Situation(
            7,
            "Pause?",
            new Reading(Map.of(), Map.of()),
            Neighbours.card(),
            0,
            2,
            1,
            3,
            Phase.OPENING,
            Scenario.Mode.DEBATE,
            Scenario.BeliefUpdate.DEGROOT,
            List.of());
    return new Agents.Wanted(
        seat.run() + ".r1.s1",
        Agents.inPerson(seat.person()),
        seat.run(),
        "turn",
        3_600,
        new Llm.Prompt("", "The question under deliberation: Pause?"),
        new Llm.Brief.Speak(situation));
  }

  private static String hash(long seq) {
    return String.format("%064x", seq);
  }

  static Event round(String run, long seq) {
    return event(run, seq, new RunEvent.RoundOpened((int) seq, Phase.OPENING));
  }

  static Scenario scenario(String topic) {
    return new Scenario(
        "debate",
        "1.0",
        new Scenario.Simulation(topic, 3, 600),
        List.of(new Scenario.Participant("a.b", null, null)),
        Scenario.Rules.usual(Scenario.Mode.DEBATE),
        new Scenario.Output(true, "json"),
        null,
        null,
        null);
  }
}
