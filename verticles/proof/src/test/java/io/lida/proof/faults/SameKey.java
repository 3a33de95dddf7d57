package io.lida.proof.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Row 28: fifty clients ask for the same deliberation at once, under one key. */
record SameKey() implements Row {
  private static final int CLIENTS = 50;

  @Override
  public int number() {
    return 28;
  }

  @Override
  public String fault() {
    return "50 parallel posts under one Idempotency-Key";
  }

  @Override
  public String required() {
    return "1 deliberation, 50 equal answers; another body 422";
  }

  @Override
  public void run(Stage stage, Findings findings) throws Exception {
    Served server = stage.server().begin();
    server.ready();
    Http door = server.http();
    Map<String, Object> body = Load.deliberation(stage.random().nextInt(1 << 20));
    Set<String> answers = new HashSet<>();
    Map<Integer, Integer> statuses = new HashMap<>();
    for (Http.Answer answer : together(door, body)) {
      statuses.merge(answer.status(), 1, Integer::sum);
      answers.add(answer.json().path("id") + " " + answer.json().path("links"));
    }
    findings.require(answers.size() == 1, "different answers: %s", answers);
    findings.require(
        statuses.keySet().stream().allMatch(status -> status == 200 || status == 202),
        "answered %s",
        statuses);
    findings.require(
        statuses.getOrDefault(202, 0) == 1, "202 must be said once, was said %s", statuses);
    Map<String, Object> other = new HashMap<>(body);
    other.put("rounds", 3);
    int reused = door.post("/api/deliberate", other, "Idempotency-Key", "one").status();
    findings.require(reused == 422, "another body under the key got %d", reused);
    int runs = door.read("/api/v1/runs?limit=100").path("runs").size();
    findings.require(runs == 1, "%d runs were made", runs);
    findings.saw("%d runs, answers %s, then %d", runs, statuses, reused);
  }

  private static List<Http.Answer> together(Http door, Map<String, Object> body) throws Exception {
    List<Http.Answer> answers = new ArrayList<>();
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Http.Answer>> all = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        all.add(clients.submit(() -> patiently(door, body)));
      }
      for (Future<Http.Answer> one : all) {
        answers.add(one.get());
      }
    }
    return answers;
  }

  /** A client that is told to come later does. */
  private static Http.Answer patiently(Http door, Map<String, Object> body) throws Exception {
    while (true) {
      Http.Answer answer = door.post("/api/deliberate", body, "Idempotency-Key", "one");
      if (answer.status() != 429) {
        return answer;
      }
      Thread.sleep(answer.retryAfter());
    }
  }
}
