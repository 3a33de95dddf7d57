package io.lida.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Wire;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;

/** A server elsewhere, asked over HTTP with a key. */
final class Remote {
  private static final int CONNECT_MILLIS = 5_000;
  private static final int OK = 200;
  private static final int NOT_OK = 300;
  private static final int TOO_MANY = 429;
  private static final long RATHER_LATER_MILLIS = 1_000;

  private final Vertx vertx;
  private final HttpClient http;
  private final String url;
  private final String key;

  /** What a server said, whatever it was. */
  record Said(int status, HttpClientResponse head, Buffer body) {
    boolean ok() {
      return status >= OK && status < NOT_OK;
    }

    /** The document. */
    JsonNode json() {
      return Wire.parse(body.getBytes());
    }
  }

  /**
   * @param url where it listens, without a path
   */
  Remote(Vertx vertx, String url, String key) {
    this.vertx = vertx;
    this.http = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS));
    this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    this.key = key;
  }

  /** The address of a path. */
  String at(String path) {
    return url + path;
  }

  /** Reads a document; what the server refuses is the fault it names. */
  Future<JsonNode> get(String path, Duration patience) {
    return said(HttpMethod.GET, path, Buffer.buffer(), patience).map(Said::json);
  }

  /** Sends a document, and reads what comes of it. */
  Future<JsonNode> post(String path, Object document, Duration patience) {
    return said(HttpMethod.POST, path, Buffer.buffer(Wire.bytes(document)), patience)
        .map(Said::json);
  }

  Future<JsonNode> delete(String path, Duration patience) {
    return said(HttpMethod.DELETE, path, Buffer.buffer(), patience).map(Said::json);
  }

  /** Sends anything; fails with a fault unless the answer is a success. */
  Future<Said> said(HttpMethod method, String path, Buffer body, Duration patience) {
    return any(method, path, body, patience)
        .compose(
            said -> said.ok() ? Future.succeededFuture(said) : Future.failedFuture(fault(said)));
  }

  /** Sends anything, and takes any answer; one that asks to come back later is waited for. */
  Future<Said> any(HttpMethod method, String path, Buffer body, Duration patience) {
    return once(method, path, body, patience)
        .compose(
            said ->
                said.status() == TOO_MANY
                    ? vertx
                        .timer(RATHER_LATER_MILLIS)
                        .compose(later -> once(method, path, body, patience))
                    : Future.succeededFuture(said));
  }

  private Future<Said> once(HttpMethod method, String path, Buffer body, Duration patience) {
    return open(method, path, patience)
        .compose(request -> request.send(body))
        .compose(head -> head.body().map(content -> new Said(head.statusCode(), head, content)))
        .recover(cause -> Future.failedFuture(unreachable(cause)));
  }

  /** Opens a stream of server-sent events; its body is not read here. */
  Future<HttpClientResponse> stream(String path) {
    return open(HttpMethod.GET, path, Duration.ZERO)
        .compose(request -> request.putHeader("Accept", "text/event-stream").send());
  }

  private Future<HttpClientRequest> open(HttpMethod method, String path, Duration patience) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(method)
            .setAbsoluteURI(at(path))
            .putHeader("Authorization", "Bearer " + key)
            .putHeader("Content-Type", "application/json");
    if (!patience.isZero()) {
      options.setTimeout(patience.toMillis());
    }
    return http.request(options);
  }

  private Fault unreachable(Throwable cause) {
    if (cause instanceof Fault fault) {
      return fault;
    }
    String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return new Fault(
        FaultCode.UNREACHABLE,
        "the server at " + url + " cannot be reached",
        why,
        "lida serve, or name another: --server URL");
  }

  private Fault fault(Said said) {
    try {
      JsonNode error = said.json().path("error");
      String code = error.path("code").asText();
      if (code.matches("LIDA-[0-9]{4}")) {
        return new Fault(
            FaultCode.of(Integer.parseInt(code.substring("LIDA-".length()))),
            error.path("title").asText(),
            error.path("detail").asText(),
            error.path("fix").asText());
      }
    } catch (IllegalArgumentException foreign) {
      return stranger(said);
    }
    return stranger(said);
  }

  private Fault stranger(Said said) {
    return new Fault(
        FaultCode.UNREACHABLE,
        "what listens at " + url + " does not speak as a server of lida",
        "it answered with status " + said.status(),
        "look at --server, LIDA_SERVER and server.json in the data folder");
  }
}
