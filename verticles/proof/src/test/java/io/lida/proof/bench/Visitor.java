package io.lida.proof.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Deliberation.Start;
import io.lida.contract.Wire;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A client of a server over HTTP, which asks for deliberations and sees them end. */
final class Visitor implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 300;
  private static final int LOOK_EVERY_MS = 10;

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final HttpClient client =
      vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(16_384));
  private final WebSocketClient sockets =
      vertx.createWebSocketClient(
          new WebSocketClientOptions().setMaxConnections(16_384).setMaxMessageSize(4 << 20));
  private final Context loop = vertx.getOrCreateContext();
  private final ShippedServer server;

  Visitor(ShippedServer server) {
    this.server = server;
  }

  /** One request for each debate, as many under way as wished; the ids by number from 0. */
  List<String> debates(int first, Company company, int total, int atOnce) throws Exception {
    List<String> runs = new ArrayList<>();
    while (true) {
      JsonNode engine = get("/api/stats").path("engine");
      int busy = engine.path("running").asInt() + engine.path("queued").asInt();
      if (runs.size() == total && busy == 0) {
        return runs;
      }
      int room = Math.min(atOnce - busy, total - runs.size());
      List<Future<String>> asked = new ArrayList<>();
      for (int i = 0; i < room; i++) {
        asked.add(ask(Motion.debate(first + runs.size() + i, company, false)));
      }
      patiently(Future.all(asked));
      asked.forEach(answer -> runs.add(answer.result()));
      vertx.timer(LOOK_EVERY_MS, TimeUnit.MILLISECONDS).await();
    }
  }

  /** Asks for a deliberation and answers its id. */
  Future<String> ask(Start start) {
    Map<String, Object> body =
        Map.of(
            "scenario",
            Wire.tree(start.scenario()),
            "seed",
            start.seed(),
            "model",
            String.valueOf(start.model()),
            "stream",
            start.stream());
    Buffer json = Buffer.buffer(Wire.bytes(body));
    return onLoop(() -> answer(HttpMethod.POST, "/api/deliberate", json, 202))
        .map(answer -> Wire.parse(answer.getBytes()).path("id").asText());
  }

  /**
   * Watches a run with so many streams of server-sent events until it is over.
   *
   * @return the events that each was sent
   */
  List<Integer> watch(String run, int watchers) throws Exception {
    List<Future<Integer>> streams = new ArrayList<>();
    for (int i = 0; i < watchers; i++) {
      streams.add(onLoop(() -> stream(run)));
    }
    patiently(Future.all(streams));
    return streams.stream().map(Future::result).toList();
  }

  private Future<Integer> stream(String run) {
    Promise<Integer> over = Promise.promise();
    int[] counted = {0, '\n'};
    client
        .request(to(HttpMethod.GET, "/stream?run=" + run))
        .compose(request -> request.send())
        .onFailure(over::tryFail)
        .onSuccess(
            response ->
                response
                    .handler(piece -> count(piece, counted))
                    .exceptionHandler(over::tryFail)
                    .endHandler(end -> over.tryComplete(counted[0])));
    return over.future();
  }

  /** Listens to a run with so many sockets of the bridge until it is over. */
  List<Listener> listen(String run, int listeners) throws Exception {
    List<Future<Listener>> heard = new ArrayList<>();
    for (int i = 0; i < listeners; i++) {
      heard.add(onLoop(() -> Listener.hear(sockets, bridge(), run)));
    }
    patiently(Future.all(heard));
    return heard.stream().map(Future::result).toList();
  }

  private WebSocketConnectOptions bridge() {
    return new WebSocketConnectOptions()
        .setAbsoluteURI(server.url().replace("http", "ws") + "/eventbus/websocket")
        .putHeader("Authorization", "Bearer " + server.key());
  }

  /** Every event has one line that begins with {@code id}, and nothing else does. */
  private static void count(Buffer piece, int[] counted) {
    for (int at = 0; at < piece.length(); at++) {
      byte next = piece.getByte(at);
      if (next == 'i' && counted[1] == '\n') {
        counted[0]++;
      }
      counted[1] = next;
    }
  }

  JsonNode get(String path) throws Exception {
    Future<Buffer> answer = onLoop(() -> answer(HttpMethod.GET, path, Buffer.buffer(), 200));
    patiently(answer);
    return Wire.parse(answer.result().getBytes());
  }

  private Future<Buffer> answer(HttpMethod method, String path, Buffer body, int status) {
    return client
        .request(to(method, path))
        .compose(request -> request.send(body))
        .compose(
            response ->
                response
                    .body()
                    .map(
                        answer -> {
                          if (response.statusCode() != status) {
                            throw new IllegalStateException("refused: " + answer);
                          }
                          return answer;
                        }));
  }

  /** Begins an exchange where its answer will come, so that nothing of it comes unheard. */
  private <T> Future<T> onLoop(Supplier<Future<T>> exchange) {
    return Future.future(promise -> loop.runOnContext(turn -> exchange.get().onComplete(promise)));
  }

  private RequestOptions to(HttpMethod method, String path) {
    return new RequestOptions()
        .setMethod(method)
        .setAbsoluteURI(server.url() + path)
        .putHeader("Authorization", "Bearer " + server.key())
        .putHeader("Content-Type", "application/json");
  }

  private static void patiently(Future<?> future) throws Exception {
    future.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws IOException {
    vertx.close().await();
  }
}
