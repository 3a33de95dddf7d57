package io.lida.proof.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Rows 1 and 2: one of several clustered nodes dies, any of the younger ones or the oldest. */
record KillNode(boolean oldest) implements Row {
  private static final Duration TAKEN_UP = Duration.ofSeconds(10);
  private static final Duration ANSWERS = Duration.ofSeconds(2);

  @Override
  public int number() {
    return oldest ? 2 : 1;
  }

  @Override
  public String fault() {
    return oldest ? "kill -9 of the oldest clustered node" : "kill -9 of one clustered node";
  }

  @Override
  public String required() {
    return "all complete; logs whole; each taken up <= 10 s; bus answers again <= 2 s";
  }

  @Override
  public void run(Stage stage, Findings findings) throws Exception {
    OwnRedis redis = stage.redis();
    int size = stage.seconds(3, 2);
    Cluster cluster = Cluster.start(stage, size, List.of(redis.url()));
    Load load = new Load(stage.runs(), stage.random(), cluster.doors());
    Load.Posting posting = load.begin();
    Moment.in(stage, load);
    Served victim =
        oldest ? cluster.oldest() : cluster.nodes().get(1 + stage.random().nextInt(size - 1));
    Http door = cluster.otherThan(victim).http();
    Instant when = victim.kill();
    stage.tell("killed a node of %d", size);
    Answering answering = Answering.watch(door, Duration.ofSeconds(6));
    posting.join();
    var statuses = Settling.of(load.accepted(), door, Duration.ofSeconds(120));
    Duration deaf = answering.lastFailure();
    findings.require(deaf.compareTo(ANSWERS) <= 0, "asks still failed after %s", deaf);
    new Audit(load, statuses, stage.providers(), door)
        .whole(findings)
        .takenUp(findings, when, when, TAKEN_UP)
        .fenced(findings, cluster.modelOfNode())
        .progress(findings, Duration.ZERO);
    findings.saw("bus whole after %.1f s", deaf.toMillis() / 1e3);
  }
}
