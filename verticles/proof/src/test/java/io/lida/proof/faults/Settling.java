package io.lida.proof.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Waits until runs have come to their end, as a client sees it. */
final class Settling {
  private static final Set<String> ENDS = Set.of("completed", "failed", "cancelled", "parked");
  private static final Duration PACE = Duration.ofMillis(500);

  private Settling() {}

  /** The statuses of these runs when all have ended, or when patience has. */
  static Map<String, String> of(List<Load.Accepted> runs, Http door, Duration patience)
      throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    Map<String, String> statuses = Map.of();
    while (System.nanoTime() < deadline) {
      try {
        statuses = statuses(runs, door);
        if (statuses.values().stream().allMatch(ENDS::contains)) {
          return statuses;
        }
      } catch (IOException away) {
        // It may be the fault that is being tried; what counts is the end.
      }
      Thread.sleep(PACE);
    }
    return statuses;
  }

  private static Map<String, String> statuses(List<Load.Accepted> runs, Http door)
      throws IOException, InterruptedException {
    Map<String, String> all = new HashMap<>();
    JsonNode listing = door.read("/api/v1/runs?limit=1000");
    listing
        .path("runs")
        .forEach(run -> all.put(run.path("id").asText(), run.path("status").asText()));
    Map<String, String> ours = new HashMap<>();
    runs.forEach(run -> ours.put(run.run(), all.getOrDefault(run.run(), "unknown")));
    return ours;
  }
}
