package io.lida.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lida.contract.Card;
import io.lida.contract.Fault;
import io.lida.contract.Llm;
import io.lida.contract.Phase;
import io.lida.contract.Reading;
import io.lida.contract.Scenario;
import io.lida.contract.Wire;
import io.lida.store.Taken;
import io.lida.store.TokenBuckets;
import io.lida.store.Turns;
import io.lida.testkit.Node;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The room as tests deploy it: the shipped configuration, with less patience. */
final class Room {
  static final Path CONF = Path.of(System.getProperty("lida.root", "../..")).resolve("conf");

  private static final Card CARD = card();

  private static final String TIMEOUTS =
      "{\"connect\":\"PT2S\",\"first_byte\":\"PT1.5S\",\"between_chunks\":\"PT0.75S\",\"total\":\"PT2.5S\"}";
  private static final String PATIENT =
      "{\"connect\":\"PT5S\",\"first_byte\":\"PT15S\",\"between_chunks\":\"PT5S\",\"total\":\"PT15S\"}";
  private static final String RETRIES =
      "{\"tries\":5,\"base\":\"PT0.01S\",\"cap\":\"PT0.05S\",\"budget\":0.2,\"floor\":10,\"patience\":\"PT20S\"}";

  /** Where no agent has a seat, nobody may look for its turns. */
  private static final Turns NO_TURNS =
      (Turns)
          Proxy.newProxyInstance(
              Room.class.getClassLoader(),
              new Class<?>[] {Turns.class},
              (turns, method, arguments) -> {
                throw new AssertionError("asked to " + method.getName());
              });

  private Room() {}

  /** Deploys the room with its data folder and a copy of the configuration below a folder. */
  static void deploy(Node node, Path folder, Map<String, String> environment) throws IOException {
    deploy(node, folder, environment, configuration(TIMEOUTS), Room::unlimited, NO_TURNS);
  }

  /** As {@link #deploy}, with more patience: for tests that load the machine. */
  static void deployPatient(Node node, Path folder, Map<String, String> environment)
      throws IOException {
    deploy(node, folder, environment, configuration(PATIENT), Room::unlimited, NO_TURNS);
  }

  /** As {@link #deploy}, with these limits for the local provider. */
  static void deployLimited(
      Node node, Path folder, Map<String, String> environment, String limits, TokenBuckets buckets)
      throws IOException {
    ObjectNode providers = configuration(TIMEOUTS);
    for (JsonNode provider : providers.path("providers")) {
      if (provider.path("id").asText().equals("local")) {
        ((ObjectNode) provider).set("limits", Wire.parse(limits));
      }
    }
    deploy(node, folder, environment, providers, buckets::take, NO_TURNS);
  }

  /** As {@link #deploy}, with programs and persons in seats that are waited for as told. */
  static void deployWithAgents(Node node, Path folder, String agents, Turns turns)
      throws IOException {
    ObjectNode providers = configuration(TIMEOUTS);
    providers.set("agents", Wire.parse(agents));
    providers.set("persons", Wire.parse(agents));
    deploy(node, folder, Map.of(), providers, Room::unlimited, turns);
  }

  private static ObjectNode configuration(String timeouts) throws IOException {
    ObjectNode providers =
        (ObjectNode) Wire.parse(Files.readAllBytes(CONF.resolve("providers.json")));
    providers.set("timeouts", Wire.parse(timeouts));
    providers.set("retries", Wire.parse(RETRIES));
    return providers;
  }

  /** Where no provider has a limit per minute, nobody may look for its bucket. */
  private static Future<Taken> unlimited(String key, double rate, double burst, double amount) {
    return Future.failedFuture(new AssertionError("asked for " + key));
  }

  private static void deploy(
      Node node,
      Path folder,
      Map<String, String> environment,
      ObjectNode providers,
      Meter.Buckets buckets,
      Turns turns)
      throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("providers.json"), providers.toString());
    Files.copy(CONF.resolve("prices.json"), folder.resolve("prices.json"));
    LlmOptions options = new LlmOptions(folder, folder, environment);
    node.deploy(
        new LlmVerticle(options, buckets, turns, InstantSource.system(), new Random(7)),
        new DeploymentOptions());
  }

  static Llm.Complete call(String model, boolean stream) {
    return call(model, "Should AI development be paused?", stream);
  }

  static Llm.Complete call(String model, String user, boolean stream) {
    return new Llm.Complete(
        "home",
        "run-1",
        "call-1",
        model,
        new Llm.Prompt("You are Ada.", user),
        brief(),
        new Llm.Sampling(0.7, 400, 7L),
        stream);
  }

  static Fault refused(Node node, Llm.Complete call) {
    try {
      throw new AssertionError("answered: " + node.ask(Llm.COMPLETE, call));
    } catch (Fault fault) {
      return fault;
    }
  }

  private static Llm.Brief brief() {
    return new Llm.Brief.Speak(
        new Llm.Situation(
            7,
            "Should AI development be paused?",
            new Reading(Map.of("pace", -1.0), Map.of()),
            CARD,
            0,
            3,
            1,
            3,
            Phase.OPENING,
            Scenario.Mode.DEBATE,
            Scenario.BeliefUpdate.FRIEDKIN_JOHNSEN,
            List.of()));
  }

  private static Card card() {
    try {
      Path file = CONF.resolveSibling("personas").resolve("academic_ml.empiricist.json");
      return Wire.read(Files.readAllBytes(file), Card.class);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
