package io.lida.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Wire;
import io.lida.testkit.StubProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every mode with a provider behind it, from the command line and over HTTP. */
@Timeout(180)
class ModesTest {
  private static final String PATIENT = "{\"patience\":\"PT2M\",\"again\":\"PT10S\"}";
  private static final Pattern CANDIDATE = Pattern.compile("<speaker>([^<]+)</speaker>\\s*Answer");

  /** One round of two, and the model calls it takes. */
  private enum Held {
    DEBATE("debate", "", 4),
    QUORUM("quorum", "", 4),
    ROUND_ROBIN("conversation", "", 2),
    MODERATED(
        "conversation",
        """
        ,"turn_taking":"moderated","moderator":{"id":"global_public.bridge_builder"}\
        """,
        3),
    GAME("game", "", 2);

    private final String mode;
    private final String more;
    private final int calls;

    Held(String mode, String more, int calls) {
      this.mode = mode;
      this.more = more;
      this.calls = calls;
    }

    /** JSON, which is YAML as well. */
    String scenario() {
      String game = this == GAME ? ",\"game\":{\"name\":\"chip_war\",\"form\":\"bloc\"}" : "";
      return """
      {"name":"%s","version":"1.0",
      "simulation":{"auto_start_topic":"Share chips?","max_rounds":1,"timeout_seconds":60},
      "personas":[{"id":"chip_supply.pragmatist"},{"id":"national_security.realist_hawk"}],
      "deliberation":{"mode":"%s"%s}%s,
      "output":{"save_transcript":true,"export_format":"json"}}
      """
          .formatted(name().toLowerCase(java.util.Locale.ROOT), mode, more, game);
    }

    void assertHeld(JsonNode run) {
      Schemas.assertFits("run", run);
      assertEquals("completed", run.path("status").asText());
      assertEquals(mode, run.path("mode").asText());
      assertEquals(calls, run.at("/usage/calls").asInt(), this::name);
      assertEquals("[]", run.path("failures").toString(), this::name);
      JsonNode said = this == GAME ? run.at("/game/rounds/0/moves") : run.path("turns");
      assertEquals(2, said.size(), this::name);
      boolean decides = this == DEBATE || this == QUORUM;
      assertEquals(decides ? 2 : 0, run.path("votes").size(), this::name);
    }
  }

  private static String answer(JsonNode request) {
    Matcher candidate = CANDIDATE.matcher(request.at("/messages/1/content").asText());
    return candidate.find()
        ? "{\"next\":\"" + candidate.group(1) + "\",\"reason\":\"They have not spoken yet.\"}"
        : StubProvider.fitting(request);
  }

  @Test
  void everyModeIsHeldFromTheCommandLineAndOverHttp(@TempDir Path folder) throws Exception {
    int calls = Arrays.stream(Held.values()).mapToInt(held -> held.calls).sum();
    try (StubProvider stub = StubProvider.start();
        Cli cli = new Cli(folder).with("LIDA_LOCAL_BASE_URL", stub.url() + "/v1")) {
      stub.answer(ModesTest::answer);
      List<Lanes.Work> commands = new ArrayList<>();
      for (Held held : Held.values()) {
        Path file = Files.writeString(folder.resolve(held + ".yaml"), held.scenario());
        commands.add(
            () -> {
              Cli.Said said = cli.run("run", file.toString(), "--model", "local/m", "--json");
              assertEquals(0, said.code(), said::toString);
              held.assertHeld(said.json());
            });
      }
      Lanes.all(commands);
      assertEquals(calls, stub.calls());
      try (TableServer server = new TableServer(cli, PATIENT)) {
        for (Held held : Held.values()) {
          JsonNode scenario = Wire.parse(held.scenario());
          String run = server.begin(Map.of("scenario", scenario, "model", "local/m", "seed", 7));
          held.assertHeld(server.completed(run));
        }
      }
      assertEquals(2 * calls, stub.calls());
    }
  }
}
