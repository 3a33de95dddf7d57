package io.lida.proof.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Row 5: an owner sleeps past its leases and wakes with answers in its hands. */
record Freeze() implements Row {
  private static final Duration TAKEN_UP = Duration.ofSeconds(10);

  @Override
  public int number() {
    return 5;
  }

  @Override
  public String fault() {
    return "SIGSTOP of an owner, later SIGCONT";
  }

  @Override
  public String required() {
    return "taken over <= 10 s; nothing of the sleeper is accepted afterwards";
  }

  @Override
  public void run(Stage stage, Findings findings) throws Exception {
    OwnRedis redis = stage.redis();
    Cluster cluster = Cluster.start(stage, 2, List.of(redis.url()));
    Served sleeper = cluster.oldest();
    Http door = cluster.otherThan(sleeper).http();
    Load load = new Load(stage.runs(), stage.random(), List.of(sleeper.http(), door));
    Load.Posting posting = load.begin();
    Moment.in(stage, load);
    Instant when = Instant.now();
    sleeper.signal("STOP");
    stage.tell("an owner sleeps");
    Thread.sleep(Duration.ofSeconds(stage.seconds(20, 14)));
    sleeper.signal("CONT");
    stage.tell("it wakes");
    posting.join();
    var statuses = Settling.of(load.accepted(), door, Duration.ofSeconds(120));
    sleeper.awaitHealth("/health/ready", Duration.ofSeconds(40));
    new Audit(load, statuses, stage.providers(), door)
        .whole(findings)
        .takenUp(findings, when, when, TAKEN_UP)
        .fenced(findings, cluster.modelOfNode());
  }
}
