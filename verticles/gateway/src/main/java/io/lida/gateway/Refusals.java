package io.lida.gateway;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Secrets;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** What the web server itself refuses, in our words. */
final class Refusals {
  private Refusals() {}

  static Fault of(int status, HttpServerRequest request, GatewayOptions.Limits limits) {
    return switch (status) {
      case 404 ->
          new Fault(
              FaultCode.NOT_FOUND,
              "there is no such path",
              read(String.valueOf(request.path())),
              "GET /openapi.json lists the paths");
      case 405 ->
          new Fault(
              FaultCode.METHOD,
              "this path knows no " + request.method(),
              "the header Allow lists what it knows",
              "GET /openapi.json lists the paths");
      case 408 ->
          new Fault(
              FaultCode.TIMEOUT,
              "the request came too slowly",
              "it must arrive whole within " + limits.slowSeconds() + " s",
              "send it again");
      case 413 ->
          new Fault(
              FaultCode.TOO_LARGE,
              "the body is too large",
              limits.bodyBytes() + " bytes are the most",
              "send less");
      case 414 -> large("the address", Listening.LONGEST_URL);
      case 431 -> large("the head of the request", Listening.LONGEST_HEAD);
      case 415 -> new Fault(FaultCode.MEDIA_TYPE, "a body of this kind is not read here");
      case 403 -> new Fault(FaultCode.FORBIDDEN, "this is not allowed");
      case 401 -> Keys.stranger("the request brings no key");
      case 400 -> new Fault(FaultCode.INVALID, "the request was not understood");
      default -> new Fault(FaultCode.INTERNAL, "the request could not be answered");
    };
  }

  /** As a person would write it, in one line: only then is a secret in it known and masked. */
  static String read(String path) {
    try {
      String written = URLDecoder.decode(path, StandardCharsets.UTF_8);
      return Secrets.mask(written.replaceAll("\\p{Cntrl}", "?"));
    } catch (IllegalArgumentException malformed) {
      return "it cannot be read";
    }
  }

  private static Fault large(String what, int most) {
    return new Fault(FaultCode.TOO_LARGE, what + " is too long", most + " bytes are the most", "");
  }
}
