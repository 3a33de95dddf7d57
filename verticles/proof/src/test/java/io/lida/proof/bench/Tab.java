package io.lida.proof.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Wire;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The one tab of a Chromium of its own, 1,440 by 900, spoken to in the browser's own protocol: the
 * tests' library would be measured with it. Used on one thread.
 */
final class Tab implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;
  private static final int LOOK_EVERY_MS = 50;
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String LISTENING = "DevTools listening on ws://";

  private final Process browser;
  private final WebSocket socket;
  private final Map<Integer, CompletableFuture<JsonNode>> asked;
  private int number;

  private Tab(Process browser, WebSocket socket, Map<Integer, CompletableFuture<JsonNode>> asked) {
    this.browser = browser;
    this.socket = socket;
    this.asked = asked;
  }

  /** Opens an empty tab; the profile is a folder that does not exist yet. */
  static Tab open(Path chromium, Path profile) throws Exception {
    Process browser =
        new ProcessBuilder(
                chromium.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1440,900",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    try {
      WebSocket socket =
          HTTP.newWebSocketBuilder()
              .buildAsync(URI.create(tab(listening(browser.errorReader()))), new Ear(asked))
              .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return new Tab(browser, socket, asked);
    } catch (Exception failed) {
      end(browser);
      throw failed;
    }
  }

  /** Host and port; what the browser complains about later is read and dropped. */
  private static String listening(BufferedReader complaints) throws IOException {
    for (String line = complaints.readLine(); line != null; line = complaints.readLine()) {
      if (line.startsWith(LISTENING)) {
        Thread.ofVirtual().start(() -> complaints.lines().forEach(String::length));
        return line.substring(LISTENING.length(), line.indexOf('/', LISTENING.length()));
      }
    }
    throw new IOException("the browser ended before it listened");
  }

  private static String tab(String browser) throws IOException {
    try (InputStream answer = URI.create("http://" + browser + "/json/list").toURL().openStream()) {
      for (JsonNode target : Wire.parse(answer.readAllBytes())) {
        if (target.path("type").asText().equals("page")) {
          return target.path("webSocketDebuggerUrl").asText();
        }
      }
    }
    throw new IOException("the browser has no tab");
  }

  /** Hears answers, which may come in pieces. */
  private record Ear(Map<Integer, CompletableFuture<JsonNode>> asked, StringBuilder heard)
      implements WebSocket.Listener {
    private Ear(Map<Integer, CompletableFuture<JsonNode>> asked) {
      this(asked, new StringBuilder());
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence piece, boolean last) {
      heard.append(piece);
      if (last) {
        JsonNode message = Wire.parse(heard.toString());
        heard.setLength(0);
        CompletableFuture<JsonNode> answer = asked.remove(message.path("id").asInt());
        if (answer != null) {
          answer.complete(message);
        }
      }
      socket.request(1);
      return null;
    }
  }

  /** Begins to load a page. */
  void go(String url) throws Exception {
    ask("Page.navigate", Map.of("url", url));
  }

  /** The value of an expression in the page. */
  JsonNode see(String expression) throws Exception {
    JsonNode answer =
        ask("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
    if (answer.has("exceptionDetails")) {
      throw new IllegalStateException(expression + ": " + answer.path("exceptionDetails"));
    }
    return answer.path("result").path("value");
  }

  /** Looks at the page until an expression is true of it. */
  void until(String expression) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!see("Boolean(" + expression + ")").asBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            "never true: " + expression + "; the page says: " + see("document.body.innerText"));
      }
      pause(LOOK_EVERY_MS);
    }
  }

  void pause(int millis) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
  }

  private JsonNode ask(String method, Map<String, Object> parameters) throws Exception {
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    number++;
    asked.put(number, answer);
    socket.sendText(Wire.text(Map.of("id", number, "method", method, "params", parameters)), true);
    JsonNode message = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (message.has("error")) {
      throw new IllegalStateException(method + ": " + message.path("error"));
    }
    return message.path("result");
  }

  @Override
  public void close() throws InterruptedException {
    end(browser);
  }

  private static void end(Process browser) throws InterruptedException {
    browser.destroy();
    if (!browser.waitFor(10, TimeUnit.SECONDS)) {
      browser.destroyForcibly();
    }
  }
}
