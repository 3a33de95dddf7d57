package io.lida.gateway;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** A file of the page in memory, with the tag that changes when it does. */
record StaticFile(String mediaType, Buffer body, String tag) {
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("mjs", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("map", "application/json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("py", "text/plain; charset=utf-8"),
          Map.entry("txt", "text/plain; charset=utf-8"));

  static StaticFile of(String name, byte[] bytes) {
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return new StaticFile(
        TYPES.getOrDefault(ending, "application/octet-stream"),
        Buffer.buffer(bytes),
        "\"" + hash(bytes) + "\"");
  }

  String text() {
    return body.toString(StandardCharsets.UTF_8);
  }

  /** SHA-256 in the letters that a content security policy uses. */
  static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
