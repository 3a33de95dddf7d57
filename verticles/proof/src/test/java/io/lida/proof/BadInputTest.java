package io.lida.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lida.contract.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is put in, what comes out is what was wrong, why, and what to do: for people on standard
 * error, for programs as one document, with the exit code that the help names.
 */
@Timeout(120)
class BadInputTest {
  @TempDir Path folder;
  private Cli cli;

  /**
   * Something wrong.
   *
   * @param words the command line, split at blanks
   * @param says what the reader must find in it
   */
  record Wrong(String what, String words, int exit, String code, List<String> says) {
    @Override
    public String toString() {
      return what;
    }
  }

  static Stream<Wrong> wrongs() {
    return Stream.of(
        wrong("a mistyped command", "debat x", 2, "LIDA-2001", "debat", "debate"),
        wrong("an unknown option", "demo --sed 7", 2, "LIDA-2001", "--sed", "--seed"),
        wrong("an unknown key", "run key.yaml", 3, "LIDA-3001", "key.yaml", "9:1", "deliberation"),
        wrong("a YAML bomb", "run bomb.yaml", 3, "LIDA-3001", "bomb.yaml"),
        wrong("a deep scenario", "run deep.yaml", 3, "LIDA-3001", "deep.yaml"),
        wrong("a scenario that is none", "run none.yaml", 3, "LIDA-3001", "none.yaml"),
        wrong("a huge scenario", "run huge.yaml", 3, "LIDA-3001", "1 MiB"),
        wrong("a missing scenario", "run kez.yaml", 7, "LIDA-7001", "did you mean key.yaml"),
        wrong("an unknown run", "runs show nonesuch", 7, "LIDA-7001", "nonesuch"),
        wrong("an unknown run to resume", "runs resume nonesuch", 7, "LIDA-7001", "nonesuch"),
        wrong(
            "an unknown persona",
            "debate x -p academic_ml.empirist,open_source.accelerationist",
            7,
            "LIDA-7001",
            "did you mean academic_ml.empiricist"),
        wrong("an unknown provider", "demo --model nobody/x", 3, "LIDA-3000", "nobody"),
        wrong("no round", "demo --rounds 0", 3, "LIDA-3001", "max_rounds", "50"),
        wrong(
            "a Redis that is not there",
            "demo --redis redis://127.0.0.1:1",
            5,
            "LIDA-5001",
            "127.0.0.1:1"),
        wrong("a home that is a file", "demo --home key.yaml", 5, "LIDA-5003", "key.yaml"),
        wrong("a home nobody can write", "demo --home /proc/lida", 5, "LIDA-5003", "/proc/lida"),
        wrong(
            "a bad fork",
            "personas fork nobody.atall me.too --set name=X",
            7,
            "LIDA-7001",
            "nobody.atall"));
  }

  private static Wrong wrong(String what, String words, int exit, String code, String... says) {
    return new Wrong(what, words, exit, code, List.of(says));
  }

  @BeforeEach
  void aUserWithBadFiles() throws IOException {
    cli = new Cli(folder);
    String good = Files.readString(Product.ROOT.resolve("scenarios/ai_safety_debate.yaml"));
    write("key.yaml", good.replaceFirst("(?m)^personas:", "deliberaton: {}\npersonas:"));
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int level = 1; level < 12; level++) {
      String below = "*a" + (level - 1);
      bomb.append("a%d: &a%d [%s]\n".formatted(level, level, (below + ", ").repeat(9) + below));
    }
    write("bomb.yaml", bomb.toString());
    write("deep.yaml", "a: " + "[".repeat(5_000) + "]".repeat(5_000));
    write("none.yaml", "- 1\n- 2\n");
    write("huge.yaml", "# " + "x".repeat(1 << 20) + "\n" + good);
  }

  @AfterEach
  void nothingIsLeft() {
    cli.close();
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  @ParameterizedTest
  @MethodSource("wrongs")
  void peopleAndProgramsAreToldTheSame(Wrong wrong) {
    String[] words = wrong.words().split(" ");
    Cli.Said toPeople = cli.run(words);
    assertEquals(wrong.exit(), toPeople.code(), toPeople::toString);
    assertEquals("", toPeople.out());
    FourParts.assertOn(toPeople.err(), wrong.code());

    Cli.Said toPrograms =
        cli.run(Stream.concat(Stream.of(words), Stream.of("--json")).toArray(String[]::new));
    assertEquals(wrong.exit(), toPrograms.code(), toPrograms::toString);
    assertEquals(1, toPrograms.out().lines().count(), toPrograms::toString);
    JsonNode document = Wire.parse(toPrograms.out());
    FourParts.assertIn(document, wrong.code());
    String error = document.path("error").toString();
    wrong.says().forEach(said -> assertTrue(error.contains(said), () -> said + " in " + error));
  }

  @Test
  void aCardIsRefusedByFileAndPointerAndTheOthersStillServe() throws IOException {
    Path cards = Files.createDirectories(cli.home().resolve("cards"));
    Path good = Product.ROOT.resolve("personas/academic_ml.empiricist.json");
    ObjectNode card = (ObjectNode) Wire.parse(Files.readString(good));
    card.put("id", "mine.bold");
    ((ObjectNode) card.at("/style")).put("assertiveness", 7);
    Files.writeString(cards.resolve("mine.bold.json"), Wire.pretty(card));
    Files.writeString(cards.resolve("mine.huge.json"), "{\"id\":\"" + "x".repeat(10 << 20) + "\"}");
    Files.writeString(cards.resolve("mine.deep.json"), "[".repeat(5_000) + "]".repeat(5_000));

    Cli.Said check = cli.run("personas", "check", "--json");
    assertEquals(3, check.code(), check::toString);
    Schemas.assertFits("check", check.json());
    String problems = check.json().path("problems").toString();
    assertTrue(problems.contains("mine.bold.json"), problems);
    assertTrue(problems.contains("/style/assertiveness"), problems);
    assertTrue(problems.contains("mine.huge.json"), problems);
    assertTrue(problems.contains("mine.deep.json"), problems);
    assertTrue(problems.length() < 4_000, "a large card is not quoted");

    Cli.Said demo = cli.run("demo", "--rounds", "1", "--json");
    assertEquals(0, demo.code(), demo::toString);
    Cli.Said seated = cli.run("debate", "x", "-p", "mine.bold,open_source.accelerationist");
    assertEquals(3, seated.code(), seated::toString);
    FourParts.assertOn(seated.err(), "LIDA-3002");
  }

  @Test
  void afterAllThatARunIsStillThere() {
    Cli.Said demo = cli.run("demo", "--rounds", "1", "--json");
    assertEquals(0, demo.code(), demo::toString);
    String id = demo.json().path("id").asText();
    assertEquals(3, cli.run("run", "bomb.yaml").code());
    assertEquals(3, cli.run("run", "key.yaml").code());
    assertEquals(demo.json(), cli.run("runs", "show", id, "--json").json());
  }
}
