package io.lida.proof.bench;

import io.lida.contract.Ask;
import io.lida.contract.Bus;
import io.lida.contract.Llm;
import io.lida.launcher.Server;
import io.lida.launcher.Settings;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A clustered server as it is shipped, which asks another with the contract's records. */
final class ClusterNode implements Worker {
  private static final Ask<Llm.Count, Llm.Counted> ECHO =
      new Ask<>("lida.bench.echo", Llm.Count.class, Llm.Counted.class, Duration.ofSeconds(20));

  private final Bus bus;

  private ClusterNode(Bus bus) {
    this.bus = bus;
  }

  /** Works for a driver; the arguments are the project, a data folder, its port, the other's. */
  public static void main(String[] words) throws Exception {
    Map<String, String> given =
        Map.of(
            "home",
            words[1],
            "port",
            "0",
            "log_level",
            "error",
            "cluster",
            "true",
            "cluster_port",
            words[2],
            "join",
            "127.0.0.1:" + words[3]);
    Path home = Path.of(words[1]);
    Settings settings =
        Settings.read(new Settings.Sources(Path.of(words[0]), home, System.getenv(), given));
    try (Server server = Server.open(settings)) {
      Worker.serve(new ClusterNode(server.bus()));
    }
    System.exit(0);
  }

  @Override
  public Map<String, Double> work(Task task) {
    return switch (task.what()) {
      case "answer" -> {
        bus.serve(ECHO, 4_096, question -> Future.succeededFuture(TypedBus.ANSWER)).await();
        yield Map.of();
      }
      case "bus" -> ask(task);
      default -> throw new IllegalArgumentException("a clustered node knows no " + task.what());
    };
  }

  /** From the context on which the first answer comes, so that all answers come there. */
  private Map<String, Double> ask(Task task) {
    Pump pump = new Pump(() -> bus.request(ECHO, TypedBus.QUESTION), task.total());
    bus.request(ECHO, TypedBus.QUESTION)
        .onSuccess(answer -> pump.start(task.atOnce()))
        .onFailure(pump::fail);
    pump.over().await();
    return pump.figures();
  }
}
