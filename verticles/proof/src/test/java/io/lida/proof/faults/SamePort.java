package io.lida.proof.faults;

import io.lida.testkit.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Row 43: the port is somebody else's, or the server's own twin has it. */
record SamePort() implements Row {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Override
  public int number() {
    return 43;
  }

  @Override
  public String fault() {
    return "port taken by a stranger; two instances of one user";
  }

  @Override
  public String required() {
    return "a message that names the port, exit != 0; the first is unhurt";
  }

  @Override
  public void run(Stage stage, Findings findings) throws Exception {
    try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Served server = stage.server("other", stranger.getLocalPort(), List.of(), Map.of());
      refused(findings, server.begin(), "a stranger has the port");
    }
    Served first = stage.server().begin();
    first.ready();
    Served twin = stage.server("home", first.port(), List.of(), Map.of());
    refused(findings, twin.begin(), "its twin has the port");
    findings.require(first.health("/health/ready") == 200, "the first is not ready any more");
    Load load = new Load(1, stage.random(), List.of(first.http()));
    load.begin().join();
    var statuses = Settling.of(load.accepted(), first.http(), PATIENCE);
    new Audit(load, statuses, stage.providers(), first.http()).whole(findings);
    Served beside = stage.server("home", FreePorts.one(), List.of(), Map.of()).begin();
    beside.ready();
    findings.require(first.health("/health/ready") == 200, "a second beside it hurts the first");
    findings.require(
        beside.http().get("/api/v1/runs").body().contains(load.accepted().getFirst().run()),
        "two instances of one home do not see the same runs");
    separate(stage, findings);
  }

  /** Nodes of two homes do not find together, even if one is told where the other is. */
  private static void separate(Stage stage, Findings findings) throws Exception {
    String port = Integer.toString(FreePorts.one());
    Served one =
        stage.server(
            "one", FreePorts.one(), List.of("--cluster", "--cluster-port", port), Map.of());
    one.begin().ready();
    Served two =
        stage.server(
            "two",
            FreePorts.one(),
            List.of(
                "--cluster",
                "--cluster-port",
                Integer.toString(FreePorts.one()),
                "--join",
                "127.0.0.1:" + port),
            Map.of());
    two.begin();
    boolean alone;
    try {
      two.ready();
      alone = true;
    } catch (IOException ended) {
      alone = !two.isAlive();
    }
    findings.require(alone, "a node of another home neither stands alone nor ends");
    String log = one.said();
    findings.require(!log.contains("Members {size:2"), "nodes of two homes joined");
    findings.saw("strangers stay apart");
  }

  private static void refused(Findings findings, Served server, String why)
      throws IOException, InterruptedException {
    Optional<Integer> exit = server.exit(PATIENCE);
    findings.require(exit.isPresent() && exit.get() != 0, "%s: exit %s", why, exit);
    String said = server.said();
    findings.require(
        said.contains(Integer.toString(server.port())) && said.contains("LIDA-5002"),
        "%s, and it says: %s",
        why,
        said.strip());
    findings.saw("exit %s", exit.map(String::valueOf).orElse("none"));
  }
}
