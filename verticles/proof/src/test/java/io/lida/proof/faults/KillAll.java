package io.lida.proof.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Row 3: every node dies, and comes back over what it left.
 *
 * @param clusteredToo tries it on a cluster after it was tried on one server
 */
record KillAll(boolean clusteredToo) implements Row {
  private static final Duration TAKEN_UP = Duration.ofSeconds(20);

  @Override
  public int number() {
    return 3;
  }

  @Override
  public String fault() {
    return "kill -9 of all nodes, restart (one server; two clustered)";
  }

  @Override
  public String required() {
    return "all complete by themselves; logs whole; taken up <= 20 s after ready";
  }

  @Override
  public void run(Stage stage, Findings findings) throws Exception {
    Served server = stage.server().begin();
    server.ready();
    killed(stage, findings, List.of(server), stage.providers());
    server.close();
    if (!clusteredToo) {
      return;
    }
    int before = stage.providers().size();
    Cluster cluster = Cluster.start(stage, 2, List.of(stage.redis().url()));
    List<Provider> asked = stage.providers().subList(before, before + 2);
    killed(stage, findings, cluster.nodes(), asked);
  }

  private static void killed(
      Stage stage, Findings findings, List<Served> nodes, List<Provider> providers)
      throws Exception {
    Http door = nodes.getFirst().http();
    Load load = new Load(stage.runs(), stage.random(), List.of(door));
    Load.Posting posting = load.begin();
    Moment.in(stage, providers, load);
    Instant when = nodes.getFirst().kill();
    for (Served node : nodes) {
      node.kill();
    }
    stage.tell("killed %d", nodes.size());
    for (Served node : nodes) {
      node.begin();
    }
    Instant ready = nodes.getFirst().ready();
    posting.join();
    var statuses = Settling.of(load.accepted(), door, Duration.ofSeconds(120));
    new Audit(load, statuses, providers, door)
        .whole(findings)
        .takenUp(findings, when, ready, TAKEN_UP)
        .progress(findings, Duration.between(when, ready));
  }
}
