package io.lida.proof.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Wire;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The Chromium of this machine with a profile of its own, spoken to as its developer tools do. */
final class Browser implements AutoCloseable {
  /** All text of a page, what stands in shadow roots included. */
  private static final String TEXT =
      """
      (() => {
        const walk = node => [...(node.shadowRoot ? node.shadowRoot.childNodes : []), ...node.childNodes]
          .map(child => child.nodeType === 3 ? child.data : walk(child)).join(' ');
        return walk(document.documentElement);
      })()\
      """;

  private final Process process;
  private final WebSocket socket;
  private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
  private final Queue<String> console = new ConcurrentLinkedQueue<>();
  private final AtomicInteger numbers = new AtomicInteger();

  /** Starts the browser on the path. */
  Browser(Path folder) throws IOException, InterruptedException {
    process =
        new ProcessBuilder(
                program().toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--no-first-run",
                "--remote-debugging-port=0",
                "--remote-allow-origins=*",
                "--user-data-dir=" + folder,
                "--window-size=1440,2000",
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      HttpClient client = HttpClient.newHttpClient();
      socket = client.newWebSocketBuilder().buildAsync(page(client, folder), new Listener()).join();
      for (String domain : new String[] {"Page", "Runtime", "Log", "Network"}) {
        ask(domain + ".enable", Map.of());
      }
    } catch (IOException | InterruptedException | RuntimeException failure) {
      kill();
      throw failure;
    }
  }

  private static Path program() throws IOException {
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .flatMap(
            name ->
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                    .map(part -> Path.of(part, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IOException("no chromium on the path"));
  }

  /** Where the browser's only page is spoken to. */
  private static URI page(HttpClient client, Path folder) throws IOException, InterruptedException {
    Path ports = folder.resolve("DevToolsActivePort");
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (System.nanoTime() < deadline) {
      if (Files.exists(ports) && Files.size(ports) > 0) {
        String port = Files.readAllLines(ports).getFirst();
        URI list = URI.create("http://127.0.0.1:" + port + "/json/list");
        String targets =
            client
                .send(HttpRequest.newBuilder(list).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        for (JsonNode target : Wire.parse(targets)) {
          if (target.path("type").asText().equals("page")) {
            return URI.create(target.path("webSocketDebuggerUrl").asText());
          }
        }
      }
      Thread.sleep(100);
    }
    throw new IOException("the browser did not start");
  }

  /** Opens a page and waits until its text has this in it; answers whether it came to that. */
  boolean shows(String url, String text, Duration patience) throws InterruptedException {
    ask("Page.navigate", Map.of("url", url));
    long deadline = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < deadline) {
      Thread.sleep(250);
      JsonNode said = ask("Runtime.evaluate", Map.of("expression", TEXT, "returnByValue", true));
      if (said.at("/result/result/value").asText().contains(text)) {
        return true;
      }
    }
    return false;
  }

  /** What the console and the log of all pages said. */
  Stream<String> console() {
    return console.stream();
  }

  private JsonNode ask(String method, Map<String, Object> parameters) {
    int id = numbers.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    asked.put(id, answer);
    String text = Wire.text(Map.of("id", id, "method", method, "params", parameters));
    socket.sendText(text, true).join();
    return answer.orTimeout(30, TimeUnit.SECONDS).join();
  }

  private void heard(JsonNode message) {
    CompletableFuture<JsonNode> waiting = asked.remove(message.path("id").asInt());
    if (waiting != null) {
      waiting.complete(message);
      return;
    }
    String method = message.path("method").asText();
    if (method.equals("Log.entryAdded") || method.equals("Runtime.consoleAPICalled")) {
      console.add(message.path("params").toString());
    }
  }

  private void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        heard(Wire.parse(text.toString()));
        text.setLength(0);
      }
      from.request(1);
      return CompletableFuture.completedFuture(null);
    }
  }
}
