package io.lida.gateway;

import io.lida.contract.Access;
import io.lida.contract.Agents;
import io.lida.contract.Card;
import io.lida.contract.Deliberation;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Findings;
import io.lida.contract.Llm;
import io.lida.contract.Monitor;
import io.lida.contract.Personas;
import io.lida.contract.Retally;
import io.lida.contract.Run;
import io.lida.contract.RunEvent;
import io.lida.contract.Runs;
import io.lida.contract.Scenario;
import io.lida.contract.Skill;
import io.lida.contract.Studies;
import io.lida.contract.Study;
import io.lida.contract.Usage;
import io.lida.contract.Wire;
import io.lida.testkit.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All rooms behind the front, pretended: one run of ours, {@code mine}, and one of another's. */
final class Neighbours {
  private Neighbours() {}

  private static Retally recounted(String id) {
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

  static void moveIn(Node node) {
    node.pretend(Deliberation.READ, read -> Samples.scenario("Pause?"));
    node.pretend(
        Deliberation.START, start -> new Deliberation.Started("mine", true, List.of("a note")));
    node.pretend(Deliberation.SHOW, show -> run(show.run()));
    node.pretend(
        Deliberation.CONTROL,
        control -> new Deliberation.Controlled(control.run(), control.command().id()));
    node.pretend(
        Deliberation.RESUME, resume -> new Deliberation.Started(resume.run(), false, List.of()));
    node.pretend(Deliberation.RESOLVE, resolve -> run(resolve.run()));
    node.pretend(Deliberation.RECOUNT, recount -> recounted(recount.run()));
    node.pretend(
        Deliberation.SKILL,
        judge ->
            new Skill(
                Skill.SCHEMA,
                judge.limit(),
                1,
                1.0,
                List.of(new Skill.OfStrategy("linear.equal", 1, 0.04, null, 0.0, 0))));
    node.pretend(
        Deliberation.EXPORT,
        export -> new Deliberation.Exported("mine.json", "application/json", "{}"));
    node.pretend(
        Runs.LIST, list -> Runs.Listing.whole(List.of(Samples.run("mine", "home", "running"))));
    node.pretend(
        Runs.FIND,
        find ->
            switch (find.run()) {
              case "mine" -> Samples.run("mine", "home", "running");
              case "theirs" -> Samples.run("theirs", "other", "running");
              default -> throw new Fault(FaultCode.NOT_FOUND, "no such run");
            });
    node.pretend(
        Runs.EVENTS,
        after -> new Runs.Stretch(List.of(Samples.round(after.run(), 1)), "running", 1));
    node.pretend(Runs.REMOVE, remove -> new Runs.Removed(remove.run()));
    studies(node);
    node.pretend(Personas.LIST, list -> new Personas.Listing(List.of(entry()), List.of()));
    node.pretend(Personas.SHOW, show -> card());
    node.pretend(
        Personas.FORK,
        fork ->
            new Personas.Forked(
                card(),
                List.of(
                    new Card.Change("/beliefs/pace/value", Wire.parse("0.1"), Wire.parse("0.2"))),
                "cards/mine.json"));
    node.pretend(
        Llm.PROVIDERS,
        list ->
            new Llm.Providers(
                List.of(
                    new Llm.Provider(
                        "sim", "", "built in", true, null, List.of(), Map.of("sim/a", "closed")))));
    node.pretend(
        Agents.LIST,
        list -> new Agents.Attached(List.of(new Agents.Agent("skeptic", Samples.THEN, 1))));
    node.pretend(Agents.OWED, seat -> new Agents.Owed(List.of(Samples.wanted(seat))));
    node.pretend(Agents.SUBMIT, turn -> new Agents.Submitted(turn.turnId()));
    node.pretend(Access.ENTER, enter -> new Access.Entered(enter.entry().id()));
    node.pretend(Access.FIND, Neighbours::key);
    node.pretend(
        Access.LIST, list -> new Access.Listing(List.of(key(new Access.Find("abcdefgh")))));
    node.pretend(Access.REVOKE, revoke -> new Access.Revoked(revoke.id()));
    node.pretend(
        Monitor.health(House.NODE),
        check ->
            new Monitor.Health(
                House.NODE, true, true, true, List.of(new Monitor.Point("store", true, "ok"))));
    node.pretend(
        Monitor.pulse(House.NODE), feel -> new Monitor.Pulse(1, 2, 200, 1_000, 5, true, false));
    node.pretend(Monitor.figures(House.NODE), scrape -> new Monitor.Figures("lida_runs 1\n"));
    node.pretend(
        Monitor.HISTORY,
        recall ->
            new Monitor.History(
                List.of(
                    new Monitor.Notice(
                        "run.completed", Samples.THEN, "n", "mine", "home", Map.of("a", "b")))));
  }

  private static void studies(Node node) {
    node.pretend(Studies.START, start -> new Studies.Started("mine", true));
    node.pretend(Studies.RESUME, resume -> new Studies.Started(resume.study(), false));
    node.pretend(Studies.PAUSE, pause -> new Studies.Stopped(pause.study(), "paused", 2));
    node.pretend(Studies.CANCEL, cancel -> new Studies.Stopped(cancel.study(), "cancelled", 2));
    node.pretend(Studies.LIST, list -> new Studies.Listing(List.of(study("mine", "home"))));
    node.pretend(
        Studies.FIND,
        find ->
            switch (find.study()) {
              case "mine" -> study("mine", "home");
              case "theirs" -> study("theirs", "other");
              default -> throw new Fault(FaultCode.NOT_FOUND, "no such study");
            });
    node.pretend(
        Studies.SHOW,
        show ->
            new Study(
                Study.SCHEMA,
                show.study(),
                "Pause?",
                Samples.scenario("Pause?"),
                7,
                "completed",
                1,
                null,
                List.of(),
                List.of(),
                Samples.THEN,
                List.of("a note")));
  }

  private static Studies.Summary study(String id, String tenant) {
    return new Studies.Summary(
        id,
        tenant,
        "Pause?",
        "running",
        1,
        4,
        2,
        Map.of(Scenario.Arm.DELIBERATION, 1, Scenario.Arm.VOTE_ONLY, 0),
        Samples.THEN);
  }

  private static Access.Entry key(Access.Find find) {
    return new Access.Entry(
        find.id(), "home", Set.of(Access.Scope.READ), "sha256:0", "note", Samples.THEN, null);
  }

  static Card card() {
    Path file = Path.of(System.getProperty("lida.root"), "personas", "academic_ml.empiricist.json");
    try {
      return Wire.read(Files.readString(file), Card.class);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  private static Personas.Entry entry() {
    return new Personas.Entry(
        "a.b", "Ada", "a", "b", "says yes", "earth", List.of(), Map.of("pace", 0.5), null, "own");
  }

  private static Run run(String id) {
    return new Run(
        Run.SCHEMA,
        id,
        "debate",
        "Pause?",
        Samples.scenario("Pause?"),
        7,
        "running",
        1,
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        List.of(),
        Usage.NONE,
        null,
        null,
        new Findings(null, null, null, List.of()),
        List.of(),
        List.of(),
        List.of(),
        Samples.THEN,
        null,
        Map.of("seed", 7),
        List.of(),
        null);
  }
}
