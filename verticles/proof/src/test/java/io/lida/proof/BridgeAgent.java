package io.lida.proof;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Wire;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An agent on the bridge that does what a test says, and nothing else but stay alive. */
final class BridgeAgent implements WebSocket.Listener, AutoCloseable {
  private static final int PATIENCE_SECONDS = 30;
  private static final int PING_SECONDS = 3;

  private final HttpClient client = HttpClient.newHttpClient();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
  private final Set<String> known = new HashSet<>();
  private final ByteArrayOutputStream part = new ByteArrayOutputStream();
  private final WebSocket socket;

  BridgeAgent(String bus) {
    socket = client.newWebSocketBuilder().buildAsync(URI.create(bus), this).join();
    timer.scheduleAtFixedRate(
        () -> say(Map.of("type", "ping")), PING_SECONDS, PING_SECONDS, TimeUnit.SECONDS);
  }

  /** Takes the seat of this name. */
  BridgeAgent join(String name) {
    say(Map.of("type", "register", "address", "lida.agent." + name + ".turn"));
    ask("lida.agents.join", Map.of("id", name, "protocol", 1));
    return this;
  }

  /** Asks, and waits for the frame that answers: {@code rec} or {@code err}. */
  JsonNode ask(String address, Map<String, ?> body) {
    say(Map.of("type", "send", "address", address, "body", body, "replyAddress", "reply"));
    return next("reply");
  }

  /** Sends a frame. */
  void say(Map<String, ?> frame) {
    synchronized (socket) {
      socket.sendText(Wire.text(frame), true).join();
    }
  }

  /** The next frame whose address ends so, or that is refused; all before it are forgotten. */
  JsonNode next(String address) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    try {
      while (true) {
        JsonNode frame = heard.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (frame == null) {
          throw new AssertionError("nothing for " + address);
        }
        String type = frame.path("type").asText();
        if (type.equals("err") || frame.path("address").asText().endsWith(address)) {
          return frame;
        }
      }
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  /** Waits for a turn that was not wanted of it before; the turn's id. */
  String wanted() {
    String turn;
    do {
      turn = next(".turn").path("body").path("turn_id").asText();
    } while (!known.add(turn));
    return turn;
  }

  /** Hands a turn in after so long. */
  void handIn(String turn, String text, long millis) {
    Map<String, ?> body = Map.of("turn_id", turn, "text", text, "stance", 0.5);
    Map<String, ?> frame = Map.of("type", "send", "address", "lida.turns.submit", "body", body);
    timer.schedule(() -> say(frame), millis, TimeUnit.MILLISECONDS);
  }

  /** Takes its next turn at once. */
  void speak(String text) {
    handIn(wanted(), text, 0);
  }

  @Override
  public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
    byte[] bytes = new byte[data.remaining()];
    data.get(bytes);
    return on(from, bytes, last);
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    return on(from, data.toString().getBytes(StandardCharsets.UTF_8), last);
  }

  private @Nullable CompletionStage<?> on(WebSocket from, byte[] bytes, boolean last) {
    part.writeBytes(bytes);
    if (last) {
      heard.add(Wire.parse(part.toByteArray()));
      part.reset();
    }
    from.request(1);
    return null;
  }

  @Override
  public void close() {
    timer.shutdownNow();
    socket.abort();
    client.shutdownNow();
  }
}
