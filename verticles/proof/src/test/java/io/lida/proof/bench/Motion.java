package io.lida.proof.bench;

import io.lida.contract.Deliberation.Start;
import io.lida.contract.Runs;
import io.lida.contract.Scenario;
import java.util.List;
import java.util.stream.IntStream;

/** The debates that are held: five seats and four rounds, or a long one of many seats. */
final class Motion {
  private Motion() {}

  /** The debate with this number; {@code kept} when files of it are wanted beside the log. */
  static Start debate(int number, Company company, boolean kept) {
    return start(number, company.seats(), FloorDebate.ROUNDS, kept, false);
  }

  /** A debate of 20 seats and 50 rounds: 1,000 turns. */
  static Start longDebate(int number) {
    return start(number, seats(20), 50, false, false);
  }

  /** So many speak at once, and their words are wanted as they come. */
  static Start speeches(int speakers) {
    return start(0, seats(speakers), 1, false, true);
  }

  private static List<Scenario.Participant> seats(int seats) {
    return IntStream.rangeClosed(1, seats)
        .mapToObj(seat -> new Scenario.Participant("seat_" + seat, "doomer", null))
        .toList();
  }

  private static Start start(
      int number, List<Scenario.Participant> seats, int rounds, boolean kept, boolean streams) {
    Scenario scenario =
        new Scenario(
            "bench",
            "1.0",
            new Scenario.Simulation(Topics.of(number), rounds, 600),
            seats,
            Scenario.Rules.usual(Scenario.Mode.DEBATE),
            new Scenario.Output(kept, "json"),
            null,
            null,
            null);
    return new Start(scenario, number, "local/stub", streams, null, Runs.HOME_TENANT);
  }
}
