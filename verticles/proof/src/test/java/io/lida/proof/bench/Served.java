package io.lida.proof.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The same debates through the shipped server, one request each; only its process is counted. */
final class Served {
  private static final int WATCHERS = 1_000;
  private static final int PHASES = FloorDebate.ROUNDS + 1;

  private final Size size;
  private final Provider provider;
  private final Child floor;
  private final ShippedServer server;
  private final Visitor visitor;
  private final Ledger ledger;
  private int numbers;

  private Served(
      Size size,
      Provider provider,
      Child floor,
      ShippedServer server,
      Visitor visitor,
      Ledger ledger) {
    this.size = size;
    this.provider = provider;
    this.floor = floor;
    this.server = server;
    this.visitor = visitor;
    this.ledger = ledger;
  }

  static void measure(Size size, Provider provider, Path root, Path scratch, Ledger ledger)
      throws Exception {
    double[] starts = new double[size.starts()];
    for (int i = 0; i < starts.length; i++) {
      Path home = Files.createDirectory(scratch.resolve("start" + i));
      try (ShippedServer server = ShippedServer.start(root, home, provider.port())) {
        starts[i] = server.listeningMs();
      }
    }
    Arrays.sort(starts);
    ledger.add(Figure.atMost("serve to listening", "ms", starts[starts.length / 2], 900));
    Path home = Files.createDirectory(scratch.resolve("served"));
    try (Child floor = Child.start(Floor.class, provider.port());
        ShippedServer server = ShippedServer.start(root, home, provider.port());
        Visitor visitor = new Visitor(server)) {
      new Served(size, provider, floor, server, visitor, ledger).measure();
    }
  }

  private void measure() throws Exception {
    memory();
    overhead();
    waiting(Math.max(1, size.latency() / 5));
    waiting(size.latency());
    watchers();
    listeners();
  }

  /** First of all, while the server is as small as it begins. */
  private void memory() throws Exception {
    held("served, first debates", Company.SHORT, size.starts() + 1, 1, 0);
    Map<String, Double> ours =
        held("served, memory", Company.SHORT, size.burst(), size.burst(), size.latency());
    double growth = (ours.get("rss_peak_mb") - ours.get("rss_before_mb")) * 1024 / size.burst();
    double perGib = size.burst() * FloorDebate.SEATS * 1024.0 / ours.get("rss_peak_mb");
    ledger.add(Figure.atMost("served: memory per deliberation", "KB", growth, 350));
    ledger.add(Figure.atLeast("served: calls in flight per GiB", "", perGib, 10_000));
  }

  private void overhead() throws Exception {
    bare(size.warmUp() * 2, size.atOnce(), 0);
    held("served, warm-up", Company.SHORT, size.warmUp(), size.atOnce(), 0);
    Map<String, Double> bare = bare(size.debates() * 2, size.atOnce(), 0);
    Map<String, Double> ours = held("served", Company.SHORT, size.debates(), size.atOnce(), 0);
    double turns = (double) size.debates() * FloorDebate.CALLS;
    double floorCpu = bare.get("cpu_ms") / bare.get("turns");
    ledger.add(
        Figure.atMostTimes(
            "served: CPU per turn", "ms", ours.get("cpu_ms") / turns, floorCpu, 2.5));
    ledger.add(Figure.told("served: in Redis", "ms", ours.get("redis_cpu_ms") / turns));
    ledger.add(
        Figure.atLeastTimes(
            "served: turns a second",
            "",
            turns / ours.get("seconds"),
            bare.get("turns") / bare.get("seconds"),
            0.4));
    Map<String, Double> finished =
        held("served, finished cards", Company.FINISHED, size.debates(), size.atOnce(), 0);
    ledger.add(
        Figure.told("served: CPU per turn, finished cards", "ms", finished.get("cpu_ms") / turns));
  }

  private void waiting(int latency) throws Exception {
    Map<String, Double> bare = bare(size.burst(), size.burst(), latency);
    Map<String, Double> ours =
        held("served, waiting", Company.SHORT, size.burst(), size.burst(), latency);
    String name = ", " + size.burst() * FloorDebate.SEATS + " in flight, " + latency + " ms";
    double most = provider.stats().path("in_flight").asDouble();
    double ideal = PHASES * latency / 1e3;
    ledger.add(
        Figure.atMostTimes(
            "served" + name, "ms", ours.get("seconds") * 1e3, bare.get("seconds") * 1e3, 1.3));
    ledger.add(
        Figure.told(
                "served: % of ideal, " + latency + " ms", "%", 100 * ideal / ours.get("seconds"))
            .beside(100 * ideal / bare.get("seconds")));
    ledger.add(
        Figure.atLeast(
            "served: seen, " + latency + " ms", "", most, size.burst() * FloorDebate.SEATS));
  }

  /** Many watch one run; what the run itself costs is in it too. */
  private void watchers() throws Exception {
    provider.latency(size.latency());
    String run = visitor.ask(Motion.debate(numbers++, Company.SHORT, false)).await();
    Vitals before = server.vitals();
    long begin = System.nanoTime();
    List<Integer> sent = visitor.watch(run, WATCHERS);
    double seconds = (System.nanoTime() - begin) / 1e9;
    double cores = server.vitals().since(before).get("cpu_ms") / 1e3 / seconds;
    int events = visitor.get("/api/v1/runs/" + run + "/events").path("last").asInt();
    ledger.check(
        "every watcher is sent every event, " + events,
        events > 0 && sent.stream().allMatch(count -> count == events));
    ledger.add(Figure.atMost("1,000 watchers of one run, SSE", "cores", cores, 1));
  }

  /** The same over the bridge, where what a socket hears begins when it is registered. */
  private void listeners() throws Exception {
    provider.latency(size.latency());
    String run = visitor.ask(Motion.debate(numbers++, Company.SHORT, false)).await();
    Vitals before = server.vitals();
    long begin = System.nanoTime();
    List<Listener> listeners = visitor.listen(run, WATCHERS);
    double seconds = (System.nanoTime() - begin) / 1e9;
    double cores = server.vitals().since(before).get("cpu_ms") / 1e3 / seconds;
    int events = visitor.get("/api/v1/runs/" + run + "/events").path("last").asInt();
    ledger.check(
        "every listener hears every event to the last, " + events,
        listeners.stream().allMatch(one -> one.missed() == 0 && one.last() == events));
    ledger.add(Figure.atMost("1,000 listeners of one run, bridge", "cores", cores, 1));
  }

  private Map<String, Double> bare(int total, int atOnce, int latency) throws Exception {
    provider.latency(latency);
    return ledger.checked("floor, served", floor.work("debates", total, atOnce));
  }

  /** Debates held and found right, and as many requests at the provider as there are turns. */
  private Map<String, Double> held(String what, Company company, int total, int atOnce, int latency)
      throws Exception {
    provider.latency(latency);
    server.forgetPeak();
    Vitals before = server.vitals();
    long begin = System.nanoTime();
    List<String> runs = visitor.debates(numbers, company, total, atOnce);
    Map<String, Double> figures = new TreeMap<>(server.vitals().since(before));
    figures.put("seconds", (System.nanoTime() - begin) / 1e9);
    long requests = provider.stats().path("requests").asLong();
    ledger.check(
        what + ": " + requests + " requests", requests == (long) total * FloorDebate.CALLS);
    for (int i = 0; i < total; i += Math.max(1, total / 20)) {
      ledger.check(what + ": run " + runs.get(i), isRight(runs.get(i), numbers + i));
    }
    numbers += total;
    return figures;
  }

  private boolean isRight(String id, int number) throws Exception {
    JsonNode run = visitor.get("/api/v1/runs/" + id);
    double checksum = 0;
    for (JsonNode turn : run.path("turns")) {
      checksum += turn.path("stance").asDouble() * turn.path("confidence").asDouble();
    }
    int turns = FloorDebate.SEATS * FloorDebate.ROUNDS;
    return run.path("status").asText().equals("completed")
        && run.path("turns").size() == turns
        && run.path("votes").size() == FloorDebate.SEATS
        && run.path("usage").path("calls").asInt() == FloorDebate.CALLS
        && Math.abs(checksum - Topics.checksum(number, 1, turns)) < 1e-6;
  }
}
