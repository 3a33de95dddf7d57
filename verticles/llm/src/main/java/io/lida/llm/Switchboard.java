package io.lida.llm;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Holds the one pooled HTTP client of the room, on an event loop of its own: bytes come and go
 * there, and a virtual thread is woken once for each answer and not for each packet.
 */
final class Switchboard extends VerticleBase {
  private static final int CONNECTIONS_PER_HOST = 16_384;

  private @Nullable HttpClient client;

  @Override
  public Future<?> start() {
    client =
        vertx
            .httpClientBuilder()
            .with(new HttpClientOptions().setKeepAlive(true))
            .with(new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_HOST))
            // What breaks a connection reaches the exchange on it; without this it is logged too.
            .withConnectHandler(connection -> connection.exceptionHandler(broken -> {}))
            .build();
    return Future.succeededFuture();
  }

  @Override
  public Future<?> stop() {
    return client == null ? Future.succeededFuture() : client.close();
  }

  /** Begins an exchange on the event loop; its end is the future it was made with. */
  void place(Exchange exchange) {
    HttpClient ready = Objects.requireNonNull(client, "not deployed");
    context.runOnContext(turn -> exchange.begin(vertx, ready));
  }
}
