package io.lida.proof.bench;

import io.lida.contract.Wire;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code lida serve} as it is shipped, in a process of its own with a data folder of its own. */
final class ShippedServer implements AutoCloseable {
  /** One client plays all the users there are. */
  private static final String UNLIMITED = "1000000";

  private final Process process;
  private final String url;
  private final String key;
  private final double listeningMs;

  private ShippedServer(Process process, String url, String key, double listeningMs) {
    this.process = process;
    this.url = url;
    this.key = key;
    this.listeningMs = listeningMs;
  }

  /** Starts a server; returns when it listens. */
  static ShippedServer start(Path root, Path home, int providerPort) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(root.resolve("scripts/lida").toString(), "serve", "--port", "0");
    builder.command().add("--json");
    builder
        .environment()
        .putAll(
            Map.of(
                "LIDA_HOME",
                home.toString(),
                "LIDA_LOCAL_BASE_URL",
                "http://127.0.0.1:" + providerPort + "/v1",
                "LIDA_REQUESTS_PER_SECOND",
                UNLIMITED,
                "LIDA_REQUESTS_BURST",
                UNLIMITED,
                "LIDA_CONNECTIONS",
                UNLIMITED));
    Company.moveInto(home);
    long begin = System.nanoTime();
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String entry = document(process.inputReader());
    double listening = (System.nanoTime() - begin) / 1e6;
    String key = Files.readString(home.resolve("api-key")).strip();
    return new ShippedServer(process, Wire.parse(entry).path("url").asText(), key, listening);
  }

  private static String document(BufferedReader lines) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      text.append(line);
      if (line.equals("}")) {
        return text.toString();
      }
    }
    throw new IOException("the server ended before it listened: " + text);
  }

  String url() {
    return url;
  }

  String key() {
    return key;
  }

  /** From the start of its process until it said that it listens. */
  double listeningMs() {
    return listeningMs;
  }

  Vitals vitals() {
    return Vitals.of(process.toHandle());
  }

  void forgetPeak() {
    Vitals.forgetPeak(String.valueOf(process.pid()));
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
