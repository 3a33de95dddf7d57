package io.lida.launcher;

import io.lida.contract.Bus;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A house whose rooms are in a server elsewhere. */
final class RemoteHouse implements House {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Vertx vertx;
  private final Remote server;
  private final String url;

  private RemoteHouse(Vertx vertx, Remote server, String url) {
    this.vertx = vertx;
    this.server = server;
    this.url = url;
  }

  /** Does not look whether the server is there; the first question will tell. */
  static House at(String url, Settings settings) {
    Logs.toFile(settings);
    URI address = Refused.unless("server", () -> URI.create(url));
    if (address.getHost() == null || !String.valueOf(address.getScheme()).matches("https?")) {
      throw Refused.because("server", url + " is no URL such as http://127.0.0.1:2040");
    }
    String key = key(settings);
    Vertx vertx = Vertx.vertx(Foundation.options());
    Remote server = new Remote(vertx, url, key);
    vertx.deployVerticle(new RemoteVerticle(server)).await();
    return new RemoteHouse(vertx, server, url);
  }

  private static String key(Settings settings) {
    String given = settings.environment().getOrDefault("LIDA_API_KEY", "");
    if (!given.isEmpty()) {
      return given;
    }
    Path file = settings.home().resolve("api-key");
    try {
      return Files.readString(file).strip();
    } catch (IOException none) {
      throw new Fault(
          FaultCode.UNAUTHENTICATED,
          "no key for the server is known",
          "LIDA_API_KEY is not set and " + file + " cannot be read",
          "LIDA_API_KEY=lida_... lida ...");
    }
  }

  @Override
  public Bus bus() {
    return Bus.on(vertx);
  }

  @Override
  public String store() {
    return "that of the server at " + url;
  }

  @Override
  public String link() {
    return server
        .post("/api/v1/tickets", Map.of(), PATIENCE)
        .map(made -> server.at("/login?ticket=" + made.path("ticket").asText()))
        .await();
  }

  @Override
  public void close() {
    Foundation.await("the bus", vertx.close());
  }
}
