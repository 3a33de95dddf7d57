package io.lida.proof.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.lida.testkit.FreePorts;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Row 41: credentials of twelve forms stray into everything a client or a provider says. */
record Leaks() implements Row {
  /** What makes each form recognisable: a run of letters found nowhere else. */
  private static final String MARK = "Zq7Planted9Xw";

  private static final String LONG = MARK + "0123456789abcdefghijABCDEFGHIJ";
  private static final List<String> FORMS =
      List.of(
          "sk-ant-api03-" + LONG,
          "sk-proj-" + LONG + "_-x",
          "sk-or-v1-" + LONG,
          "sk-" + LONG,
          "AIzaSy" + LONG,
          "gsk_" + LONG,
          "hf_" + LONG,
          "xai-" + LONG,
          "pplx-" + LONG,
          "lida_ab12cd34_" + LONG + "_crc",
          "eyJhbGciOiJIUzI1NiJ9.eyJzdWIi" + MARK + ".sig" + MARK,
          "redis://:" + LONG + "@cache.internal:6379/0");

  @Override
  public int number() {
    return 41;
  }

  @Override
  public String fault() {
    return "secrets of 12 formats in prompts, headers, URLs, provider errors";
  }

  @Override
  public String required() {
    return "0 hits in logs, events, metrics, answers, files";
  }

  @Override
  public void run(Stage stage, Findings findings) throws Exception {
    Served server =
        stage.server("home", FreePorts.one(), List.of(), Map.of("LIDA_LOG_LEVEL", "debug")).begin();
    server.ready();
    Http door = server.http();
    Map<String, String> answers = new HashMap<>();
    String all = String.join(" ", FORMS);
    for (String form : FORMS) {
      careless(door, form, answers);
    }
    String spoken = debated(door, all, answers);
    stage.providers().getFirst().answer(400, "{\"error\":{\"message\":\"" + all + "\"}}");
    String failed = debated(door, all, answers);
    stage.providers().getFirst().answer(401, "<html>" + all + "</html>");
    debated(door, all, answers);
    for (String run : List.of(spoken, failed)) {
      for (String path : List.of("", "/summary", "/events?after=0", "/export?format=markdown")) {
        answers.put("GET run" + path, door.get("/api/v1/runs/" + run + path).body());
      }
    }
    for (String path :
        List.of("/metrics", "/api/stats", "/api/v1/notices?pattern=*", "/api/v1/runs", "/")) {
      answers.put("GET " + path, door.get(path).body());
    }
    server.signal("TERM");
    findings.require(server.exit(Duration.ofSeconds(30)).isPresent(), "it did not end");
    List<String> hits = new ArrayList<>();
    answers.forEach((where, text) -> hit(where, text, hits));
    hit("standard error", server.said(), hits);
    for (Path file : files(server.home())) {
      hit(server.home().relativize(file).toString(), Files.readString(file, ISO_8859_1), hits);
    }
    findings.requireNone(hits);
    findings.require(
        answers.values().stream().anyMatch(text -> text.contains("***")), "nothing was masked");
    findings.saw("%d hits in %d answers, the log and the files", hits.size(), answers.size());
  }

  /** Puts a credential everywhere a request has room for one. */
  private static void careless(Http door, String form, Map<String, String> answers)
      throws IOException, InterruptedException {
    String inUrl = URLEncoder.encode(form, UTF_8);
    Http stranger = new Http(door.port(), form);
    answers.put("key " + form, patient(stranger, "/api/v1/runs", "X-Note", form));
    for (String path :
        List.of(
            "/api/v1/runs/" + inUrl,
            "/api/v1/runs?status=" + inUrl,
            "/api/v1/personas/" + inUrl,
            "/stream?run=x&ticket=" + inUrl,
            "/?token=" + inUrl,
            "/nowhere/" + inUrl)) {
      answers.put(
          path,
          patient(
              door,
              path,
              "X-API-Key",
              door.key(),
              "Cookie",
              "session=" + inUrl,
              "Referer",
              "http://x/?key=" + inUrl,
              "User-Agent",
              form));
    }
    for (Object body :
        List.of(
            Map.of("topc", form), Map.of(form, 1), Map.of("topic", "Why?", "model", form), form)) {
      answers.put("POST " + body, door.post("/api/deliberate", body).body());
    }
  }

  private static String patient(Http door, String path, String... headers)
      throws IOException, InterruptedException {
    Http.Answer answer = door.send("GET", path, "", headers);
    while (answer.status() == 429) {
      Thread.sleep(answer.retryAfter());
      answer = door.send("GET", path, "", headers);
    }
    return answer.body();
  }

  /** A deliberation whose topic holds them all; its id. */
  private static String debated(Http door, String forms, Map<String, String> answers)
      throws IOException, InterruptedException {
    Map<String, Object> body = new HashMap<>(Load.deliberation(answers.size()));
    body.put("topic", "Should we publish " + forms + " now?");
    body.put("rounds", 1);
    Http.Answer answer =
        door.post(
            "/api/deliberate", body, "Idempotency-Key", forms.substring(0, 40) + answers.size());
    while (answer.status() == 429) {
      Thread.sleep(answer.retryAfter());
      answer = door.post("/api/deliberate", body);
    }
    answers.put("deliberation " + answers.size(), answer.body());
    String run = answer.json().path("id").asText();
    Settling.of(List.of(new Load.Accepted(run, "", 0)), door, Duration.ofSeconds(60));
    return run;
  }

  private static void hit(String where, String text, List<String> hits) {
    int at = text.indexOf(MARK);
    if (at >= 0) {
      String around = text.substring(Math.max(0, at - 60), Math.min(text.length(), at + 20));
      hits.add(where.replace(MARK, "<mark>") + ": " + around.replaceAll("\\s+", " "));
    }
  }

  private static List<Path> files(Path home) throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  /** All that is written in a folder of a home. */
  static String files(Path home, String folder) throws IOException {
    StringBuilder text = new StringBuilder();
    if (Files.isDirectory(home.resolve(folder))) {
      for (Path file : files(home.resolve(folder))) {
        text.append(Files.readString(file, ISO_8859_1));
      }
    }
    return text.toString();
  }
}
