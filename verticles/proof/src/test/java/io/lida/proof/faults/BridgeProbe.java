package io.lida.proof.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Access;
import io.lida.contract.Agents;
import io.lida.contract.Ask;
import io.lida.contract.Deliberation;
import io.lida.contract.Llm;
import io.lida.contract.Monitor;
import io.lida.contract.Personas;
import io.lida.contract.Runs;
import io.lida.contract.Wire;
import java.io.IOException;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Row 34: a tenant with a key tries every address on the bridge that may be one. */
record BridgeProbe() implements Row {
  private static final int ADDRESSES = 500;
  private static final int SOCKETS = 25;

  /** Below what a socket may say in a second, so that each message is judged by itself. */
  private static final Duration PACE = Duration.ofMillis(70);

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** What anybody with a key may do, in the name of the own tenant. */
  private static final Set<String> PERMITTED =
      Set.of("send lida.agents.join", "send lida.turns.submit", "register lida.agent.alice.turn");

  @Override
  public int number() {
    return 34;
  }

  @Override
  public String fault() {
    return "bridge probe: send, publish, register at 500 addresses";
  }

  @Override
  public String required() {
    return "only the allow-list passes; 0 internal addresses";
  }

  @Override
  public void run(Stage stage, Findings findings) throws Exception {
    Served server = stage.server().begin();
    server.ready();
    Tenant owner = new Tenant("home", "", server.http());
    Tenant tenant = Tenant.enter(server.http(), "probe", "read", "run");
    String foreign = owner.deliberation(1);
    String own = tenant.deliberation(2);
    List<String> addresses = addresses(stage.random(), foreign);
    Set<String> allowed =
        Set.of("register lida.run." + own, "register lida.run." + own + ".tokens");
    List<String> passed = new ArrayList<>();
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<String>>> probes = new ArrayList<>();
      for (int i = 0; i < SOCKETS; i++) {
        int from = i * ADDRESSES / SOCKETS;
        int to = (i + 1) * ADDRESSES / SOCKETS;
        List<String> part = addresses.subList(from, to);
        probes.add(clients.submit(() -> passed(server.port(), tenant.door().key(), part)));
      }
      for (Future<List<String>> probe : probes) {
        passed.addAll(probe.get());
      }
    }
    passed.removeAll(PERMITTED);
    findings.requireNone(passed);
    List<String> ours =
        passed(
            server.port(),
            tenant.door().key(),
            List.of("lida.run." + own, "lida.run." + own + ".tokens"));
    findings.require(
        ours.containsAll(allowed), "what is allowed did not pass: %s of %s", ours, allowed);
    findings.saw("%d addresses x 3, %d passed that must not", ADDRESSES, passed.size());
  }

  /** Every address of the contract, what Vert.x keeps for itself, others' own, and guesses. */
  static List<String> addresses(Random random, String foreign) throws IllegalAccessException {
    Set<String> all = new LinkedHashSet<>();
    for (Class<?> protocol :
        List.of(
            Access.class,
            Agents.class,
            Deliberation.class,
            Llm.class,
            Monitor.class,
            Personas.class,
            Runs.class)) {
      for (Field field : protocol.getDeclaredFields()) {
        field.trySetAccessible();
        if (field.getType() == Ask.class) {
          all.add(((Ask<?, ?>) field.get(null)).address());
        }
      }
    }
    Monitor.FAMILIES.forEach(family -> all.add("lida.events." + family));
    all.addAll(
        List.of(
            "lida.run." + foreign,
            "lida.run." + foreign + ".tokens",
            "lida.run.*",
            "lida.run.",
            "lida.llm.called",
            "lida.agent.alice.turn",
            "lida.agent.other.alice.turn",
            "lida.agents.join.",
            " lida.agents.join",
            "LIDA.AGENTS.JOIN",
            "lida.agents.join\u0000",
            "lida.turns.submit.x",
            "",
            ".*",
            "*",
            "in.vertx.sub",
            "vertx.cluster"));
    for (int i = 1; all.size() < ADDRESSES; i++) {
      all.add("__vertx.reply." + i);
      all.add("__vertx.reply." + Integer.toHexString(random.nextInt()));
      all.add("lida.node." + Integer.toHexString(random.nextInt()) + ".health");
      all.add("lida.run." + Long.toHexString(random.nextLong()));
      all.add("lida." + Integer.toString(random.nextInt(1 << 30), 36));
      all.add("__vertx." + Integer.toString(random.nextInt(1 << 30), 36));
    }
    return List.copyOf(all).subList(0, ADDRESSES);
  }

  /** Which of these were not refused, as {@code kind address}. */
  private static List<String> passed(int port, String key, List<String> addresses)
      throws IOException, InterruptedException {
    List<String> passed = new ArrayList<>();
    for (String kind : List.of("send", "publish", "register")) {
      try (RawWebSocket socket = new RawWebSocket(port, "/eventbus/websocket", key)) {
        for (String address : addresses) {
          Thread.sleep(PACE);
          socket.text(message(kind, address));
          if (!refused(socket)) {
            passed.add(kind + " " + address);
          }
        }
      }
    }
    return passed;
  }

  private static String message(String kind, String address) {
    return Wire.text(
        kind.equals("send")
            ? Map.of("type", kind, "address", address, "body", Map.of(), "replyAddress", "r")
            : Map.of("type", kind, "address", address, "body", Map.of()));
  }

  /**
   * Whether the bridge said no to the last message. A registration that passes is answered by
   * nothing, as is a publication; a send that passes is answered by somebody behind the bridge,
   * whose failures have a code.
   */
  private static boolean refused(RawWebSocket socket) throws IOException {
    try {
      while (true) {
        RawWebSocket.Frame frame = socket.next(PATIENCE);
        if (frame.opcode() == 8) {
          throw new IOException("the probe's socket was closed: " + frame.text());
        }
        if (frame.opcode() != 1 && frame.opcode() != 2) {
          continue;
        }
        JsonNode said = Wire.parse(frame.payload());
        return said.path("type").asText().equals("err") && !said.has("failureCode");
      }
    } catch (java.net.SocketTimeoutException silent) {
      return false;
    }
  }
}
