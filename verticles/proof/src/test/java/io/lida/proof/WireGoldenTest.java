package io.lida.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Access;
import io.lida.contract.Agents;
import io.lida.contract.Ask;
import io.lida.contract.Deliberation;
import io.lida.contract.Event;
import io.lida.contract.Llm;
import io.lida.contract.Monitor;
import io.lida.contract.Personas;
import io.lida.contract.RunEvent;
import io.lida.contract.Runs;
import io.lida.contract.Studies;
import io.lida.contract.Topic;
import io.lida.contract.Wire;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The JSON of every message, kept as a file: a changed file is a changed protocol. To write new
 * ones: run this test with {@code -Dlida.golden=write}, and read the difference.
 */
class WireGoldenTest {
  private static final Path GOLDENS =
      Path.of(System.getProperty("lida.root"), "verticles/proof/src/test/resources/wire");

  static Stream<String> messages() throws IllegalAccessException {
    return samples().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("messages")
  void theJsonOfAMessageIsWhatItWas(String name) throws Exception {
    Object sample = samples().get(name);
    Path golden = GOLDENS.resolve(name + ".json");
    JsonNode now = Wire.parse(Wire.text(sample));
    if ("write".equals(System.getProperty("lida.golden"))) {
      Files.writeString(golden, Wire.pretty(now) + "\n");
    }
    assertTrue(Files.exists(golden), "no golden for " + name);
    assertEquals(Wire.parse(Files.readAllBytes(golden)), now);
    assertEquals(sample, Wire.read(Files.readAllBytes(golden), sample.getClass()));
  }

  @Test
  void everySealedEventHasAName() {
    Set<Class<?>> named = Set.copyOf(RunEvent.TYPES.values());
    assertEquals(Set.of(RunEvent.class.getPermittedSubclasses()), named);
  }

  @Test
  void noGoldenIsLeftOver() throws Exception {
    try (Stream<Path> files = Files.list(GOLDENS)) {
      List<String> names =
          files.map(file -> file.getFileName().toString().replace(".json", "")).sorted().toList();
      assertEquals(samples().keySet().stream().sorted().toList(), names);
    }
  }

  private static Map<String, Object> samples() throws IllegalAccessException {
    Map<String, Object> samples = new TreeMap<>(Comparator.naturalOrder());
    Set<Class<?>> types = new LinkedHashSet<>();
    for (Class<?> protocol :
        List.of(
            Access.class,
            Agents.class,
            Deliberation.class,
            Llm.class,
            Monitor.class,
            Personas.class,
            Runs.class,
            Studies.class)) {
      for (Field field : protocol.getFields()) {
        switch (field.get(null)) {
          case Ask<?, ?> ask -> {
            types.add(ask.question());
            types.add(ask.answer());
          }
          case Topic<?> topic -> types.add(topic.event());
          default -> {}
        }
      }
    }
    types.add(Llm.Words.class);
    types.add(Agents.Wanted.class);
    types.add(Monitor.Notice.class);
    types.add(Monitor.Health.class);
    types.add(Monitor.Figures.class);
    types.add(Monitor.Pulse.class);
    types.forEach(type -> samples.put(name(type), Samples.of(type)));
    for (Map.Entry<String, Class<?>> event : RunEvent.TYPES.entrySet()) {
      RunEvent payload = (RunEvent) Samples.of(event.getValue());
      Instant at = Instant.parse("2026-11-20T12:00:00Z");
      samples.put(
          "event." + event.getKey(),
          new Event(Event.SCHEMA, "k3f9x2ab", 7, at, "hash", Event.GENESIS, payload));
    }
    for (Class<?> brief : Llm.Brief.class.getPermittedSubclasses()) {
      samples.put("brief." + brief.getSimpleName(), Samples.of(brief));
    }
    return samples;
  }

  private static String name(Class<?> type) {
    Class<?> around = type.getEnclosingClass();
    return around == null
        ? type.getSimpleName()
        : around.getSimpleName() + "." + type.getSimpleName();
  }
}
