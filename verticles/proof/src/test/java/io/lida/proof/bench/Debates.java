package io.lida.proof.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;

/** What a deliberation costs: the same debates through the floor and through a house. */
final class Debates {
  private static final int PHASES = FloorDebate.ROUNDS + 1;

  private final Size size;
  private final Provider provider;
  private final Child floor;
  private final Child house;
  private final Ledger ledger;

  Debates(Size size, Provider provider, Child floor, Child house, Ledger ledger) {
    this.size = size;
    this.provider = provider;
    this.floor = floor;
    this.house = house;
    this.ledger = ledger;
  }

  void measure() throws IOException {
    memory();
    overhead();
    waiting(Math.max(1, size.latency() / 5));
    waiting(size.latency());
  }

  /** First of all, while both processes are as small as they begin. */
  private void memory() throws IOException {
    held("floor, a first debate", floor, size.starts() + 1, 1, 0);
    held("house, a first debate", house, size.starts() + 1, 1, 0);
    Map<String, Double> bare =
        held("floor, memory", floor, size.burst(), size.burst(), size.latency());
    Map<String, Double> ours =
        held("house, memory", house, size.burst(), size.burst(), size.latency());
    ledger.add(
        Figure.atMost("memory per deliberation", "KB", growth(ours), 350).beside(growth(bare)));
    ledger.add(
        Figure.atLeast("calls in flight per GiB", "", perGib(ours), 10_000).beside(perGib(bare)));
  }

  private double growth(Map<String, Double> work) {
    return (work.get("rss_peak_mb") - work.get("rss_before_mb")) * 1024 / size.burst();
  }

  private double perGib(Map<String, Double> work) {
    return size.burst() * FloorDebate.SEATS * 1024.0 / work.get("rss_peak_mb");
  }

  private void overhead() throws IOException {
    held("floor, warm-up", floor, size.warmUp() * 2, size.atOnce(), 0);
    held("house, warm-up", house, size.warmUp(), size.atOnce(), 0);
    Map<String, Double> bare = held("floor", floor, size.debates() * 2, size.atOnce(), 0);
    double bareBytes = bytesPerPrompt();
    Map<String, Double> ours = held("house", house, size.debates(), size.atOnce(), 0);
    double ourBytes = bytesPerPrompt();
    Map<String, Double> crowd = held("house, crowded", house, size.debates(), size.atOnce() * 5, 0);
    ledger.add(Figure.atMostTimes("CPU per turn", "ms", cpu(ours), cpu(bare), 2.5));
    Map<String, Double> kept =
        ledger.checked("house, files", house.work("kept", size.debates() / 2, size.atOnce()));
    ledger.add(Figure.told("CPU per turn, with files", "ms", cpu(kept)).beside(cpu(bare)));
    Map<String, Double> finished =
        ledger.checked(
            "house, finished cards", house.work("finished", size.debates() / 2, size.atOnce()));
    ledger.add(Figure.told("CPU per turn, finished cards", "ms", cpu(finished)));
    ledger.add(Figure.told("CPU per turn, in Redis", "ms", redis(ours)));
    ledger.add(Figure.atLeastTimes("turns a second", "", rate(ours), rate(bare), 0.4));
    ledger.add(Figure.told("bytes a prompt", "", ourBytes).beside(bareBytes));
    ledger.add(Figure.atMost("growth of CPU, 5 x the runs", "x", cpu(crowd) / cpu(ours), 2));
  }

  private void waiting(int latency) throws IOException {
    String name = size.burst() * FloorDebate.SEATS + " in flight, " + latency + " ms";
    Map<String, Double> bare = held("floor, " + name, floor, size.burst(), size.burst(), latency);
    Map<String, Double> ours = held("house, " + name, house, size.burst(), size.burst(), latency);
    int most = provider.stats().path("in_flight").asInt();
    double ideal = PHASES * latency / 1e3;
    ledger.add(
        Figure.atMostTimes(
            "wall, " + name, "ms", ours.get("seconds") * 1e3, bare.get("seconds") * 1e3, 1.3));
    ledger.add(
        Figure.atLeast(
                "% of ideal, " + latency + " ms",
                "%",
                100 * ideal / ours.get("seconds"),
                latency >= 1_000 ? 90 : 0)
            .beside(100 * ideal / bare.get("seconds")));
    ledger.add(
        Figure.atLeast(
            "seen in flight, " + latency + " ms", "", most, size.burst() * FloorDebate.SEATS));
  }

  /** Debates held and found right, and as many requests at the provider as there are turns. */
  private Map<String, Double> held(String what, Child worker, int total, int atOnce, int latency)
      throws IOException {
    provider.latency(latency);
    Map<String, Double> work = ledger.checked(what, worker.work("debates", total, atOnce));
    long requests = provider.stats().path("requests").asLong();
    ledger.check(
        what + ": " + requests + " requests", requests == (long) total * FloorDebate.CALLS);
    return work;
  }

  private double bytesPerPrompt() throws IOException {
    JsonNode stats = provider.stats();
    return stats.path("bytes").asDouble() / stats.path("requests").asDouble();
  }

  private static double cpu(Map<String, Double> work) {
    return work.get("cpu_ms") / work.get("turns");
  }

  private static double redis(Map<String, Double> work) {
    return work.get("redis_cpu_ms") / work.get("turns");
  }

  private static double rate(Map<String, Double> work) {
    return work.get("turns") / work.get("seconds");
  }
}
