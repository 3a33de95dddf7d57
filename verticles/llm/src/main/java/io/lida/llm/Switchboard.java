package io.lida.llm;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Holds the one pooled HTTP client of the room: bytes come and go on the room's event loop, and no
 * thread is woken for them. Ends with the verticle that made it. For that event loop.
 */
final class Switchboard {
  private static final int CONNECTIONS_PER_HOST = 16_384;

  private final Vertx vertx;
  private final HttpClient client;
  private final Map<Duration, Deadlines> deadlines = new HashMap<>();

  Switchboard(Vertx vertx) {
    this.vertx = vertx;
    this.client =
        vertx
            .httpClientBuilder()
            .with(new HttpClientOptions().setKeepAlive(true))
            .with(new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_HOST))
            // What breaks a connection reaches the exchange on it; without this it is logged too.
            .withConnectHandler(connection -> connection.exceptionHandler(broken -> {}))
            .build();
  }

  /** Begins an exchange; its end is the future it was made with. */
  void place(Exchange exchange) {
    exchange.begin(
        vertx,
        client,
        deadlines.computeIfAbsent(exchange.longest(), bound -> new Deadlines(vertx, bound)));
  }
}
