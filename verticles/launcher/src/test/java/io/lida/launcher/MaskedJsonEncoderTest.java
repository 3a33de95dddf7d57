package io.lida.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Trace;
import io.lida.contract.Wire;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MaskedJsonEncoderTest {
  private static JsonNode line(String message) {
    LoggerContext context = new LoggerContext();
    MaskedJsonEncoder encoder = new MaskedJsonEncoder();
    encoder.setContext(context);
    encoder.start();
    LoggingEvent event =
        new LoggingEvent("x", context.getLogger("io.lida"), Level.INFO, message, null, null);
    event.setMDCPropertyMap(Map.of());
    return Wire.parse(new String(encoder.encode(event), UTF_8));
  }

  @Test
  void aLineAboutARunHasItsIdAndItsAgentAsFields() {
    JsonNode line = line("run k3f9x2ab agent open_source.accelerationist: no r1.s1: it is down");
    assertEquals("k3f9x2ab", line.path("run").asText());
    assertEquals("open_source.accelerationist", line.path("agent").asText());
    assertEquals("k3f9x2ab", line("run k3f9x2ab: completed").path("run").asText());
  }

  @Test
  void aLineHasTheTraceItWasLoggedUnder() {
    Trace trace = Trace.fresh(new Random(7));
    assertEquals(trace.id(), trace.run(() -> line("hello")).path("trace").asText());
    assertFalse(line("hello").has("trace"));
  }

  @Test
  void anyOtherLineHasNeither() {
    JsonNode line = line("runs are fun: \"quoted\"");
    assertFalse(line.has("run"));
    assertEquals("runs are fun: \"quoted\"", line.path("formattedMessage").asText());
  }

  @Test
  void noCredentialCanBeReadInALine() {
    String text = line("run k3: key sk-ant-api03-0123456789abcdef refused").toString();
    assertFalse(text.contains("0123456789"));
  }
}
