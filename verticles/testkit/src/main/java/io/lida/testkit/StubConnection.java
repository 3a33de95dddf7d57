package io.lida.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Wire;
import io.lida.testkit.StubProvider.Request;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One connection to a {@link StubProvider}: as much of HTTP/1.1 as its clients speak. */
final class StubConnection {
  private final StubProvider stub;
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private boolean over;

  StubConnection(StubProvider stub, Socket socket) throws IOException {
    this.stub = stub;
    this.socket = socket;
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream());
    out = new BufferedOutputStream(socket.getOutputStream());
  }

  void serve() throws IOException {
    while (!over) {
      Request request = read();
      Misbehaviour misbehaviour = stub.begin(request);
      try {
        pause(stub.latency());
        if (misbehaviour == null) {
          answer(request, null);
        } else {
          misbehave(request, misbehaviour);
        }
        out.flush();
      } finally {
        stub.end();
      }
    }
  }

  private void misbehave(Request request, Misbehaviour misbehaviour) throws IOException {
    switch (misbehaviour) {
      case Misbehaviour.Status(int status, String code, String message, var headers) ->
          send(status, "application/json", headers, StubFormat.error(code, message));
      case Misbehaviour.Body(String type, String text) -> send(200, type, Map.of(), text);
      case Misbehaviour.Drip(Duration interval) -> drip(document(request), interval);
      case Misbehaviour.Huge(long bytes) -> flood(bytes);
      case Misbehaviour.Kind kind -> misbehave(request, kind);
    }
  }

  private void misbehave(Request request, Misbehaviour.Kind kind) throws IOException {
    switch (kind) {
      case HANG -> hang();
      case HALF -> half(request);
      case RESET -> {
        half(request);
        socket.setSoLinger(true, 0);
      }
      case NO_END_MARK, EMPTY, NO_USAGE -> answer(request, kind);
    }
  }

  private void answer(Request request, Misbehaviour.@Nullable Kind kind) throws IOException {
    StubFormat.Answer answer = stub.answerTo(request, kind);
    StubFormat format = StubFormat.of(request.path());
    if (!streamed(request)) {
      send(200, "application/json", Map.of(), format.whole(answer));
      return;
    }
    List<String> events = format.events(answer);
    List<String> said =
        kind == Misbehaviour.Kind.NO_END_MARK ? events.subList(0, events.size() - 1) : events;
    head(200, "text/event-stream", Map.of("Transfer-Encoding", "chunked"));
    for (String event : said) {
      byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
      ascii(Integer.toHexString(bytes.length) + "\r\n");
      out.write(bytes);
      ascii("\r\n");
      out.flush();
    }
    ascii("0\r\n\r\n");
  }

  /** Half of a body whose length was promised, or half of the events of a stream. */
  private void half(Request request) throws IOException {
    over = true;
    byte[] document = document(request);
    head(200, type(request), Map.of("Content-Length", String.valueOf(document.length)));
    out.write(document, 0, document.length / 2);
    out.flush();
  }

  private void drip(byte[] document, Duration interval) throws IOException {
    over = true;
    boolean events = new String(document, 0, 5, StandardCharsets.UTF_8).matches("event|data:");
    head(
        200,
        events ? "text/event-stream" : "application/json",
        Map.of("Content-Length", String.valueOf(document.length)));
    for (byte next : document) {
      out.write(next);
      out.flush();
      pause(interval);
    }
  }

  private void flood(long bytes) throws IOException {
    over = true;
    head(200, "application/json", Map.of("Content-Length", String.valueOf(bytes)));
    byte[] block = new byte[64 << 10];
    Arrays.fill(block, (byte) ' ');
    for (long left = bytes; left > 0; left -= block.length) {
      out.write(block, 0, (int) Math.min(left, block.length));
    }
  }

  private void hang() throws IOException {
    over = true;
    while (in.read() >= 0) {
      // Listens until the other side gives up.
    }
  }

  private byte[] document(Request request) {
    StubFormat format = StubFormat.of(request.path());
    StubFormat.Answer answer = stub.answerTo(request, null);
    String text = streamed(request) ? String.join("", format.events(answer)) : format.whole(answer);
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static boolean streamed(Request request) {
    return request.path().contains(":streamGenerateContent")
        || request.body().path("stream").asBoolean();
  }

  private static String type(Request request) {
    return streamed(request) ? "text/event-stream" : "application/json";
  }

  private void send(int status, String type, Map<String, String> headers, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    Map<String, String> all = new HashMap<>(headers);
    all.put("Content-Length", String.valueOf(body.length));
    head(status, type, all);
    out.write(body);
  }

  private void head(int status, String type, Map<String, String> headers) throws IOException {
    String lines =
        headers.entrySet().stream()
            .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
            .collect(Collectors.joining());
    ascii("HTTP/1.1 " + status + " Stub\r\nContent-Type: " + type + "\r\n" + lines + "\r\n");
  }

  private void ascii(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private Request read() throws IOException {
    String[] first = line().split(" ");
    Map<String, String> headers = new HashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    JsonNode json = Wire.parse(body.length == 0 ? new byte[] {'{', '}'} : body);
    return new Request(first[1], Map.copyOf(headers), json, System.nanoTime());
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException();
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  private static void pause(Duration duration) throws IOException {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException ended) {
      throw new InterruptedIOException();
    }
  }
}
