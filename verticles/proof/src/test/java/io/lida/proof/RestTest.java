package io.lida.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Wire;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program in any language does with a server of one's own, as the README shows it. */
class RestTest {
  private static final String QUESTION =
      "{\"topic\": \"Should AI development be paused?\", \"rounds\": 3, \"model\":"
          + " \"sim/default\"}";
  private static final int PARALLEL = 50;
  private static final int TOO_OFTEN = 429;
  private static final int HEARD_BEFORE_THE_CUT = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private String url = "";
  private String key = "";

  @Test
  void aRunIsAskedForOnceFollowedToItsEndAndHeardWithoutAGap(@TempDir Path folder)
      throws Exception {
    try (Cli cli = new Cli(folder)) {
      Cli.Running server = cli.start("serve", "--port", "0", "--json");
      url = ServeTest.entry(server).path("url").asText();
      key = Files.readString(cli.home().resolve("api-key")).strip();

      assertEquals(401, send(request("/api/deliberate", "").POST(body())).statusCode());
      String run = askedForManyTimesAtOnce();
      List<Long> heard = heard(run, 0, HEARD_BEFORE_THE_CUT);
      heard.addAll(heard(run, heard.getLast(), Integer.MAX_VALUE));

      ServeTest.until("the run is completed", server, () -> isCompleted(run));
      JsonNode log = get("/api/v1/runs/" + run + "/events?after=0");
      assertEquals(LongStream.rangeClosed(1, log.path("last").asLong()).boxed().toList(), heard);
      assertEquals(1, cli.run("runs", "ls", "--json").json().path("runs").size());
    }
  }

  /**
   * The same question under one key, from many at once; all whom the limit lets in are told of one
   * run.
   */
  private String askedForManyTimesAtOnce() {
    List<CompletableFuture<HttpResponse<String>>> asked =
        IntStream.range(0, PARALLEL)
            .mapToObj(
                one ->
                    client.sendAsync(
                        request("/api/deliberate", key)
                            .header("Idempotency-Key", "pause-1")
                            .POST(body())
                            .build(),
                        HttpResponse.BodyHandlers.ofString()))
            .toList();
    List<HttpResponse<String>> answers = asked.stream().map(CompletableFuture::join).toList();
    Set<Integer> codes = Set.of(200, 202, TOO_OFTEN);
    answers.forEach(one -> assertTrue(codes.contains(one.statusCode()), one::body));
    List<String> runs =
        answers.stream()
            .filter(one -> one.statusCode() != TOO_OFTEN)
            .map(one -> Wire.parse(one.body()).path("id").asText())
            .distinct()
            .toList();
    assertEquals(1, runs.size(), runs.toString());
    return runs.getFirst();
  }

  /** The numbers of the events that a stream tells after one, until it is cut or ends. */
  private List<Long> heard(String run, long after, int most) throws Exception {
    HttpRequest.Builder stream = request("/stream?run=" + run, key);
    if (after > 0) {
      stream.header("Last-Event-ID", String.valueOf(after));
    }
    HttpResponse<Stream<String>> told =
        client.send(stream.build(), HttpResponse.BodyHandlers.ofLines());
    List<Long> heard = new ArrayList<>();
    try (Stream<String> lines = told.body()) {
      lines
          .filter(line -> line.startsWith("id: "))
          .map(line -> Long.parseLong(line.substring("id: ".length())))
          .limit(most)
          .forEach(heard::add);
    }
    return heard;
  }

  /** The line about a run is written after its last event, so that it may be a moment behind. */
  private boolean isCompleted(String run) {
    return get("/api/deliberation/status?id=" + run).path("status").asText().equals("completed");
  }

  private JsonNode get(String path) {
    HttpResponse<String> answer = send(request(path, key));
    assertEquals(200, answer.statusCode(), answer.body());
    return Wire.parse(answer.body());
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString()).join();
  }

  private HttpRequest.Builder request(String path, String bearer) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json");
    return bearer.isEmpty() ? request : request.header("Authorization", "Bearer " + bearer);
  }

  private static HttpRequest.BodyPublisher body() {
    return HttpRequest.BodyPublishers.ofString(QUESTION);
  }
}
