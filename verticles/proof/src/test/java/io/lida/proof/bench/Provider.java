package io.lida.proof.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

/** The stub provider, in a process of its own, from the driver's side. */
final class Provider implements AutoCloseable {
  private final Child child;
  private final int port;

  private Provider(Child child) {
    this.child = child;
    this.port = Integer.parseInt(child.greeting());
  }

  static Provider start() throws IOException {
    return new Provider(Child.start(Stub.class));
  }

  int port() {
    return port;
  }

  /** Answers after this latency from now on, and counts anew. */
  void latency(int millis) throws IOException {
    get("/latency/" + millis);
  }

  /**
   * {@code requests}, their {@code bytes}, and the most {@code in_flight}, since the last reset.
   */
  JsonNode stats() throws IOException {
    return get("/stats");
  }

  private JsonNode get(String path) throws IOException {
    try (InputStream answer = URI.create("http://127.0.0.1:" + port + path).toURL().openStream()) {
      return Wire.parse(answer.readAllBytes());
    }
  }

  @Override
  public void close() throws IOException {
    child.close();
  }
}
