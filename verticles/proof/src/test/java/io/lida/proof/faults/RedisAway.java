package io.lida.proof.faults;

import io.lida.testkit.FreePorts;
import io.lida.testkit.Strait;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Row 15: there is no Redis for a minute. */
record RedisAway() implements Row {
  private static final Duration RECOVERED = Duration.ofSeconds(10);
  private static final Duration REFUSED = Duration.ofSeconds(1);
  private static final double KNOCKS = 5;

  @Override
  public int number() {
    return 15;
  }

  @Override
  public String fault() {
    return "Redis is away for a minute";
  }

  @Override
  public String required() {
    return "503 <= 1 s; < 5 reconnects/s; ready <= 10 s after it is back; all complete";
  }

  @Override
  public void run(Stage stage, Findings findings) throws Exception {
    OwnRedis redis = stage.redis();
    Strait strait = stage.own(Strait.to(redis.address()));
    Served server =
        stage.server(
            "home",
            FreePorts.one(),
            List.of(),
            Map.of("LIDA_REDIS_URL", redis.urlAt(strait.port())));
    server.begin().ready();
    Http door = server.http();
    Load load = new Load(stage.runs(), stage.random(), List.of(door));
    Load.Posting posting = load.begin();
    Moment.in(stage, load);
    int seconds = stage.seconds(60, 15);
    Instant when = Instant.now();
    redis.kill();
    stage.tell("Redis is away for %d s", seconds);
    Thread.sleep(Duration.ofSeconds(seconds / 5));
    int knocks = strait.connections();
    Instant counted = Instant.now();
    refusals(findings, door);
    Thread.sleep(Duration.between(Instant.now(), when.plusSeconds(seconds)));
    double rate =
        (strait.connections() - knocks)
            / (Duration.between(counted, Instant.now()).toMillis() / 1e3);
    findings.require(rate < KNOCKS, "%.1f reconnects a second", rate);
    findings.saw("%.1f reconnects/s", rate);
    redis.restart();
    Instant back = Instant.now();
    stage.tell("Redis is back");
    Instant ready = server.awaitHealth("/health/ready", Duration.ofSeconds(60));
    Duration took = Duration.between(back, ready);
    findings.require(took.compareTo(RECOVERED) <= 0, "ready %s after Redis", took);
    posting.join();
    var statuses = Settling.of(load.accepted(), door, Duration.ofSeconds(120));
    new Audit(load, statuses, stage.providers(), door).whole(findings);
    findings.saw("ready %.1f s after Redis", took.toMillis() / 1e3);
  }

  /** New work is refused, quickly and as what it is. */
  private static void refusals(Findings findings, Http door)
      throws IOException, InterruptedException {
    Duration slowest = Duration.ZERO;
    for (int i = 0; i < 3; i++) {
      long begun = System.nanoTime();
      int status = door.post("/api/deliberate", Load.deliberation(i)).status();
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      slowest = took.compareTo(slowest) > 0 ? took : slowest;
      findings.require(status == 503, "a deliberation asked for meanwhile got %d", status);
    }
    findings.require(slowest.compareTo(REFUSED) <= 0, "refused only after %s", slowest);
    findings.saw("refused within %.2f s", slowest.toMillis() / 1e3);
  }
}
