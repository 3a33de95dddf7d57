package io.lida.proof.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A door to a server, with the key of whoever knocks. Thread-safe. */
record Http(int port, String key) {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /** An answer, whatever it says. */
  record Answer(int status, String body, java.net.http.HttpHeaders headers) {
    JsonNode json() {
      return Wire.parse(body);
    }

    /** How long it asks to be left alone. */
    Duration retryAfter() {
      long seconds = headers.firstValueAsLong("retry-after").orElse(1);
      return Duration.ofSeconds(Math.clamp(seconds, 1, 10));
    }
  }

  Answer get(String path) throws IOException, InterruptedException {
    return send("GET", path, "");
  }

  Answer post(String path, Object body, String... headers)
      throws IOException, InterruptedException {
    return send("POST", path, body instanceof String text ? text : Wire.text(body), headers);
  }

  /** Sends a request once; a path that is no URI is the caller's mistake. */
  Answer send(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(30))
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (!key.isEmpty()) {
      request.header("Authorization", "Bearer " + key);
    }
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    for (int i = 0; i + 1 < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    HttpResponse<String> answer =
        CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    return new Answer(answer.statusCode(), answer.body(), answer.headers());
  }

  /** Gets a document, however often it is refused for being asked too often or too early. */
  JsonNode read(String path) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (true) {
      Answer answer = get(path);
      if (answer.status() == 200) {
        return answer.json();
      }
      boolean later = answer.status() == 429 || answer.status() == 503;
      if (!later || System.nanoTime() > deadline) {
        throw new IOException("GET " + path + ": " + answer.status() + " " + answer.body());
      }
      Thread.sleep(answer.retryAfter());
    }
  }
}
