package io.lida.proof.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Row 32: clients that never come to an end, beside one that behaves. */
record SlowAndLarge() implements Row {
  private static final Duration CUT = Duration.ofSeconds(10);
  private static final Duration SLACK = Duration.ofSeconds(2);
  private static final int SLOW = 40;

  @Override
  public int number() {
    return 32;
  }

  @Override
  public String fault() {
    return "slowloris, 1 GiB body, 100,000 headers, endless chunks";
  }

  @Override
  public String required() {
    return "408/413/431 or cut <= 10 s; no effect on others";
  }

  @Override
  public void run(Stage stage, Findings findings) throws Exception {
    Served server = stage.server().begin();
    server.ready();
    String head =
        "POST /api/deliberate HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\n"
            .formatted(server.port(), server.http().key());
    Answering others = Answering.watch(server.http(), Duration.ofSeconds(14));
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> slow = new ArrayList<>();
      for (int i = 0; i < SLOW; i++) {
        boolean body = i % 2 == 1;
        slow.add(
            clients.submit(
                () -> slowly(server.port(), body ? head + "Content-Length: 900\r\n\r\n{" : head)));
      }
      int large = large(server.port(), head);
      findings.require(large == 413 || large == 0, "1 GiB of body got %d", large);
      int headers = headers(server.port(), head);
      findings.require(headers == 431 || headers == 400, "100,000 headers got %d", headers);
      int endless = endless(server.port(), head);
      findings.require(endless == 413 || endless == 0, "endless chunks got %d", endless);
      List<Integer> ends = new ArrayList<>();
      for (Future<Integer> each : slow) {
        ends.add(each.get());
      }
      long still = ends.stream().filter(status -> status < 0).count();
      findings.require(still == 0, "%d of %d slow clients were still served", still, SLOW);
      findings.require(
          ends.stream().allMatch(status -> status <= 0 || status == 408), "slow got %s", ends);
      findings.saw(
          "1 GiB %d, headers %d, chunks %d, slow %s",
          large, headers, endless, ends.stream().distinct().toList());
    }
    Duration hurt = others.lastFailure();
    findings.require(hurt.isZero(), "a client that behaves was still refused after %s", hurt);
    findings.saw("others unhurt: %s", hurt.isZero());
  }

  /** One byte a second, of a head or of a body. */
  private static int slowly(int port, String begin) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + CUT.plus(SLACK).toNanos();
    try (RawSocket socket = new RawSocket(port)) {
      socket.send(begin);
      while (System.nanoTime() < deadline) {
        int status = socket.status(Duration.ofSeconds(1));
        if (status >= 0) {
          return status;
        }
        socket.send("x");
      }
      return -1;
    } catch (IOException cut) {
      return 0;
    }
  }

  private static int large(int port, String head) throws IOException {
    try (RawSocket socket = new RawSocket(port)) {
      socket.send(head + "Content-Length: 1073741824\r\n\r\n");
      poured(socket, 64 << 20, "", "");
      return socket.status(CUT);
    }
  }

  private static int headers(int port, String head) throws IOException {
    try (RawSocket socket = new RawSocket(port)) {
      StringBuilder many = new StringBuilder(head);
      for (int i = 0; i < 100_000; i++) {
        many.append("X-").append(i).append(": ").append(i).append("\r\n");
      }
      try {
        socket.send(many + "\r\n");
      } catch (IOException cut) {
        // What was said before is what counts.
      }
      return socket.status(CUT);
    }
  }

  private static int endless(int port, String head) throws IOException {
    try (RawSocket socket = new RawSocket(port)) {
      socket.send(head + "Transfer-Encoding: chunked\r\n\r\n");
      poured(socket, 64 << 20, "10000\r\n", "\r\n");
      return socket.status(CUT);
    }
  }

  /** Sends as much as is taken, at most so many bytes. */
  private static void poured(RawSocket socket, int most, String before, String after) {
    byte[] piece = new byte[0x10000];
    Arrays.fill(piece, (byte) ' ');
    try {
      for (int sent = 0; sent < most; sent += piece.length) {
        socket.send(before).send(piece).send(after);
      }
    } catch (IOException cut) {
      // That is what is hoped for.
    }
  }
}
