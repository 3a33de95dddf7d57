package io.lida.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Wire;
import io.lida.testkit.Node;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

/** A front on any free port, in a folder of its own, and a client that holds its key. */
final class House {
  static final String NODE = "node-1";

  final Node node;
  final GatewayVerticle gateway;
  final Path home;
  final String key;
  final HttpClient client;

  /** What came back. */
  record Answer(int status, Map<String, String> headers, Buffer body) {
    JsonNode json() {
      return Wire.parse(body.getBytes());
    }

    String code() {
      return json().path("error").path("code").asText();
    }
  }

  private House(Node node, GatewayOptions options, InstantSource clock) {
    this.node = node;
    this.home = options.home();
    this.gateway = new GatewayVerticle(options, clock, new SecureRandom());
    node.deploy(gateway);
    try {
      this.key = Files.readString(home.resolve("api-key")).strip();
    } catch (IOException missing) {
      throw new AssertionError(missing);
    }
    this.client =
        node.vertx()
            .createHttpClient(
                new HttpClientOptions().setDefaultHost("127.0.0.1").setDefaultPort(gateway.port()));
  }

  static GatewayOptions options(Path folder) {
    GatewayOptions.Limits limits = GatewayOptions.Limits.defaults().withRate(10_000, 10_000);
    Path root = Path.of(System.getProperty("lida.root"));
    return GatewayOptions.defaults(folder.resolve("home"), root, NODE)
        .withPort(0)
        .withLimits(limits);
  }

  static House open(Node node, Path folder) {
    return new House(node, options(folder), InstantSource.system());
  }

  static House open(Node node, GatewayOptions options, InstantSource clock) {
    return new House(node, options, clock);
  }

  Answer get(String path) {
    return send(HttpMethod.GET, path, Map.of("Authorization", "Bearer " + key), "");
  }

  Answer delete(String path) {
    return send(HttpMethod.DELETE, path, Map.of("Authorization", "Bearer " + key), "");
  }

  Answer post(String path, String json) {
    return send(
        HttpMethod.POST,
        path,
        Map.of("Authorization", "Bearer " + key, "Content-Type", "application/json"),
        json);
  }

  Answer send(HttpMethod method, String path, Map<String, String> headers, String body) {
    RequestOptions request = new RequestOptions().setMethod(method).setURI(path);
    headers.forEach(request::addHeader);
    return Node.await(
        onLoop(
            node,
            () ->
                client
                    .request(request)
                    .compose(open -> open.send(body))
                    .compose(
                        response ->
                            response
                                .body()
                                .map(
                                    whole ->
                                        new Answer(
                                            response.statusCode(), headers(response), whole)))));
  }

  /** Begins on an event loop: what comes back is heard there before it can be missed. */
  static <T> Future<T> onLoop(Node node, Supplier<Future<T>> work) {
    Promise<T> done = Promise.promise();
    node.vertx().runOnContext(turn -> work.get().onComplete(done));
    return done.future();
  }

  private static Map<String, String> headers(HttpClientResponse response) {
    Map<String, String> headers = new java.util.TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    response.headers().forEach(header -> headers.put(header.getKey(), header.getValue()));
    return headers;
  }
}
