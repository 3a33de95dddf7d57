package io.lida.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Wire;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One request of one caller, read with care. */
final class Exchange {
  private final RoutingContext context;

  Exchange(RoutingContext context) {
    this.context = context;
  }

  Caller caller() {
    return Gate.caller(context);
  }

  /** A part of the path. */
  String path(String name) {
    String value = context.pathParam(name);
    if (value == null || value.isEmpty()) {
      throw new IllegalStateException("no " + name + " in this path");
    }
    return value;
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(context.request().getHeader(name));
  }

  /** A parameter after the question mark. */
  Optional<String> query(String name) {
    return context.queryParam(name).stream().findFirst().filter(value -> !value.isEmpty());
  }

  /**
   * A parameter that is a whole number.
   *
   * @throws Fault INVALID when it is none, or out of its bounds
   */
  long number(String name, long usual, long least, long most) {
    String text = query(name).orElse(null);
    if (text == null) {
      return usual;
    }
    try {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException malformed) {
      return refuse(name, text, least, most);
    }
    return refuse(name, text, least, most);
  }

  private static long refuse(String name, String text, long least, long most) {
    throw new Fault(
        FaultCode.INVALID,
        "the parameter " + name + " is refused",
        "it must be a whole number from " + least + " to " + most + ", is \"" + text + "\"",
        "");
  }

  /** A parameter that is one of a few words. */
  Optional<String> oneOf(String name, Collection<String> words) {
    Optional<String> word = query(name);
    if (word.isPresent() && !words.contains(word.get())) {
      throw new Fault(
          FaultCode.INVALID,
          "the parameter " + name + " is refused",
          "it must be one of " + String.join(", ", words) + ", is \"" + word.get() + "\"",
          "");
    }
    return word;
  }

  /**
   * The body as JSON.
   *
   * @throws Fault MEDIA_TYPE when it says to be something else, INVALID when it is not JSON
   */
  JsonNode json() {
    form(List.of("application/json"));
    byte[] body = bytes();
    try {
      return Wire.parse(body);
    } catch (IllegalArgumentException malformed) {
      throw new Fault(
          FaultCode.INVALID,
          "the body is not JSON",
          String.valueOf(malformed.getMessage()),
          "send a JSON object");
    }
  }

  /** The body as text of one of these media types. */
  String text(List<String> mediaTypes) {
    form(mediaTypes);
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  private byte[] bytes() {
    var body = context.body().buffer();
    return body == null ? new byte[0] : body.getBytes();
  }

  private void form(List<String> mediaTypes) {
    String said = header("Content-Type").orElse("");
    String type = said.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!mediaTypes.contains(type)) {
      throw new Fault(
          FaultCode.MEDIA_TYPE,
          said.isEmpty() ? "the body does not say what it is" : "a body of " + said,
          "read here: " + String.join(", ", mediaTypes),
          "send \"Content-Type: " + mediaTypes.getFirst() + "\"");
    }
  }
}
