package io.lida.proof.faults;

import io.lida.testkit.Strait;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Row 11: one node of two no longer reaches Redis, and later does again. */
record Partition() implements Row {
  private static final Duration UNREADY = Duration.ofSeconds(5);
  private static final Duration TAKEN_UP = Duration.ofSeconds(10);

  @Override
  public int number() {
    return 11;
  }

  @Override
  public String fault() {
    return "a node is cut off from Redis, silently";
  }

  @Override
  public String required() {
    return "unready <= 5 s; others take over <= 10 s; nothing it writes later is accepted";
  }

  @Override
  public void run(Stage stage, Findings findings) throws Exception {
    OwnRedis redis = stage.redis();
    Strait strait = stage.own(Strait.to(redis.address()));
    Cluster cluster = Cluster.start(stage, 2, List.of(redis.urlAt(strait.port()), redis.url()));
    Served cut = cluster.oldest();
    Http door = cluster.otherThan(cut).http();
    Load load = new Load(stage.runs(), stage.random(), List.of(cut.http(), door));
    Load.Posting posting = load.begin();
    Moment.in(stage, load);
    int seconds = stage.seconds(30, 14);
    Instant when = Instant.now();
    strait.cut();
    stage.tell("cut for %d s", seconds);
    while (cut.health("/health/ready") == 200
        && Instant.now().isBefore(when.plusSeconds(seconds))) {
      Thread.sleep(100);
    }
    Duration unready = Duration.between(when, Instant.now());
    findings.require(unready.compareTo(UNREADY) <= 0, "ready for %s more", unready);
    findings.saw("unready after %.1f s", unready.toMillis() / 1e3);
    Thread.sleep(Duration.between(Instant.now(), when.plusSeconds(seconds)));
    strait.mend();
    stage.tell("mended");
    posting.join();
    var statuses = Settling.of(load.accepted(), door, Duration.ofSeconds(120));
    cut.awaitHealth("/health/ready", Duration.ofSeconds(30));
    new Audit(load, statuses, stage.providers(), door)
        .whole(findings)
        .takenUp(findings, when, when, TAKEN_UP)
        .fenced(findings, cluster.modelOfNode());
  }
}
