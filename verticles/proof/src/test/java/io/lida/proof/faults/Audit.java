package io.lida.proof.faults;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares what clients were promised with what the logs hold and what providers were asked. */
final class Audit {
  private final List<Log> logs = new ArrayList<>();
  private final Map<String, String> statuses;
  private final Load load;
  private final List<Provider> providers;

  /** Reads every log of what was accepted, through this door. */
  Audit(Load load, Map<String, String> statuses, List<Provider> providers, Http door)
      throws IOException, InterruptedException {
    this.load = load;
    this.statuses = statuses;
    this.providers = providers;
    for (Load.Accepted accepted : load.accepted()) {
      logs.add(Log.read(accepted.run(), door));
    }
  }

  /** Requires that everything accepted is whole and complete, and no call went out unexcused. */
  Audit whole(Findings findings) {
    return logsWhole(findings).calls(findings);
  }

  /** Requires that everything accepted is whole and complete. */
  Audit logsWhole(Findings findings) {
    findings.requireNone(load.refused());
    Set<String> runs = new HashSet<>();
    load.accepted().forEach(accepted -> runs.add(accepted.run()));
    findings.require(
        runs.size() == load.size(), "%d asked for, %d runs made", load.size(), runs.size());
    Map<String, Integer> ends = new HashMap<>();
    statuses.values().forEach(status -> ends.merge(status, 1, Integer::sum));
    int completed = ends.getOrDefault("completed", 0);
    findings.require(completed == load.size(), "statuses: %s", ends);
    findings.saw("%d/%d complete", completed, load.size());
    List<String> wrong = new ArrayList<>();
    logs.forEach(log -> wrong.addAll(log.deviations(Load.CALLS)));
    findings.requireNone(wrong);
    findings.saw("%d log faults", wrong.size());
    return this;
  }

  /** Requires that no call went out more often than deaths excuse. */
  private Audit calls(Findings findings) {
    Map<String, Long> seeds = new HashMap<>();
    load.accepted().forEach(accepted -> seeds.put(accepted.run(), accepted.seed()));
    int extra = 0;
    int excused = 0;
    Set<Integer> known = new HashSet<>();
    List<String> wrong = new ArrayList<>();
    for (Log log : logs) {
      Map<String, Integer> allowed = log.excused();
      excused += allowed.values().stream().mapToInt(Integer::intValue).sum();
      for (var call : Load.calls(seeds.getOrDefault(log.run(), 0L)).entrySet()) {
        known.add(call.getValue());
        int times = providers.stream().mapToInt(p -> p.calls(call.getValue())).sum();
        extra += Math.max(0, times - 1);
        if (times < 1 || times > 1 + allowed.getOrDefault(call.getKey(), 0)) {
          wrong.add(
              "%s %s: asked %d times, %d excused"
                  .formatted(
                      log.run(), call.getKey(), times, allowed.getOrDefault(call.getKey(), 0)));
        }
      }
    }
    for (Provider provider : providers) {
      provider.seeds().stream()
          .filter(seed -> !known.contains(seed))
          .forEach(seed -> wrong.add("a call of no accepted run, seed " + seed));
    }
    findings.requireNone(wrong);
    findings.saw("%d extra calls of %d excused", extra, excused);
    return this;
  }

  /**
   * Requires that runs taken up after one moment were so in time, counted from another, and that
   * there were some.
   */
  Audit takenUp(Findings findings, Instant after, Instant from, Duration within) {
    List<Long> waits = new ArrayList<>();
    for (Log log : logs) {
      log.events().stream()
          .filter(event -> Log.is(event, "run_resumed") && Log.at(event).isAfter(after))
          .findFirst()
          .ifPresent(event -> waits.add(Duration.between(from, Log.at(event)).toMillis()));
    }
    waits.sort(null);
    findings.require(!waits.isEmpty(), "no run was taken up: the fault met none under way");
    if (!waits.isEmpty()) {
      long slowest = Math.max(0, waits.get((int) Math.ceil(waits.size() * 0.99) - 1));
      findings.require(
          slowest <= within.toMillis(), "taken up after %d ms (p99), not %s", slowest, within);
      findings.saw("%d taken up, p99 %.1f s", waits.size(), slowest / 1e3);
    }
    return this;
  }

  /** Requires that who lost a run wrote nothing into it any more. */
  Audit fenced(Findings findings, Map<String, String> modelOfNode) {
    List<String> strange = new ArrayList<>();
    logs.forEach(log -> strange.addAll(log.strange(modelOfNode)));
    findings.requireNone(strange);
    findings.saw("%d stale appends", strange.size());
    return this;
  }

  /** Requires at least one deliberation a second from the first event to the last. */
  Audit progress(Findings findings, Duration outage) {
    Instant first = Instant.MAX;
    Instant last = Instant.MIN;
    for (Log log : logs) {
      if (!log.events().isEmpty()) {
        Instant begun = Log.at(log.events().getFirst());
        Instant ended = Log.at(log.events().getLast());
        first = begun.isBefore(first) ? begun : first;
        last = ended.isAfter(last) ? ended : last;
      }
    }
    double seconds = Math.max(1, Duration.between(first, last).minus(outage).toMillis() / 1e3);
    double rate = logs.size() / seconds;
    findings.require(rate >= 1, "only %.2f deliberations a second", rate);
    findings.saw("%.1f runs/s", rate);
    return this;
  }

  List<Log> logs() {
    return List.copyOf(logs);
  }
}
