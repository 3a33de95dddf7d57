package io.lida.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A provider of language models over real HTTP on a loopback port: speaks the OpenAI, the Anthropic
 * and the Gemini format, plain and streamed, answers as told, misbehaves as told, and remembers
 * what it was asked.
 *
 * <p>Without being told, it answers with a valid turn, a valid vote where the prompt speaks of a
 * {@code "vote"}, or a legal move where it speaks of a {@code "move"}. Thread-safe.
 */
public final class StubProvider implements AutoCloseable {
  /** A turn that fits the schema. */
  public static final String TURN =
      "{\"stance\":0.5,\"confidence\":0.7,\"argument\":\"A pause costs less than a mistake that"
          + " cannot be undone.\",\"concedes\":[\"a pause has costs\"],\"cites\":[]}";

  /** A vote that fits the schema. */
  public static final String VOTE =
      "{\"vote\":\"for\",\"confidence\":0.8,\"reason\":\"The case for it was not answered.\"}";

  /** A move that is legal in every game. */
  public static final String MOVE = "{\"move\":1,\"reason\":\"It costs us least.\"}";

  /**
   * A request as it came.
   *
   * @param headers names in lower case
   * @param atNanos when its last byte was read, by {@link System#nanoTime}
   */
  public record Request(String path, Map<String, String> headers, JsonNode body, long atNanos) {
    /** The value of a header; empty when it is not there. */
    public String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  private static final int BACKLOG = 8192;

  private final ServerSocket server;
  private final Thread accepting;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Queue<Misbehaviour> next = new ConcurrentLinkedQueue<>();
  private final Queue<Request> requests = new ConcurrentLinkedQueue<>();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger maxInFlight = new AtomicInteger();

  private volatile Function<JsonNode, String> answer = StubProvider::fitting;
  private volatile Duration latency = Duration.ZERO;
  private volatile long inputTokens = 120;
  private volatile long outputTokens = 48;
  private volatile @Nullable Misbehaviour always;

  private StubProvider(ServerSocket server) {
    this.server = server;
    this.accepting = Thread.ofVirtual().name("stub-provider").unstarted(this::accept);
  }

  /** A stub that listens on a free port. */
  public static StubProvider start() {
    try {
      ServerSocket server = new ServerSocket();
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
      StubProvider stub = new StubProvider(server);
      stub.accepting.start();
      return stub;
    } catch (IOException unavailable) {
      throw new UncheckedIOException(unavailable);
    }
  }

  /** {@code http://127.0.0.1:<port>}; each format's usual path below it is served. */
  public String url() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  /** Answers with what this function makes of a request. */
  public StubProvider answer(Function<JsonNode, String> answer) {
    this.answer = answer;
    return this;
  }

  /** Waits so long before each answer. */
  public StubProvider latency(Duration latency) {
    this.latency = latency;
    return this;
  }

  /** Reports so many tokens for each call. */
  public StubProvider usage(long inputTokens, long outputTokens) {
    this.inputTokens = inputTokens;
    this.outputTokens = outputTokens;
    return this;
  }

  /** Misbehaves on the next calls, once for each, then answers. */
  public StubProvider next(Misbehaviour... misbehaviours) {
    next.addAll(List.of(misbehaviours));
    return this;
  }

  /** Misbehaves on every call that {@link #next} says nothing about; null to stop. */
  public StubProvider always(@Nullable Misbehaviour misbehaviour) {
    always = misbehaviour;
    return this;
  }

  /** The completions asked for so far, in order of arrival. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /** How many completions were asked for so far. */
  public int calls() {
    return requests.size();
  }

  /** The most completions that were under way at once. */
  public int maxInFlight() {
    return maxInFlight.get();
  }

  /** Closes the port and every connection. */
  @Override
  public void close() {
    try {
      server.close();
      // The port is only free once whoever waits at it has noticed.
      accepting.join();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException unclosable) {
      throw new UncheckedIOException(unclosable);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        open.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      new StubConnection(this, socket).serve();
    } catch (IOException gone) {
      // The other side left, or the stub was closed: both are part of the game.
    } finally {
      open.remove(socket);
    }
  }

  /** What to do about a request: nothing for an answer. */
  @Nullable Misbehaviour begin(Request request) {
    requests.add(request);
    maxInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
    Misbehaviour once = next.poll();
    return once == null ? always : once;
  }

  void end() {
    inFlight.decrementAndGet();
  }

  Duration latency() {
    return latency;
  }

  StubFormat.Answer answerTo(Request request, @Nullable Misbehaviour misbehaviour) {
    String text = misbehaviour == Misbehaviour.Kind.EMPTY ? "" : answer.apply(request.body());
    return new StubFormat.Answer(
        text,
        StubFormat.model(request.path(), request.body()),
        inputTokens,
        outputTokens,
        misbehaviour != Misbehaviour.Kind.NO_USAGE);
  }

  /** What it answers without being told. */
  public static String fitting(JsonNode request) {
    String asked = request.toString();
    if (asked.contains("\\\"move\\\"")) {
      return MOVE;
    }
    return asked.contains("\\\"vote\\\"") ? VOTE : TURN;
  }
}
