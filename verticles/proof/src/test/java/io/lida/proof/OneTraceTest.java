package io.lida.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Deliberation;
import io.lida.contract.RunEvent;
import io.lida.contract.Runs;
import io.lida.contract.Scenario;
import io.lida.contract.Trace;
import io.lida.contract.Wire;
import io.lida.launcher.House;
import io.lida.launcher.MaskedJsonEncoder;
import io.lida.launcher.Settings;
import io.lida.testkit.Misbehaviour;
import io.lida.testkit.Node;
import io.lida.testkit.StubProvider;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** From the request that asks for a run to its model calls, all that is logged has one trace. */
@Timeout(120)
class OneTraceTest {
  private static final String SCENARIO =
      """
      name: two
      simulation: {auto_start_topic: "Should AI development be paused?", max_rounds: 1}
      personas: [{id: academic_ml.empiricist}, {id: open_source.accelerationist}]
      """;

  /** The lines of our own rooms, as the log file has them. */
  private static final class Lines extends AppenderBase<ILoggingEvent> {
    private final MaskedJsonEncoder encoder = new MaskedJsonEncoder();
    private final Queue<JsonNode> all = new ConcurrentLinkedQueue<>();

    @Override
    public void start() {
      encoder.setContext(getContext());
      encoder.start();
      super.start();
    }

    @Override
    protected void append(ILoggingEvent event) {
      all.add(Wire.parse(encoder.encode(event)));
    }
  }

  @TempDir Path home;
  private final StubProvider stub = StubProvider.start();
  private final Lines lines = new Lines();
  private House house;
  private Logger logger;

  @BeforeEach
  void aHouseWithAProviderThatRefuses() {
    stub.always(Misbehaviour.status(400));
    house =
        House.open(
            Settings.read(
                new Settings.Sources(
                    Product.ROOT,
                    home,
                    Map.of("LIDA_LOCAL_BASE_URL", stub.url() + "/v1"),
                    Map.of("home", home.resolve("home").toString()))));
    logger = (Logger) LoggerFactory.getLogger("io.lida");
    logger.setLevel(Level.DEBUG);
    lines.setContext(logger.getLoggerContext());
    lines.start();
    logger.addAppender(lines);
  }

  @AfterEach
  void nothingIsLeft() {
    logger.detachAppender(lines);
    logger.setLevel(null);
    house.close();
    stub.close();
  }

  private String start() {
    Scenario scenario =
        Node.await(
            house.bus().request(Deliberation.READ, new Deliberation.Read("two.yaml", SCENARIO)));
    Deliberation.Start start =
        new Deliberation.Start(scenario, 7, "local/m", false, null, Runs.HOME_TENANT);
    return Node.await(house.bus().request(Deliberation.START, start)).run();
  }

  private String traceInTheLog(String run) {
    Runs.Stretch log = Node.await(house.bus().request(Runs.EVENTS, new Runs.After(run, 0, 1)));
    return ((RunEvent.RunStarted) log.events().getFirst().payload()).manifest().trace();
  }

  private void untilOver(String run) {
    Node.until(
        "the run is over",
        () ->
            Set.of("completed", "failed")
                .contains(Node.await(house.bus().request(Runs.FIND, new Runs.Find(run))).status()));
  }

  @Test
  void theTraceOfARequestIsInTheLogOfItsRunAndInTheLinesOfEachRoom() {
    Trace trace = Trace.fresh(new Random(7));
    String run = trace.run(this::start);
    untilOver(run);
    assertEquals(trace.id(), traceInTheLog(run));
    Set<String> rooms =
        lines.all.stream()
            .filter(line -> line.path("trace").asText().equals(trace.id()))
            .map(line -> line.path("loggerName").asText().split("\\.")[2])
            .collect(Collectors.toSet());
    assertTrue(rooms.containsAll(Set.of("deliberation", "llm")), rooms + " of " + lines.all);
    List<JsonNode> aboutTheRun =
        lines.all.stream().filter(line -> line.path("run").asText().equals(run)).toList();
    assertTrue(aboutTheRun.size() > 2, aboutTheRun::toString);
    aboutTheRun.forEach(
        line -> assertEquals(trace.id(), line.path("trace").asText(), line::toString));
  }

  @Test
  void aRunThatNoTracedRequestBeganHasATraceOfItsOwn() {
    String first = traceInTheLog(start());
    String second = traceInTheLog(start());
    assertTrue(first.matches("[0-9a-f]{32}"), first);
    assertTrue(!first.equals(second), second);
  }
}
