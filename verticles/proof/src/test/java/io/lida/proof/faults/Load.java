package io.lida.proof.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * A client that has deliberations held: five personas, four rounds, one vote each. What was
 * accepted is written down here; what was refused for now, or lost on the way, is asked again under
 * the same key, at any door that is open.
 */
final class Load {
  /** Model calls that a deliberation cannot do without. */
  static final int CALLS = 25;

  private static final int SEATS = 5;
  private static final int ROUNDS = 4;
  private static final int AT_ONCE = 24;
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final List<String> PANEL =
      List.of(
          "academic_ml.empiricist",
          "open_source.accelerationist",
          "safety_research.catastrophist",
          "civil_rights.egalitarian",
          "global_public.bridge_builder");

  /** A deliberation that a server promised to hold. */
  record Accepted(String run, String key, long seed) {}

  private final List<Http> doors;
  private final long[] seeds;
  private final String name;
  private final Queue<Accepted> accepted = new ConcurrentLinkedQueue<>();
  private final Queue<String> refused = new ConcurrentLinkedQueue<>();
  private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();

  /** So many deliberations, by way of these doors. */
  Load(int runs, Random random, List<Http> doors) {
    this.doors = List.copyOf(doors);
    this.name = "load-" + Long.toHexString(random.nextLong());
    long first = random.nextInt(1 << 20);
    this.seeds = IntStream.range(0, runs).mapToLong(i -> first + i * 104_729L).toArray();
  }

  /** One deliberation as it is asked for. */
  static Map<String, Object> deliberation(long seed) {
    return Map.of(
        "topic",
        "Should frontier training be paused?",
        "personas",
        PANEL,
        "rounds",
        ROUNDS,
        "model",
        "local/stub",
        "seed",
        seed,
        "stream",
        false);
  }

  /** The seeds by which a provider hears of the calls of a run, by the id of the call. */
  static Map<String, Integer> calls(long seed) {
    Map<String, Integer> calls = new TreeMap<>();
    for (int seat = 1; seat <= SEATS; seat++) {
      for (int round = 1; round <= ROUNDS; round++) {
        calls.put("r" + round + ".s" + seat, wire(seed, "r" + round + ".s" + seat));
      }
      calls.put("vote.s" + seat, wire(seed, "vote.s" + seat));
    }
    return calls;
  }

  private static int wire(long seed, String call) {
    return Long.hashCode((seed * 31 + call.hashCode()) & Integer.MAX_VALUE) & Integer.MAX_VALUE;
  }

  /** Begins to ask; {@link Posting#join} waits until all is accepted. */
  Posting begin() {
    ExecutorService clients =
        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().name("client-").factory());
    for (int i = 0; i < seeds.length; i++) {
      int number = i;
      clients.execute(() -> post(number));
    }
    clients.shutdown();
    return clients::close;
  }

  /** Asks that are under way. */
  interface Posting {
    void join();
  }

  private void post(int number) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (int attempt = number; System.nanoTime() < deadline; attempt++) {
      try {
        if (posted(number, doors.get(attempt % doors.size()))) {
          return;
        }
      } catch (InterruptedException interrupted) {
        return;
      }
    }
    refused.add("deliberation " + number + " was not accepted within " + PATIENCE);
  }

  private boolean posted(int number, Http door) throws InterruptedException {
    String key = name + "-" + number;
    try {
      Http.Answer answer =
          door.post("/api/deliberate", deliberation(seeds[number]), "Idempotency-Key", key);
      statuses.computeIfAbsent(answer.status(), first -> new AtomicInteger()).incrementAndGet();
      switch (answer.status()) {
        case 200, 202 ->
            accepted.add(new Accepted(answer.json().path("id").asText(), key, seeds[number]));
        case 429, 503 -> {
          Thread.sleep(answer.retryAfter());
          return false;
        }
        case 500, 502, 504 -> {
          Thread.sleep(200);
          return false;
        }
        default -> refused.add("refused: " + answer.status() + " " + answer.body());
      }
      return true;
    } catch (IOException away) {
      Thread.sleep(100);
      return false;
    }
  }

  /** The ack log. */
  List<Accepted> accepted() {
    return List.copyOf(accepted);
  }

  /** What was never accepted, and why. */
  List<String> refused() {
    return List.copyOf(refused);
  }

  int size() {
    return seeds.length;
  }

  /** How often each status was answered. */
  Map<Integer, Integer> statuses() {
    Map<Integer, Integer> counts = new HashMap<>();
    statuses.forEach((status, count) -> counts.put(status, count.get()));
    return counts;
  }
}
