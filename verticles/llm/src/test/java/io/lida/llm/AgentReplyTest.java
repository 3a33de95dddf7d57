package io.lida.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Agents;
import io.lida.contract.Axis;
import io.lida.contract.Llm.Brief;
import io.lida.contract.Wire;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AgentReplyTest {
  private static final Brief PROBE =
      new Brief.Probe(
          Room.call("agent/skeptic", false).brief().situation(),
          0,
          List.of(new Axis("pace", "halt", "race")));

  @Test
  void beliefsOnAxesAreHandedInAsABallot() {
    assertEquals(
        Wire.parse(
            "{\"axes\":{\"pace\":0.4},\"stance\":0.2,\"confidence\":0.5,\"reason\":\"Well.\"}"),
        reply(Wire.parse("{\"axes\":{\"pace\":0.4},\"stance\":9}")));
    assertEquals(
        Wire.parse("{\"stance\":0.2,\"confidence\":0.5,\"reason\":\"Well.\"}"), reply(null));
  }

  private static JsonNode reply(@Nullable JsonNode ballot) {
    return Wire.parse(
        AgentReply.text(
            PROBE,
            new Agents.Submit(
                null, null, "run-1.p0.s1", "Well.", 0.2, null, null, ballot, null, null, null)));
  }
}
