package io.lida.proof.faults;

import io.lida.testkit.FaultProxy;
import io.lida.testkit.FaultProxy.Point;
import io.lida.testkit.FreePorts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Row 8: the server dies as it writes an answer down, before Redis hears of it or after. */
record KillAtWrite() implements Row {
  /** From the begin of the run to its end; the answers are in between. */
  private static final int APPENDS = 12;

  @Override
  public int number() {
    return 8;
  }

  @Override
  public String fault() {
    return "kill -9 between a model's answer and its append";
  }

  @Override
  public String required() {
    return "1 turn each, 0 duplicates, <= 1 extra call each";
  }

  @Override
  public void run(Stage stage, Findings findings) throws Exception {
    OwnRedis redis = stage.redis();
    int kills = stage.seconds(12, 4);
    int died = 0;
    Findings each = new Findings();
    for (int i = 0; i < kills; i++) {
      Point point = Point.values()[i % 2];
      int append = 1 + stage.random().nextInt(APPENDS);
      stage.tell("dies at append %d, %s", append, point);
      died += survives(stage, each, redis, "home-" + i, append, point) ? 1 : 0;
    }
    findings.requireNone(each.broken());
    findings.require(died > kills / 2, "only %d of %d died", died, kills);
    findings.saw("%d deaths, %d deviations", died, each.broken().size());
  }

  private static boolean survives(
      Stage stage, Findings findings, OwnRedis redis, String home, int append, Point point)
      throws Exception {
    CompletableFuture<Served> victim = new CompletableFuture<>();
    AtomicInteger deaths = new AtomicInteger();
    FaultProxy proxy =
        stage.own(
            FaultProxy.start(
                redis.address(),
                FaultProxy.APPENDS,
                (number, now, words) -> {
                  if (number != append || now != point || deaths.getAndIncrement() > 0) {
                    return true;
                  }
                  victim.join().kill();
                  return false;
                }));
    int before = stage.providers().size();
    Served server =
        stage.server(
            home, FreePorts.one(), List.of(), Map.of("LIDA_REDIS_URL", redis.urlAt(proxy.port())));
    server.begin().ready();
    victim.complete(server);
    Load load = new Load(1, stage.random(), List.of(server.http()));
    Load.Posting posting = load.begin();
    boolean died = server.exit(Duration.ofSeconds(20)).isPresent();
    if (died) {
      server.begin().ready();
    }
    posting.join();
    var statuses = Settling.of(load.accepted(), server.http(), Duration.ofSeconds(60));
    List<Provider> own = stage.providers().subList(before, stage.providers().size());
    new Audit(load, statuses, own, server.http()).whole(findings);
    server.close();
    proxy.close();
    return died;
  }
}
