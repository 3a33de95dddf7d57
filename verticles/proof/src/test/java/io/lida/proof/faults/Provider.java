package io.lida.proof.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.lida.contract.Wire;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A provider of one node, in OpenAI's form: answers each request after a fixed latency under a
 * model name of its own, by which a log tells through which node an answer came, and counts by
 * seed, which tells the call of the run. Keeps no request, for there are thousands. Thread-safe.
 */
final class Provider implements AutoCloseable {
  private static final Pattern SEED = Pattern.compile("\"seed\"\\s*:\\s*(\\d+)");
  private static final Pattern STREAM = Pattern.compile("\"stream\"\\s*:\\s*true");
  private static final int BACKLOG = 8192;

  /** What is answered instead of turns and votes. */
  record Words(int status, String text) {}

  private final String model;
  private final ServerSocket server;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Map<Integer, AtomicInteger> bySeed = new ConcurrentHashMap<>();
  private final AtomicInteger calls = new AtomicInteger();
  private volatile Duration latency;
  private volatile Words turn =
      new Words(200, said("argument", "A pause costs less than a mistake that stays."));
  private volatile Words vote = new Words(200, said("reason", "The case for it stood."));

  Provider(String model, Duration latency) throws IOException {
    this.model = model;
    this.latency = latency;
    server = new ServerSocket();
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    Thread.ofVirtual().name("provider").start(this::accept);
  }

  /** A turn and a vote in one, with these words. */
  static String said(String field, String words) {
    return Wire.text(
        Map.of("stance", 0.5, "confidence", 0.7, "vote", "for", field, words, "cites", List.of()));
  }

  String model() {
    return model;
  }

  /** Its base URL. */
  String url() {
    return "http://127.0.0.1:" + server.getLocalPort() + "/v1";
  }

  /** How many requests came. */
  int calls() {
    return calls.get();
  }

  /** How many requests came with this seed. */
  int calls(int seed) {
    AtomicInteger count = bySeed.get(seed);
    return count == null ? 0 : count.get();
  }

  /** The seeds asked for. */
  Set<Integer> seeds() {
    return Set.copyOf(bySeed.keySet());
  }

  void latency(Duration other) {
    latency = other;
  }

  /** Answers every request with this from now on. */
  void answer(int status, String text) {
    turn = new Words(status, text);
    vote = turn;
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        open.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 14);
      OutputStream out = socket.getOutputStream();
      while (true) {
        out.write(answer(request(in)));
      }
    } catch (IOException | InterruptedException gone) {
      // The server left, or was killed: that is what it is here for.
    } finally {
      open.remove(socket);
    }
  }

  private static String request(InputStream in) throws IOException {
    int length = 0;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
      }
    }
    return new String(in.readNBytes(length), UTF_8);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException();
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  private byte[] answer(String request) throws InterruptedException {
    calls.incrementAndGet();
    Matcher seed = SEED.matcher(request);
    if (seed.find()) {
      int number = Integer.parseInt(seed.group(1));
      bySeed.computeIfAbsent(number, first -> new AtomicInteger()).incrementAndGet();
    }
    Thread.sleep(latency);
    Words words = request.contains("\\\"vote\\\"") ? vote : turn;
    if (words.status() != 200) {
      return http(words.status(), "application/json", words.text());
    }
    return STREAM.matcher(request).find()
        ? http(200, "text/event-stream", streamed(words.text()))
        : http(200, "application/json", whole(words.text()));
  }

  private String whole(String text) {
    return document("chat.completion", "message", text, "stop", true);
  }

  private String streamed(String text) {
    String kind = "chat.completion.chunk";
    return "data: %s\n\ndata: %s\n\ndata: [DONE]\n\n"
        .formatted(
            document(kind, "delta", text, "", false), document(kind, "delta", "", "stop", true));
  }

  private String document(String kind, String field, String text, String finish, boolean last) {
    return "{\"id\":\"stub\",\"object\":\"%s\",\"created\":1700000000,\"model\":\"%s\",\"choices\":[{\"index\":0,\"%s\":{\"role\":\"assistant\",\"content\":%s},\"finish_reason\":%s}]%s}"
        .formatted(
            kind,
            model,
            field,
            Wire.text(text),
            finish.isEmpty() ? "null" : "\"" + finish + "\"",
            last
                ? ",\"usage\":{\"prompt_tokens\":120,\"completion_tokens\":48,\"total_tokens\":168}"
                : "");
  }

  private static byte[] http(int status, String type, String body) {
    byte[] bytes = body.getBytes(UTF_8);
    String head =
        "HTTP/1.1 %d Told\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
            .formatted(status, type, bytes.length);
    byte[] start = head.getBytes(ISO_8859_1);
    byte[] whole = java.util.Arrays.copyOf(start, start.length + bytes.length);
    System.arraycopy(bytes, 0, whole, start.length, bytes.length);
    return whole;
  }
}
