package io.lida.cli;

import io.lida.contract.Card;
import io.lida.contract.Event;
import io.lida.contract.Findings;
import io.lida.contract.Manifest;
import io.lida.contract.Phase;
import io.lida.contract.Reading;
import io.lida.contract.Retally;
import io.lida.contract.Run;
import io.lida.contract.RunEvent;
import io.lida.contract.RunEvent.Call;
import io.lida.contract.RunEvent.CallKind;
import io.lida.contract.RunEvent.Choice;
import io.lida.contract.Runs;
import io.lida.contract.Scenario;
import io.lida.contract.Studies;
import io.lida.contract.Study;
import io.lida.contract.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A debate of three personas over two rounds, written by hand. */
final class Rehearsal {
  static final String RUN = "7f3a91";
  static final String TOPIC = "Should AI development be paused?";
  static final List<String> IDS =
      List.of(
          "safety_research.catastrophist", "open_source.accelerationist", "academic_ml.empiricist");
  static final Usage USAGE = new Usage(1, 812, 143, 0.0, 0, true);

  private static final double[][] STANCES = {{0.9, -0.85, 0.3}, {0.84, -0.71, 0.38}};

  private Rehearsal() {}

  static Card card(int seat) {
    String[] names = {"Miriam Adler", "Rafael Ortiz", "Chen Wei"};
    String[] parts = IDS.get(seat).split("\\.");
    double[] pace = {0.95, 0.075, 0.65};
    return new Card(
        IDS.get(seat),
        1,
        names[seat],
        parts[0],
        parts[1],
        true,
        false,
        List.of(),
        new Card.Background("Somebody who has thought about it.", "", List.of(), "here"),
        List.of(new Card.Expertise("regulation", "competent")),
        List.of(),
        Map.of("pace", new Card.Belief(pace[seat], 0.8, 0.3, "a long quiet year", List.of())),
        new Card.Style("plain", 0.6, 120, "cases", List.of()),
        List.of(new Card.Argument("pace", "Haste has a price.", List.of("It had one."), "")),
        List.of(),
        new Card.Dynamics("friedkin_johnsen", 0.3, 1, 0),
        null,
        List.of(),
        null,
        List.of(),
        List.of());
  }

  static Scenario scenario() {
    return scenario(null);
  }

  static Scenario scenario(@Nullable String model) {
    Scenario base = Wording.about(Scenario.Mode.DEBATE, TOPIC);
    return new Scenario(
        base.name(),
        base.version(),
        new Scenario.Simulation(TOPIC, 2, 600),
        IDS.stream().map(id -> new Scenario.Participant(id, null, model)).toList(),
        base.deliberation(),
        base.output(),
        null,
        null,
        null);
  }

  static Manifest manifest() {
    String digest = "sha256:" + "ab".repeat(32);
    List<Manifest.Seat> seats = new ArrayList<>();
    for (int seat = 0; seat < 3; seat++) {
      seats.add(new Manifest.Seat(card(seat), null, digest, "sim/default", seat == 2 ? 0.4 : 0.3));
    }
    return new Manifest(
        Runs.HOME_TENANT,
        scenario(),
        digest,
        7,
        new Reading(Map.of("pace", 1.0), Map.of()),
        Map.of(),
        List.of(),
        seats,
        null,
        Map.of(),
        Map.of("lida", "0.1.0"),
        "here",
        List.of(),
        null);
  }

  static List<Event> events() {
    return log(payloads());
  }

  static List<Event> log(List<RunEvent> payloads) {
    List<Event> events = new ArrayList<>();
    String before = Event.GENESIS;
    for (RunEvent payload : payloads) {
      long seq = events.size() + 1L;
      String hash = Event.hash(before, RUN, seq, payload.type(), Stage.NOW, new byte[0]);
      events.add(new Event(Event.SCHEMA, RUN, seq, Stage.NOW, hash, before, payload));
      before = hash;
    }
    return events;
  }

  static List<RunEvent> payloads() {
    List<RunEvent> log = new ArrayList<>();
    log.add(new RunEvent.RunStarted(manifest()));
    round(log, 1, Phase.OPENING);
    round(log, 2, Phase.CLOSING);
    log.add(new RunEvent.CallsAsked(calls(CallKind.VOTE, 2, "vote.s")));
    votes().forEach(vote -> log.add(new RunEvent.VoteCast(vote)));
    log.add(new RunEvent.Decided(decision(), aggregate()));
    log.add(new RunEvent.RunCompleted(new RunEvent.Termination("max_rounds", "2 of 2 rounds")));
    return log;
  }

  static void round(List<RunEvent> log, int round, Phase phase) {
    log.add(new RunEvent.RoundOpened(round, phase));
    log.add(new RunEvent.CallsAsked(calls(CallKind.TURN, round, "r" + round + ".s")));
    for (int seat = 0; seat < 3; seat++) {
      log.add(new RunEvent.TurnSpoken(turn(round, seat, phase)));
    }
  }

  static List<Call> calls(CallKind kind, int round, String prefix) {
    List<Call> calls = new ArrayList<>();
    for (int seat = 0; seat < 3; seat++) {
      calls.add(new Call(prefix + seat, kind, round, seat, 1));
    }
    return calls;
  }

  static RunEvent.Turn turn(int round, int seat, Phase phase) {
    String[] texts = {
      "A pause buys the one thing we are short of, which is time to look. Nobody who has asked for"
          + " it wants to stop for ever.",
      "A pause binds those who ask and frees those who do not. I have seen permission before.",
      "We have measured neither the risk nor the delay. Let us measure both, and then argue.",
    };
    return new RunEvent.Turn(
        "r" + round + ".s" + seat,
        round,
        phase,
        seat,
        IDS.get(seat),
        card(seat).name(),
        STANCES[round - 1][seat],
        0.8,
        texts[seat],
        seat == 2 && round == 2 ? List.of("time to look is worth something") : List.of(),
        List.of(),
        "sim/default",
        USAGE,
        5);
  }

  static List<RunEvent.Vote> votes() {
    Choice[] choices = {Choice.FOR, Choice.AGAINST, Choice.FOR};
    List<RunEvent.Vote> votes = new ArrayList<>();
    for (int seat = 0; seat < 3; seat++) {
      votes.add(
          new RunEvent.Vote(
              "vote.s" + seat,
              seat,
              IDS.get(seat),
              card(seat).name(),
              choices[seat],
              null,
              0.75,
              seat == 2 ? 0.4 : 0.3,
              null,
              null,
              "Because of what was said in round two.",
              "sim/default",
              USAGE,
              5));
    }
    return votes;
  }

  private static Findings findings() {
    return new Findings(
        new Findings.Movement(
            0.25,
            0.5,
            0.4,
            new Findings.Influence(Map.of(IDS.getFirst(), 0.3), 0.9),
            List.of(new Findings.Apart(IDS.getFirst(), 0.2, 0.1, 0.1))),
        new Findings.Fidelity(
            List.of(new Findings.Adherence(IDS.getFirst(), 0.5, 0.4, 0.2, 0.95, 0.2, 1)),
            0.3,
            0.4,
            List.of("personas are noise here")),
        new Findings.Minority(
            new Findings.Bridge(
                "Test it first.",
                "r1.s1",
                IDS.getFirst(),
                Map.of("for", List.of("r1.s1"), "against", List.of("r2.s2"))),
            List.of(
                new Findings.Dissenter(
                    IDS.get(1), "Rafael Ortiz", "against", 0.2, "Too slow.", List.of("r2.s2")))),
        List.of());
  }

  static Retally recounted(String id) {
    return new Retally(
        Retally.SCHEMA,
        id,
        "Pause?",
        List.of("for", "against"),
        new Retally.Chosen("weighted", "logarithmic.self_confidence"),
        List.of(
            new Retally.Rule("weighted", List.of("for"), Map.of("for", 0.7), null, List.of()),
            new Retally.Rule(
                "kemeny",
                List.of("against"),
                Map.of(),
                List.of("against", "for"),
                List.of("derived=ranking"))),
        false,
        Map.of("for", List.of("weighted"), "against", List.of("kemeny")),
        new Retally.Majorities(
            Map.of("for>against", 1L, "against>for", 2L), "against", List.of("against"), false),
        List.of(new Retally.Pivotal("a.b", "Ada", List.of("weighted"))),
        List.of(
            new RunEvent.Aggregate("linear.equal", 0.6, List.of()),
            new RunEvent.Aggregate("linear.cooke", 0.5, List.of("weights_fallback=equal"))));
  }

  static RunEvent.Decision decision() {
    return new RunEvent.Decision(
        "weighted",
        0.7,
        true,
        0.7,
        true,
        "for",
        List.of("for"),
        null,
        Map.of("for", 2, "against", 1, "abstain", 0),
        Map.of(),
        List.of(
            new RunEvent.Dissent(
                IDS.get(1),
                "Rafael Ortiz",
                "against",
                "Because of what was said in round two.",
                "r2.s1")),
        List.of());
  }

  static RunEvent.Aggregate aggregate() {
    return new RunEvent.Aggregate("logarithmic.self_confidence", 0.58, List.of());
  }

  static Run document(String status) {
    List<Run.Participant> participants = new ArrayList<>();
    List<RunEvent.Turn> turns = new ArrayList<>();
    for (int seat = 0; seat < 3; seat++) {
      Card card = card(seat);
      participants.add(
          new Run.Participant(
              seat,
              card.id(),
              card.name(),
              card.constituency(),
              card.disposition(),
              null,
              "sim/default",
              seat == 2 ? 0.4 : 0.3,
              "sha256:" + "ab".repeat(32)));
    }
    List<Run.Beliefs> beliefs = new ArrayList<>();
    for (int round = 1; round <= 2; round++) {
      Phase phase = round == 1 ? Phase.OPENING : Phase.CLOSING;
      for (int seat = 0; seat < 3; seat++) {
        turns.add(turn(round, seat, phase));
      }
      Map<String, Double> stances =
          Map.of(
              IDS.get(0), STANCES[round - 1][0],
              IDS.get(1), STANCES[round - 1][1],
              IDS.get(2), STANCES[round - 1][2]);
      Double conformity = round == 1 ? null : 1.0;
      Double flips = round == 1 ? null : 0.0;
      beliefs.add(
          new Run.Beliefs(round, stances, 0.12, 0.7, 1.75, 0.5, null, 3, conformity, flips));
    }
    return new Run(
        Run.SCHEMA,
        RUN,
        "debate",
        TOPIC,
        scenario(),
        7,
        status,
        2,
        participants,
        turns,
        votes(),
        decision(),
        aggregate(),
        beliefs,
        new Usage(9, 7_308, 1_287, 0.0, 0, true),
        new RunEvent.Termination("max_rounds", "2 of 2 rounds"),
        new Run.Resolution(1, Map.of(IDS.getFirst(), 0.04), 0.2),
        findings(),
        List.of(),
        List.of(),
        List.of(),
        Stage.NOW,
        Stage.NOW.plusSeconds(5),
        Map.of("host", "here"),
        List.of(),
        null);
  }

  static Study study(String status) {
    return study(status, 0);
  }

  /** Two arms of ten repeats, of which the control lost some. */
  static Study study(String status, int lost) {
    Usage usage = new Usage(120, 64_000, 11_000, 0.0, 0, true);
    return new Study(
        Study.SCHEMA,
        "st-1",
        TOPIC,
        scenario(),
        7,
        status,
        10,
        "for",
        List.of(
            new Study.Arm(
                Scenario.Arm.DELIBERATION,
                List.of(new Study.Repeat(1, RUN, 7, "completed", "for")),
                10,
                Map.of(Study.Measure.RIGHT, 0.7, Study.Measure.CONSENSUS, 0.6),
                new TreeMap<>(Map.of("for", 7, "none", 3)),
                new Study.Losses(0, 120, 0, 0, 0, 0),
                usage),
            new Study.Arm(
                Scenario.Arm.VOTE_ONLY,
                List.of(new Study.Repeat(1, "9a", 7, "failed", null)),
                10,
                Map.of(Study.Measure.RIGHT, 0.5, Study.Measure.CONSENSUS, 0.2),
                new TreeMap<>(Map.of("for", 5, "none", 5)),
                new Study.Losses(lost, 118, 1, 2, 0, 0),
                usage)),
        List.of(
            new Study.Premium(
                Study.Measure.RIGHT, Scenario.Arm.VOTE_ONLY, 0.2, -0.1, 0.4, 0.95, "bca", 10),
            new Study.Premium(
                Study.Measure.CONSENSUS, Scenario.Arm.VOTE_ONLY, 0.4, null, null, 0.95, null, 1)),
        Stage.NOW,
        List.of("the interval of right includes 0, so no premium can be claimed from 10 repeats"));
  }

  static Studies.Summary summary(Study study) {
    return new Studies.Summary(
        study.id(),
        Runs.HOME_TENANT,
        study.topic(),
        study.status(),
        20,
        20,
        study.repeats(),
        Map.of(Scenario.Arm.DELIBERATION, 10, Scenario.Arm.VOTE_ONLY, 10),
        study.created());
  }
}
