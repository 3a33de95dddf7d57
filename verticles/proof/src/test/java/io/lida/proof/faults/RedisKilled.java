package io.lida.proof.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Row 14: the Redis of a server dies while everybody appends. */
record RedisKilled() implements Row {
  private static final Duration READY = Duration.ofSeconds(5);
  private static final int LOOKED_AT = 10;

  @Override
  public int number() {
    return 14;
  }

  @Override
  public String fault() {
    return "kill -9 of Redis during appends";
  }

  @Override
  public String required() {
    return "nothing a reader saw is lost; ready again <= 5 s; all complete";
  }

  @Override
  public void run(Stage stage, Findings findings) throws Exception {
    Served server = stage.server().begin();
    server.ready();
    Http door = server.http();
    Load load = new Load(stage.runs(), stage.random(), List.of(door));
    Load.Posting posting = load.begin();
    Moment.in(stage, load);
    List<Log> before = new ArrayList<>();
    for (Load.Accepted accepted : load.accepted().stream().limit(LOOKED_AT).toList()) {
      before.add(Log.read(accepted.run(), door));
    }
    Instant when = Instant.now();
    findings.require(OwnRedis.killIn(server.home()), "no Redis of this home was running");
    stage.tell("killed Redis");
    while (server.health("/health/ready") == 200 && Instant.now().isBefore(when.plusSeconds(2))) {
      Thread.sleep(20);
    }
    Instant ready = server.awaitHealth("/health/ready", Duration.ofSeconds(60));
    Duration away = Duration.between(when, ready);
    findings.require(away.compareTo(READY) <= 0, "ready again after %s", away);
    posting.join();
    var statuses = Settling.of(load.accepted(), door, Duration.ofSeconds(120));
    new Audit(load, statuses, stage.providers(), door).whole(findings);
    for (Log log : before) {
      List<JsonNode> now = Log.read(log.run(), door).events();
      findings.require(
          now.size() >= log.events().size()
              && now.subList(0, log.events().size()).equals(log.events()),
          "%s: what was read before is not there any more",
          log.run());
    }
    findings.saw("ready again within %.1f s", away.toMillis() / 1e3);
  }
}
