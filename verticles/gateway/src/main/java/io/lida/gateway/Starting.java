package io.lida.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lida.contract.Bus;
import io.lida.contract.Deliberation;
import io.lida.contract.Event;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Scenario;
import io.lida.contract.Scenario.Participant;
import io.lida.contract.Studies;
import io.lida.contract.Wire;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Starts a run or a study from the body of a request. */
final class Starting {
  private static final String SCHEMA = "lida.started/v1";
  private static final String SOURCE = "the request";
  private static final int LONGEST_KEY = 255;

  /** Whole numbers up to here are exact in every JSON reader. */
  private static final long SEEDS = 1L << 53;

  private final Bus bus;
  private final ScenarioFolder folder;
  private final RandomGenerator random;
  private final @Nullable String model;

  /**
   * @param model speaks where nobody is named; absent to leave that to the cards
   */
  Starting(Bus bus, ScenarioFolder folder, RandomGenerator random, @Nullable String model) {
    this.bus = bus;
    this.folder = folder;
    this.random = random;
    this.model = model;
  }

  /** What is asked for, of a run and of a study alike. */
  private record Wanted(
      Scenario scenario,
      long seed,
      @Nullable String model,
      boolean stream,
      @Nullable String key,
      String tenant) {}

  /**
   * Starts a run, or finds the one that the same key started. All who ask with one key and one body
   * are told the same; only the status code says who was first.
   */
  Future<Reply> start(Exchange exchange) {
    return wanted(exchange)
        .compose(
            one ->
                bus.request(
                        Deliberation.START,
                        new Deliberation.Start(
                            one.scenario(),
                            one.seed(),
                            one.model(),
                            one.stream(),
                            one.key(),
                            one.tenant()))
                    .map(started -> reply(started, one.seed())));
  }

  /** As {@link #start}, of a study. */
  Future<Reply> startStudy(Exchange exchange) {
    return wanted(exchange)
        .compose(
            one ->
                bus.request(
                        Studies.START,
                        new Studies.Start(
                            one.scenario(), one.seed(), one.model(), one.key(), one.tenant()))
                    .map(started -> reply(started, one.seed())));
  }

  private Future<Wanted> wanted(Exchange exchange) {
    DeliberateBody body = new DeliberateBody(exchange.json());
    String tenant = exchange.caller().tenant();
    String key = key(exchange).orElse(null);
    long seed = body.seed().orElseGet(() -> seed(tenant, key));
    return scenario(body)
        .map(
            scenario ->
                new Wanted(scenario, seed, model(body, scenario), body.stream(), key, tenant));
  }

  private @Nullable String model(DeliberateBody body, Scenario scenario) {
    Participant moderator = scenario.deliberation().moderator();
    boolean named =
        scenario.personas().stream().anyMatch(seat -> seat.model() != null)
            || (moderator != null && moderator.model() != null);
    return body.model().orElse(named ? null : model);
  }

  private static Optional<String> key(Exchange exchange) {
    Optional<String> key = exchange.header("Idempotency-Key");
    if (key.isPresent() && (key.get().isBlank() || key.get().length() > LONGEST_KEY)) {
      throw new Fault(
          FaultCode.INVALID,
          "the Idempotency-Key is refused",
          "it must have 1 to " + LONGEST_KEY + " characters",
          "use a UUID");
    }
    return key;
  }

  /** With a key, a repeat must ask for the same run; its seed therefore comes from the key. */
  private long seed(String tenant, @Nullable String key) {
    if (key == null) {
      return random.nextLong(SEEDS);
    }
    String digest = Event.digest(tenant + "\n" + key);
    int from = digest.indexOf(':') + 1;
    return Long.parseUnsignedLong(digest.substring(from, from + 13), 16);
  }

  private Future<Scenario> scenario(DeliberateBody body) {
    return body.scenario().map(given -> given(body, given)).orElseGet(() -> read(body.written()));
  }

  private Future<Scenario> given(DeliberateBody body, JsonNode given) {
    if (given.isObject()) {
      return read(body.over((ObjectNode) given.deepCopy()));
    }
    return folder
        .named(given.textValue())
        .compose(
            found ->
                found
                    .map(yaml -> read(given.textValue(), yaml))
                    .orElseGet(() -> read(SOURCE, given.textValue())))
        .compose(
            scenario ->
                body.wishes()
                    ? read(body.over((ObjectNode) Wire.tree(scenario)))
                    : Future.succeededFuture(scenario));
  }

  /** JSON is YAML, so one reader checks all. */
  private Future<Scenario> read(ObjectNode scenario) {
    return read(SOURCE, scenario.toString());
  }

  private Future<Scenario> read(String source, String yaml) {
    return bus.request(Deliberation.READ, new Deliberation.Read(source, yaml));
  }

  private static Reply reply(Deliberation.Started started, long seed) {
    String run = started.run();
    return reply(
        started.made(),
        new Documents.Started(SCHEMA, run, "queued", seed, Links.of(run), started.notes()));
  }

  private static Reply reply(Studies.Started started, long seed) {
    String study = started.study();
    return reply(
        started.made(),
        new Documents.Started(SCHEMA, study, "running", seed, Links.ofStudy(study), List.of()));
  }

  private static Reply reply(boolean made, Documents.Started document) {
    return Reply.json(made ? 202 : 200, document)
        .with(Map.of("Location", Objects.requireNonNull(document.links().get("self"))));
  }
}
