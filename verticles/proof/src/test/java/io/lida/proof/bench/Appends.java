package io.lida.proof.bench;

import io.lida.contract.Event;
import io.lida.contract.Phase;
import io.lida.contract.RunEvent;
import io.lida.contract.Usage;
import io.lida.store.Lease;
import io.lida.store.LogWriter;
import io.lida.store.NodeIdentity;
import io.lida.store.RedisOptions;
import io.lida.store.RedisServer;
import io.lida.store.Store;
import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Fenced appends of turns to the logs of many runs. */
final class Appends {
  private static final int RUNS = 200;

  /** Turns a second, when they come at a pace. */
  private static final int PACE = 5_000;

  private static int runs;

  private Appends() {}

  /** So many appends outstanding over all runs, which the writers put together in batches. */
  static Map<String, Double> asFastAsCanBe(Vertx vertx, Path home, Task task) {
    return with(
        vertx,
        home,
        writers -> {
          int[] turn = {0};
          Pump pump =
              new Pump(
                  () -> writers.get(turn[0]++ % RUNS).append("r" + turn[0], turn(turn[0])),
                  task.total());
          vertx.getOrCreateContext().runOnContext(go -> pump.start(task.atOnce()));
          pump.over().await();
          return pump.figures();
        });
  }

  /** 5,000 appends a second, as evenly as a timer of a millisecond can. */
  static Map<String, Double> paced(Vertx vertx, Path home, Task task) {
    return with(
        vertx,
        home,
        writers -> {
          Latencies latencies = new Latencies(task.total());
          Promise<Void> over = Promise.promise();
          int[] counts = {0, 0};
          long begin = System.nanoTime();
          Context context = vertx.getOrCreateContext();
          context.runOnContext(
              go ->
                  vertx.setPeriodic(
                      1,
                      timer -> {
                        long due = (System.nanoTime() - begin) * PACE / 1_000_000_000L;
                        while (counts[0] < Math.min(due, task.total())) {
                          long asked = System.nanoTime();
                          int number = counts[0]++;
                          writers
                              .get(number % RUNS)
                              .append("r" + number, turn(number))
                              .onFailure(over::tryFail)
                              .onSuccess(
                                  event -> {
                                    latencies.add(System.nanoTime() - asked);
                                    if (++counts[1] == task.total()) {
                                      vertx.cancelTimer(timer);
                                      over.tryComplete();
                                    }
                                  });
                        }
                      }));
          over.future().await();
          return Map.of("p99_ms", latencies.p99());
        });
  }

  private interface Use {
    Map<String, Double> of(List<LogWriter> writers);
  }

  private static Map<String, Double> with(Vertx vertx, Path home, Use use) {
    RedisServer redis = RedisServer.find(RedisOptions.defaults(home));
    Store store =
        Store.open(vertx, redis, NodeIdentity.ofThisProcess("bench"), InstantSource.system())
            .await();
    List<LogWriter> writers = new ArrayList<>();
    long before = 0;
    for (int i = 0; i < RUNS; i++) {
      Lease lease = store.leases().acquire("bench" + runs++).await().orElseThrow();
      writers.add(store.log().writer(lease, 0, Event.GENESIS));
    }
    long begin = System.nanoTime();
    Vitals vitals = Vitals.now();
    Map<String, Double> figures = new TreeMap<>(use.of(writers));
    figures.put("seconds", (System.nanoTime() - begin) / 1e9);
    figures.putAll(Vitals.now().since(vitals));
    long written = writers.stream().mapToLong(LogWriter::lastSeq).sum() - before;
    figures.put("written", (double) written);
    store.close().await();
    return figures;
  }

  private static RunEvent turn(int number) {
    return new RunEvent.TurnSpoken(
        new RunEvent.Turn(
            "r1.s1",
            1,
            Phase.OPENING,
            0,
            "academic_ml.empiricist",
            "An empiricist",
            0.25,
            0.75,
            "evidence suggests that the measured option keeps risk low while cost stays within "
                + "bounds, and trust grows as results are published ("
                + number
                + ")",
            List.of(),
            List.of(),
            "stub",
            Usage.NONE,
            number));
  }
}
