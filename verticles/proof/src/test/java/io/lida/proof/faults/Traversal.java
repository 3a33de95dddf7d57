package io.lida.proof.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Row 38: ids, formats and names that are paths. */
record Traversal() implements Row {
  private static final String CANARY = "canary-7f3a9c";

  @Override
  public int number() {
    return 38;
  }

  @Override
  public String fault() {
    return "path traversal in ids, exports, names, static files";
  }

  @Override
  public String required() {
    return "refused; nothing read or written outside the data folder";
  }

  @Override
  public void run(Stage stage, Findings findings) throws Exception {
    Served server = stage.server();
    Path canary = Files.writeString(stage.folder().resolve("canary"), CANARY);
    Files.createSymbolicLink(server.home().resolve("link"), canary);
    server.begin().ready();
    Http door = server.http();
    Map<Path, Long> before = outside(stage, server);
    List<String> evil = evil(canary);
    Map<Integer, Integer> statuses = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    for (String path : paths(door.read("/openapi.json"), evil)) {
      note(path, raw(server.port(), door.key(), "GET", path, ""), statuses, wrong);
    }
    for (String name : evil) {
      for (Map<String, Object> body : bodies(name)) {
        String text = io.lida.contract.Wire.text(body);
        note(
            text, raw(server.port(), door.key(), "POST", "/api/deliberate", text), statuses, wrong);
      }
    }
    findings.requireNone(wrong);
    findings.require(before.equals(outside(stage, server)), "files outside the home changed");
    findings.require(server.health("/health") == 200, "the server is not up afterwards");
    findings.saw("answers %s, %d leaks", statuses, wrong.size());
  }

  private static List<String> evil(Path canary) {
    String up = "..%2f".repeat(8);
    String absolute = canary.toString();
    return List.of(
        "..%2f..%2fcanary",
        up + absolute.substring(1).replace("/", "%2f"),
        absolute.replace("/", "%2f"),
        "..%5c..%5ccanary",
        "%2e%2e%2f%2e%2e%2fcanary",
        "..%252f..%252fcanary",
        "..%c0%af..%c0%afcanary",
        "....%2f%2f....%2f%2fcanary",
        "canary%00",
        "%00",
        "..",
        ".",
        "link",
        "..%2flink",
        "~%2fcanary",
        "file:%2f%2f" + absolute.replace("/", "%2f"),
        "x".repeat(3_000),
        "%0d%0aX-Evil:%201",
        "%ff%fe",
        "*",
        "%7b%7d");
  }

  /** Every parameter of every path that can be got, and the static files. */
  private static List<String> paths(JsonNode openapi, List<String> evil) {
    List<String> paths = new ArrayList<>();
    openapi
        .path("paths")
        .fieldNames()
        .forEachRemaining(
            path -> {
              if (path.contains("{") && openapi.at("/paths").path(path).has("get")) {
                evil.forEach(name -> paths.add(fill(path, name)));
              }
            });
    for (String name : evil) {
      paths.add("/api/v1/runs/x/export?format=" + name);
      paths.add("/api/deliberation/status?id=" + name);
      paths.add("/stream?run=" + name);
      paths.add("/" + name);
      paths.add("/_static/" + name);
      paths.add("/_static/../../../" + name);
      paths.add("/js/../../" + name);
    }
    return paths;
  }

  private static String fill(String path, String name) {
    return path.replaceAll("\\{[^}]*\\}", java.util.regex.Matcher.quoteReplacement(name));
  }

  private static List<Map<String, Object>> bodies(String name) {
    String plain = java.net.URLDecoder.decode(name, java.nio.charset.StandardCharsets.ISO_8859_1);
    return List.of(
        Map.of("scenario", plain),
        Map.of("topic", "Why?", "personas", List.of(plain, "academic_ml.empiricist")),
        Map.of("topic", "Why?", "model", "local/stub", "mode", plain));
  }

  private record Got(int status, String text) {}

  /** As it is written, for an HTTP client would clean it first. */
  private static Got raw(int port, String key, String method, String path, String body)
      throws IOException {
    try (RawSocket socket = new RawSocket(port)) {
      byte[] bytes = body.getBytes(java.nio.charset.StandardCharsets.UTF_8);
      socket.send(
          "%s %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuthorization: Bearer %s\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
              .formatted(method, path, port, key, bytes.length));
      socket.send(bytes);
      int status = socket.status(Duration.ofSeconds(10));
      return new Got(status, socket.rest(Duration.ofSeconds(2)));
    }
  }

  private static void note(
      String what, Got got, Map<Integer, Integer> statuses, List<String> wrong) {
    statuses.merge(got.status(), 1, Integer::sum);
    if (got.text().contains(CANARY) || got.text().contains("\nX-Evil: 1")) {
      wrong.add("it got out by " + what);
    }
    if (got.status() >= 500 || got.status() < 0) {
      wrong.add(got.status() + " for " + what);
    }
    if (got.text().contains("\n\tat ") || got.text().contains("Exception")) {
      wrong.add("a stack trace for " + what);
    }
  }

  /** The files beside the home, and how long they are. */
  private static Map<Path, Long> outside(Stage stage, Served server) throws IOException {
    Map<Path, Long> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(stage.folder())) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        if (!file.startsWith(server.home()) && !file.startsWith(stage.folder().resolve("work"))) {
          files.put(file, Files.size(file));
        }
      }
    }
    return files;
  }
}
