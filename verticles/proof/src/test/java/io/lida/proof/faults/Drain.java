package io.lida.proof.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Row 9: a server is asked to end while clients want more and more of it. */
record Drain() implements Row {
  private static final Duration BUDGET = Duration.ofSeconds(25);

  @Override
  public int number() {
    return 9;
  }

  @Override
  public String fault() {
    return "SIGTERM during load";
  }

  @Override
  public String required() {
    return "exit <= 25 s; 0 failed; no 5xx but 503";
  }

  @Override
  public void run(Stage stage, Findings findings) throws Exception {
    Served server = stage.server().begin();
    server.ready();
    Http door = server.http();
    Load load = new Load(stage.runs(), stage.random(), List.of(door));
    Load late = new Load(stage.runs() / 5, stage.random(), List.of(door));
    Load.Posting posting = load.begin();
    Moment.in(stage, load);
    Instant asked = Instant.now();
    server.signal("TERM");
    stage.tell("asked to end");
    Load.Posting more = late.begin();
    Optional<Integer> exit = server.exit(BUDGET.plusSeconds(10));
    Duration took = Duration.between(asked, Instant.now());
    findings.require(took.compareTo(BUDGET) <= 0, "it took %s to end", took);
    findings.require(exit.equals(Optional.of(0)), "exit code %s", exit);
    findings.saw("exit after %.1f s", took.toMillis() / 1e3);
    server.close();
    server.begin().ready();
    posting.join();
    more.join();
    for (Load each : List.of(load, late)) {
      Map<Integer, Integer> statuses = new HashMap<>(each.statuses());
      statuses.keySet().removeIf(status -> status < 500 || status == 503);
      findings.require(statuses.isEmpty(), "answered %s", statuses);
      Map<String, String> ends = Settling.of(each.accepted(), door, Duration.ofSeconds(120));
      new Audit(each, ends, List.of(), door).logsWhole(findings);
    }
  }
}
