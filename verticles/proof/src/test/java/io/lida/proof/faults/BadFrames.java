package io.lida.proof.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Row 33: WebSocket frames that no client should send. */
record BadFrames() implements Row {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final List<String> PATHS = List.of("/ws", "/eventbus/websocket");
  private static final Pattern STACK = Pattern.compile("(?m)^\\s+at [a-z].*\\(");

  /** 0 is a connection closed without a word. */
  private static final Set<Integer> REFUSED = Set.of(0, 1002, 1003, 1007, 1008, 1009, 1011);

  @Override
  public int number() {
    return 33;
  }

  @Override
  public String fault() {
    return "malformed, unmasked, 10 MiB, fragmented frames; ping flood";
  }

  @Override
  public String required() {
    return "closed 1002/1009; no stack trace in the log; others unhurt";
  }

  /** What is sent once the socket is open. */
  private interface Mischief {
    void on(RawWebSocket socket) throws IOException;
  }

  private record Case(String name, boolean mustClose, Mischief mischief) {}

  private static List<Case> cases() {
    byte[] hi = "hi".getBytes(UTF_8);
    return List.of(
        new Case("reserved opcode", true, s -> s.frame(0x83, true, 2, hi)),
        new Case("reserved bits", true, s -> s.frame(0xf1, true, 2, hi)),
        new Case("unmasked", true, s -> s.frame(0x81, false, 2, hi)),
        new Case("10 MiB", true, s -> s.frame(0x81, true, 10 << 20, new byte[1 << 16])),
        new Case("2^62 bytes", true, s -> s.frame(0x82, true, 1L << 62, hi)),
        new Case("long ping", true, s -> s.frame(0x89, true, 200, new byte[200])),
        new Case("fragmented ping", true, s -> s.frame(0x09, true, 2, hi)),
        new Case("lone continuation", true, s -> s.frame(0x80, true, 2, hi)),
        new Case("no UTF-8", false, s -> s.frame(0x81, true, 2, new byte[] {(byte) 0xc3, 0x28})),
        new Case("bad close", true, s -> s.frame(0x88, true, 1, new byte[] {3})),
        new Case("400,000 fragments", true, BadFrames::fragments),
        new Case("no JSON", false, s -> s.text("}{")),
        new Case("deep JSON", false, s -> s.text("[".repeat(20_000))),
        new Case("ping flood", false, BadFrames::pings));
  }

  private static void fragments(RawWebSocket socket) throws IOException {
    byte[] one = {'a'};
    socket.frame(0x01, true, 1, one);
    for (int i = 0; i < 400_000; i++) {
      socket.frame(0x00, true, 1, one);
    }
  }

  private static void pings(RawWebSocket socket) throws IOException {
    for (int i = 0; i < 20_000; i++) {
      socket.frame(0x89, true, 0, new byte[0]);
    }
  }

  @Override
  public void run(Stage stage, Findings findings) throws Exception {
    Served server = stage.server().begin();
    server.ready();
    String key = server.http().key();
    Answering others = Answering.watch(server.http(), PATIENCE.multipliedBy(2));
    List<String> seen = new ArrayList<>();
    for (String path : PATHS) {
      for (Case each : cases()) {
        int code = tried(server.port(), path, key, each);
        seen.add(Integer.toString(code));
        findings.require(
            REFUSED.contains(code) || (code == -1 && !each.mustClose()),
            "%s, %s: %s",
            path,
            each.name(),
            code == -1 ? "it stayed open" : "closed with " + code);
      }
    }
    Duration hurt = others.lastFailure();
    findings.require(hurt.isZero(), "a client that behaves was refused after %s", hurt);
    long traces =
        STACK.matcher(server.said() + Leaks.files(server.home(), "logs")).results().count();
    findings.require(traces == 0, "%d lines of stack traces in the log", traces);
    findings.saw("%d mischiefs, closed with %s", seen.size(), seen.stream().distinct().toList());
  }

  private static int tried(int port, String path, String key, Case each) throws IOException {
    try (RawWebSocket socket = new RawWebSocket(port, path, key)) {
      try {
        each.mischief().on(socket);
      } catch (IOException cut) {
        return 0;
      }
      return socket.closeCode(each.mustClose() ? PATIENCE : Duration.ofMillis(500));
    }
  }
}
