package io.lida.gateway;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.function.Function;

/**
 * A question that can be put over HTTP.
 *
 * @param path as in the API description: {@code /api/v1/runs/{id}}
 * @param answer what it is answered with; what it throws or fails with is told as a fault
 */
record Endpoint(
    HttpMethod method, String path, Need need, Function<Exchange, Future<Reply>> answer) {

  static Endpoint get(String path, Need need, Function<Exchange, Future<Reply>> answer) {
    return new Endpoint(HttpMethod.GET, path, need, answer);
  }

  static Endpoint post(String path, Need need, Function<Exchange, Future<Reply>> answer) {
    return new Endpoint(HttpMethod.POST, path, need, answer);
  }

  static Endpoint delete(String path, Need need, Function<Exchange, Future<Reply>> answer) {
    return new Endpoint(HttpMethod.DELETE, path, need, answer);
  }

  /** The path as the router writes it. */
  String route() {
    return path.replaceAll("\\{([a-z_]+)}", ":$1");
  }
}
