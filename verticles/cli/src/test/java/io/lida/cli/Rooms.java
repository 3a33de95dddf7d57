package io.lida.cli;

import io.lida.contract.Agents;
import io.lida.contract.Card;
import io.lida.contract.Deliberation;
import io.lida.contract.Event;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Llm;
import io.lida.contract.Monitor;
import io.lida.contract.Personas;
import io.lida.contract.Runs;
import io.lida.contract.Scenario;
import io.lida.contract.Skill;
import io.lida.contract.Studies;
import io.lida.contract.Study;
import io.lida.contract.Wire;
import io.lida.launcher.House;
import io.lida.testkit.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The other rooms, pretended at their addresses around one rehearsed run. */
final class Rooms {
  final Queue<Deliberation.Start> starts = new ConcurrentLinkedQueue<>();
  final Queue<Studies.Start> studyStarts = new ConcurrentLinkedQueue<>();
  volatile Study study = Rehearsal.study("completed");
  final Queue<Deliberation.Control> controls = new ConcurrentLinkedQueue<>();
  final Queue<Personas.Fork> forks = new ConcurrentLinkedQueue<>();
  volatile List<Event> log = Rehearsal.events();
  volatile String status = "completed";
  volatile List<String> ids = List.of(Rehearsal.RUN);
  volatile List<Personas.Problem> problems = List.of();
  volatile List<String> notes = List.of();
  volatile Runnable onResume = () -> {};
  volatile Runnable onControl = () -> {};

  volatile Skill skill =
      new Skill(
          Skill.SCHEMA,
          3,
          2,
          0.5,
          List.of(
              new Skill.OfStrategy("linear.equal", 2, 0.16, 0.36, 0.0, 0),
              new Skill.OfStrategy("median.cooke", 2, 0.025, null, 0.84375, 1)));

  volatile boolean ready = true;
  volatile List<Monitor.Notice> notices =
      List.of(
          new Monitor.Notice(
              "run.completed", Stage.NOW, "node-1", Rehearsal.RUN, "home", Map.of("took_ms", "7")),
          new Monitor.Notice("service.started", Stage.NOW, "node-1", null, null, Map.of()));

  Rooms(Node node) {
    monitor(node);
    engine(node);
    runs(node);
    studies(node);
    personas(node);
    node.pretend(
        Llm.PROVIDERS,
        ask ->
            new Llm.Providers(
                List.of(
                    provider("anthropic", false, null),
                    provider("openai", false, "env OPENAI_API_KEY"),
                    provider("sim", true, null))));
  }

  private void monitor(Node node) {
    node.pretend(
        Monitor.health(House.SERVER),
        check ->
            new Monitor.Health(
                "node-1",
                true,
                ready,
                true,
                List.of(new Monitor.Point("store", ready, ready ? "1 ms" : "no answer"))));
    node.pretend(
        Monitor.figures(House.SERVER),
        scrape ->
            new Monitor.Figures(
                "# HELP lida_runs runs\nlida_runs{status=\"a \\\"b\\\"\"} 3.0\nlida_up NaN\n"));
    node.pretend(Monitor.HISTORY, recall -> new Monitor.History(notices));
    node.pretend(
        Agents.LIST,
        query ->
            new Agents.Attached(
                List.of(new Agents.Agent("skeptic", Stage.NOW.minusSeconds(120), 1))));
    node.pretend(
        Agents.TOKEN,
        admit ->
            new Agents.Admitted(
                admit.agent(), "t", "ws://x/eventbus/websocket?token=t", Stage.NOW));
  }

  private static Llm.Provider provider(String id, boolean keyless, String key) {
    return new Llm.Provider(
        id, "", "default", keyless, key, List.of(id.toUpperCase() + "_API_KEY"), Map.of());
  }

  private void engine(Node node) {
    node.pretend(
        Deliberation.START,
        start -> {
          starts.add(start);
          return new Deliberation.Started(Rehearsal.RUN, true, notes);
        });
    node.pretend(
        Deliberation.READ,
        read -> {
          if (read.yaml().contains("unknown")) {
            throw new Fault(
                FaultCode.INVALID_SCENARIO,
                "unknown key deliberaton",
                read.source() + ":3:1: did you mean deliberation?",
                "correct " + read.source());
          }
          return Rehearsal.scenario(read.yaml().contains("agent/") ? "agent/skeptic" : null);
        });
    node.pretend(
        Deliberation.CONTROL,
        control -> {
          controls.add(control);
          onControl.run();
          return new Deliberation.Controlled(control.run(), "paused");
        });
    node.pretend(
        Deliberation.RESUME,
        resume -> {
          onResume.run();
          return new Deliberation.Started(resume.run(), false, List.of());
        });
    node.pretend(Deliberation.RESOLVE, resolve -> Rehearsal.document("completed"));
    node.pretend(Deliberation.SKILL, judge -> skill);
    node.pretend(Deliberation.RECOUNT, recount -> Rehearsal.recounted(recount.run()));
    node.pretend(Deliberation.SHOW, show -> Rehearsal.document(status));
    node.pretend(
        Deliberation.EXPORT,
        export ->
            new Deliberation.Exported(
                export.run() + "." + export.format(),
                "text/plain",
                "the run as " + export.format()));
  }

  private void runs(Node node) {
    node.pretend(
        Runs.LIST,
        query -> {
          int from = query.before() == null ? 0 : Integer.parseInt(query.before());
          int to = Math.min(ids.size(), from + query.limit());
          return new Runs.Listing(
              ids.subList(from, to).stream().map(this::summary).toList(),
              to < ids.size() ? Integer.toString(to) : null);
        });
    node.pretend(
        Runs.EVENTS,
        after -> {
          List<Event> log = this.log;
          List<Event> stretch =
              log.stream().filter(event -> event.seq() > after.seq()).limit(after.limit()).toList();
          return new Runs.Stretch(stretch, status, log.size());
        });
    node.pretend(Runs.REMOVE, remove -> new Runs.Removed(remove.run()));
  }

  private void studies(Node node) {
    node.pretend(
        Studies.START,
        start -> {
          studyStarts.add(start);
          return new Studies.Started("st-1", true);
        });
    node.pretend(Studies.RESUME, resume -> new Studies.Started(resume.study(), false));
    node.pretend(
        Studies.PAUSE,
        pause -> {
          study = Rehearsal.study("paused");
          return new Studies.Stopped(pause.study(), "paused", 2);
        });
    node.pretend(Studies.CANCEL, cancel -> new Studies.Stopped(cancel.study(), "cancelled", 2));
    node.pretend(Studies.FIND, find -> Rehearsal.summary(study));
    node.pretend(Studies.SHOW, show -> study);
    node.pretend(Studies.LIST, list -> new Studies.Listing(List.of(Rehearsal.summary(study))));
  }

  private Runs.Summary summary(String id) {
    return new Runs.Summary(
        id,
        Runs.HOME_TENANT,
        "debate",
        Rehearsal.TOPIC,
        status,
        2,
        2,
        3,
        "sim/default",
        Stage.NOW.minusSeconds(120),
        Stage.NOW,
        "for");
  }

  private void personas(Node node) {
    List<Personas.Entry> entries = new ArrayList<>();
    for (int seat = 0; seat < 3; seat++) {
      Card card = Rehearsal.card(seat);
      entries.add(
          new Personas.Entry(
              card.id(),
              card.name(),
              card.constituency(),
              card.disposition(),
              card.background().summary(),
              card.background().region(),
              card.expertise(),
              Map.of("pace", card.belief("pace")),
              null,
              "shipped"));
    }
    node.pretend(Personas.LIST, query -> new Personas.Listing(entries, List.of()));
    node.pretend(Personas.SHOW, show -> find(show.id()));
    node.pretend(
        Personas.CAST,
        cast ->
            new Personas.Seated(
                cast.participants().stream().map(seat -> cast(seat)).toList(), List.of()));
    node.pretend(
        Personas.FORK,
        fork -> {
          forks.add(fork);
          List<Card.Change> difference =
              fork.changes().entrySet().stream()
                  .map(
                      change ->
                          new Card.Change(change.getKey(), Wire.tree(0.95), change.getValue()))
                  .toList();
          return new Personas.Forked(
              find(fork.parent()), difference, "cards/" + fork.id() + ".json");
        });
    node.pretend(Personas.CHECK, check -> new Personas.Checked(1, problems));
    node.pretend(
        Personas.RECOMPUTE,
        wish ->
            new Personas.Recomputed(
                1,
                List.of(
                    new Personas.Renumbered(
                        "personas/a.b.json", "/beliefs/pace/value", 0.5, 0.6))));
  }

  private static Card cast(Scenario.Participant seat) {
    return seat.role() == null ? find(seat.id()) : Rehearsal.card(0);
  }

  private static Card find(String id) {
    int seat = Rehearsal.IDS.indexOf(id);
    if (seat < 0) {
      throw new Fault(FaultCode.NOT_FOUND, "no persona is called " + id);
    }
    return Rehearsal.card(seat);
  }
}
