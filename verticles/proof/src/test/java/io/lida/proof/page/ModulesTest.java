package io.lida.proof.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.lida.contract.Ballot;
import io.lida.contract.Game;
import io.lida.contract.Wire;
import io.lida.deliberation.game.Parameter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page's own arithmetic, asked in the browser it runs in. */
@PageTest
class ModulesTest {
  private Stage stage;
  private Visit visit;
  private Page page;

  @BeforeAll
  void open(@TempDir Path home, Browser browser) {
    stage = new Stage(home);
    visit = Visit.wide(browser, stage.link());
    page = visit.open("/", ".empty");
  }

  @AfterAll
  void close() {
    visit.close();
    stage.close();
  }

  @Test
  void theFilterOfTheListKnowsFieldsNumbersWordsAndNegation() {
    String found =
        """
        async text => {
          const { filter } = await import("/filter.js");
          const runs = [
            { id: "a", topic: "Should training pause?", status: "failed", mode: "debate", model: "sim/default", round: 1 },
            { id: "b", topic: "Leaked weights", status: "completed", mode: "quorum", model: "openai/x", round: 4 },
            { id: "c", topic: "Pause for thought", status: "completed", mode: "debate", model: "sim/default", round: 3 }];
          return runs.filter(filter(text)).map(run => run.id);
        }\
        """;
    assertEquals(List.of("a", "b", "c"), page.evaluate(found, ""));
    assertEquals(List.of("a"), page.evaluate(found, "status:failed debate pause"));
    assertEquals(List.of("b", "c"), page.evaluate(found, "round>2"));
    assertEquals(List.of("b"), page.evaluate(found, "-model:sim"));
    assertEquals(List.of("c"), page.evaluate(found, "\"pause for\""));
    assertEquals(List.of(), page.evaluate(found, "nobody:knows"));
  }

  @Test
  void aBeliefThatIsLeftEmptyIsNotSaid() {
    String said =
        """
        async texts => {
          const { beliefsOf } = await import("/parts/your-beliefs.js");
          const fields = new FormData();
          Object.entries(texts).forEach(([id, text]) => fields.set(`axis:${id}`, text));
          return beliefsOf([{ id: "pace" }, { id: "liability" }], fields) ?? null;
        }\
        """;
    assertEquals(
        Map.of("axes", Map.of("pace", 0.25)),
        page.evaluate(said, Map.of("pace", " 0.25 ", "liability", "")));
    assertEquals(null, page.evaluate(said, Map.of("liability", " ")));
  }

  @Test
  void figuresOfGamesAreThoseTheRefereeKnows() {
    String figures =
        """
        async form => (await import("/games.js")).FORMS[form].figures
          .map(([name, usual, least, most, meaning]) => `${name} ${usual} ${least} ${most} ${meaning}`)\
        """;
    for (Game.Form form : Game.Form.values()) {
      List<String> known =
          Parameter.of(form).stream()
              .map(
                  one ->
                      "%s %s %s %s %s"
                          .formatted(
                              one.name(),
                              plain(one.usual()),
                              plain(one.least()),
                              plain(one.most()),
                              one.meaning()))
              .toList();
      assertEquals(known, page.evaluate(figures, form.id()));
    }
  }

  /** As JavaScript writes it. */
  private static String plain(double figure) {
    return new BigDecimal(String.valueOf(figure)).stripTrailingZeros().toPlainString();
  }

  @Test
  void pagesOfRunsMakeOneListThatKeepsUp() {
    String read =
        """
        async steps => {
          const { Listing } = await import("/listing.js");
          const list = new Listing();
          const page = ([first, last, next]) => ({ next: next ?? undefined, runs:
            Array.from({ length: first - last + 1 }, (_, i) => first - i)
              .map(n => ({ id: `r${n}`, created: new Date(n * 1000).toISOString() })) });
          steps.forEach(([step, ...range]) => list[step](page(range)));
          return `${list.runs.map(run => run.id)} ${list.next}`;
        }\
        """;
    assertEquals("r3,r2,r1 undefined", page.evaluate(read, List.of(renew(3, 1))));
    assertEquals("r9,r8 a", page.evaluate(read, List.of(renew(9, 8, "a"))));
    assertEquals("r2 undefined", page.evaluate(read, List.of(renew(3, 1), renew(2, 2))));
    assertEquals(
        "r9,r8,r7,r6,r5,r4 b",
        page.evaluate(
            read,
            List.of(
                renew(7, 6, "a"),
                List.of("extend", 5, 4, "b"),
                renew(8, 7, "c"),
                renew(9, 8, "d"))));
    assertEquals(
        "r8,r7,r6,r5,r4 undefined",
        page.evaluate(read, List.of(renew(7, 6, "a"), renew(8, 7, "b"), List.of("extend", 6, 4))));
  }

  private static List<Object> renew(Object... range) {
    return Stream.concat(Stream.of((Object) "renew"), Stream.of(range)).toList();
  }

  @Test
  void votesAreCountedAsTheEngineCountsThem() {
    String winner =
        """
        async ([method, ...votes]) => {
          const { tally } = await import("/tally.js");
          const now = tally(votes.map(([choice, weight]) => ({ choice, weight })), method);
          return `${now.winner} ${now.share.toFixed(2)}`;
        }\
        """;
    List<Object> three = List.of(List.of("for", 0.1), List.of("for", 0.2), List.of("against", 0.7));
    assertEquals("for 0.67", page.evaluate(winner, with("majority", three)));
    assertEquals("for 0.67", page.evaluate(winner, with("supermajority", three)));
    assertEquals("null 0.67", page.evaluate(winner, with("unanimous", three)));
    assertEquals("against 0.70", page.evaluate(winner, with("weighted", three)));
    List<Object> tie = List.of(List.of("for", 0.5), List.of("against", 0.5), List.of("abstain", 0));
    assertEquals("null 0.50", page.evaluate(winner, with("majority", tie)));
    assertEquals(
        "null 0.00", page.evaluate(winner, with("weighted", List.of(List.of("abstain", 1)))));
  }

  private static List<Object> with(String method, List<Object> votes) {
    return Stream.concat(Stream.of((Object) method), votes.stream()).toList();
  }

  @Test
  void firstPlacesAreReadAsTheEngineReadsThem() {
    List<Ballot> ballots =
        List.of(
            new Ballot.Ranking(List.of(List.of("a", "b"), List.of("c"))),
            new Ballot.Ranking(List.of()),
            new Ballot.Approval(List.of("a", "c")),
            new Ballot.Scores(Map.of("a", 2, "b", 5)),
            new Ballot.Grades(Map.of("a", 0, "b", 0)),
            new Ballot.Credits(Map.of("b", -3.0, "c", 1.5)),
            new Ballot.Prediction("b", Map.of("a", 0.5, "b", 0.5)));
    String shares =
        """
        async ballots => {
          const { shareFirst } = await import("/ballot.js");
          return ["a", "b", "c"].map(option => (7 * shareFirst(option, ballots.map(text => JSON.parse(text)))).toFixed(2));
        }\
        """;
    List<String> written = ballots.stream().map(Wire::text).toList();
    assertEquals(List.of("1.00", "2.50", "1.50"), page.evaluate(shares, written));
  }

  @Test
  void whoHasNotSpokenStandsWhereTheCardDoes() {
    String course =
        """
        async () => {
          const { course } = await import("/movement.js");
          const seats = [{ seat: 0, start: 1 }, { seat: 1, start: -1 }];
          const rounds = [{ number: 1, entries: [{ seat: 1, turn: { stance: 0 } }] }, { number: 2, entries: [] }];
          return course(seats, rounds).map(at => [at.round, at.polarization, at.mean, at.low, at.high].join(" "));
        }\
        """;
    assertEquals(List.of("0 1 0 -1 1", "1 0.25 0.5 0 1"), page.evaluate(course));
  }

  /** The same talk and the same figures as in the engine's own test of its findings. */
  @Test
  void whoJoinsTheOthersWhoTurnsAndHowManyCampsThereAreIsAsInTheResult() {
    String movement =
        """
        async rounds => {
          const { bimodality, course } = await import("/movement.js");
          const seats = rounds[0].map((_, seat) => ({ seat, start: 0 }));
          const said = rounds.map((stances, index) => ({ number: index + 1,
            entries: stances.map((stance, seat) => ({ seat, turn: { stance } })) }));
          const cut = value => value === null ? "-" : value.toFixed(2);
          return [...course(seats, said).slice(1).map(at => `${at.clusters} ${cut(at.conformity)} ${cut(at.flips)}`),
            cut(7.5 * bimodality([-0.9, -0.9, 0.9, 0.9])), cut(bimodality([-1, 1, 1])), cut(bimodality([0.3, 0.3, 0.3, 0.3]))];
        }\
        """;
    List<Double> last = List.of(0.4, 0.3, 0.6, -0.3);
    assertEquals(
        List.of("2 - -", "1 1.00 0.25", "2 0.67 0.25", "2 - 0.00", "1.00", "-", "-"),
        page.evaluate(
            movement,
            List.of(List.of(0.8, -0.5, 0.6, 0.2), List.of(0.5, 0.2, 0.6, 0.3), last, last)));
  }

  /** The same answers and the same figures as in the engine's own test of its findings. */
  @Test
  void beliefsAreFollowedOnTheAxesAskedFor() {
    String axes =
        """
        async () => {
          const { RunState } = await import("/fold.js");
          const { axisLines } = await import("/instruments/beliefs.js");
          const run = new RunState();
          const usage = { calls: 1, input_tokens: 1, output_tokens: 1, cost_usd: 0, estimated: false };
          const said = [["p0.s1", 0, 0, 0], ["p0.s2", 0, 1, 1], ["p2.s1", 2, 0, 0.4], ["p2.s1.1", 2, 0, 0.9], ["p2.s2", 2, 1]];
          said.forEach(([id, round, seat, pace], at) => run.apply({ seq: at + 1, type: "probed",
            payload: { probe: { id, round, seat, usage, axes: pace === undefined ? undefined : { pace } } } }));
          run.manifest = { axes: [{ id: "pace" }, { id: "liability" }] };
          run.seats = [{ name: "p0", seat: 0 }, { name: "p1", seat: 1 }];
          const written = points => points.map(point => `${point.round}:${point.value}`).join(" ");
          return axisLines(run).map(({ id, lines, polarization }) =>
            [id, ...lines.map(line => `${line.name} ${written(line.points)}`), written(polarization)].join("; "));
        }\
        """;
    assertEquals(
        List.of("pace; p0 0:0 2:0.4; p1 0:1; Mean 0:0.5 2:0.4; 0:1 2:0", "liability; "),
        page.evaluate(axes));
  }

  @Test
  void aScaleHoldsAllItsValuesInFewSteps() {
    String marks = "async values => (await import('/parts/lines.js')).marks(values).join(' ')";
    assertEquals("0 1 2", page.evaluate(marks, List.of(0.2, 1.59)));
    assertEquals("-1 0 1 2", page.evaluate(marks, List.of(-0.58, 1.83)));
    assertEquals("0 5 10", page.evaluate(marks, List.of(10, 9)));
    assertEquals("0 1", page.evaluate(marks, List.of(0, 0)));
  }

  @Test
  void aForestPlotReachesAsFarAsItsIntervalsAndAsFarToTheOtherSide() {
    String reach =
        "async premiums => (await import('/parts/forest.js')).reach(premiums.map("
            + "([difference, low, high]) => ({ difference, low, high })))";
    assertEquals(0.1, page.evaluate(reach, List.of(List.of(-0.1))));
    assertEquals(0.25, page.evaluate(reach, List.of(List.of(0.05), List.of(-0.05, -0.11, 0.02))));
    assertEquals(1, page.evaluate(reach, List.of(List.of(0.4, 0.1, 0.8))));
    String place = "async at => (await import('/parts/forest.js')).place(...at)";
    assertEquals(0, page.evaluate(place, List.of(-0.25, 0.25)));
    assertEquals(0.5, page.evaluate(place, List.of(0, 0.25)));
    assertEquals(0.9, page.evaluate(place, List.of(0.2, 0.25)));
    String clear = "async ([low, high]) => (await import('/parts/forest.js')).clear({ low, high })";
    assertEquals(true, page.evaluate(clear, List.of(-0.3, -0.1)));
    assertEquals(false, page.evaluate(clear, List.of(0, 0.4)));
    assertEquals(false, page.evaluate(clear, List.of(0.2, 0.2)));
    assertEquals(false, page.evaluate(clear, List.of()));
  }

  @Test
  void aMapLeansTheSameWayWhateverTheRange() {
    String lean = "async values => (await import('/strategies.js')).lean(values)";
    assertEquals(0, page.evaluate(lean, 0.51));
    assertEquals(-1, page.evaluate(lean, 0.45));
    assertEquals(4, page.evaluate(lean, 0.9));
  }

  @Test
  void onlySpeechIsShownOfAModelThatAnswersInJson() {
    String said = "async heard => (await import('/speech.js')).speech(heard)";
    assertEquals("Plain words", page.evaluate(said, "Plain words"));
    assertEquals("", page.evaluate(said, "{\"stance\": 0.2, \"arg"));
    assertEquals("So far \"so", page.evaluate(said, "{\"argument\": \"So far \\\"so"));
    assertEquals("One\ntwo é", page.evaluate(said, "```json\n{\"reason\":\"One\\ntwo \\u00e9\"}"));
  }

  @Test
  void anEventCountsOnceAndInOrder() {
    String applied =
        """
        async seqs => {
          const { RunState } = await import("/fold.js");
          const run = new RunState();
          const event = seq => ({ seq, type: "round_opened", payload: { round: seq, phase: "opening" } });
          return seqs.map(seq => run.apply(event(seq)));
        }\
        """;
    assertEquals(List.of(true, false, false, true), page.evaluate(applied, List.of(1, 1, 3, 2)));
  }

  @Test
  void theProgramsToCopyAreThoseThatAreTested() throws IOException {
    for (String program : List.of("agent.py", "agent.mjs")) {
      Object shown =
          page.evaluate("async name => (await fetch(`/agents/${name}`)).text()", program);
      assertEquals(Files.readString(Stage.ROOT.resolve("webroot/agents").resolve(program)), shown);
    }
  }
}
