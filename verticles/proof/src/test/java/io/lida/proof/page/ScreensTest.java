package io.lida.proof.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import io.lida.contract.Deliberation;
import io.lida.contract.Event;
import io.lida.contract.Manifest;
import io.lida.contract.Phase;
import io.lida.contract.Retally;
import io.lida.contract.RunEvent;
import io.lida.contract.Runs;
import io.lida.contract.Scenario;
import io.lida.launcher.House;
import io.lida.launcher.Settings;
import io.lida.testkit.Altered;
import io.lida.testkit.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every screen, light and dark, wide and narrow: nothing that axe calls serious, nothing wider than
 * the window, and a picture in {@code target/screenshots}.
 */
@PageTest
class ScreensTest {
  private static final Path PICTURES = Path.of("target", "screenshots");
  private static final Set<String> GRAVE = Set.of("serious", "critical");
  private static final String DEBATE =
      """
      name: licences
      simulation: {auto_start_topic: "Should training runs above 10^27 FLOP need a licence before they start?", max_rounds: 4}
      personas:
        - id: safety_research.catastrophist
        - id: open_source.accelerationist
        - id: international_org.cosmopolitan
        - id: chip_supply.pragmatist
        - id: academic_ml.empiricist
      deliberation: {mode: debate, consensus_threshold: 0.7, voting_method: weighted}
      """;

  private static final String CHOICE =
      """
      name: choice
      simulation: {auto_start_topic: "What should be done about frontier training?", max_rounds: 3}
      personas:
        - id: safety_research.catastrophist
        - id: open_source.accelerationist
        - id: international_org.cosmopolitan
        - id: chip_supply.pragmatist
        - id: academic_ml.empiricist
        - id: civil_rights.egalitarian
      deliberation:
        mode: debate
        voting_method: borda
        consensus_threshold: 0.5
        options:
          - {id: pause, text: "Pause all frontier training for a year"}
          - {id: license, text: "License frontier labs and hold them liable for harm"}
          - {id: treaty, text: "Negotiate an international treaty first", axes: {international_coordination: 1}}
          - {id: open, text: "Publish open weights and let everybody test them"}
      """;

  private static final String GAME =
      """
      name: race
      simulation: {auto_start_topic: "How much safety should an AI team keep while others race for AGI?", max_rounds: 5}
      personas:
        - id: safety_research.catastrophist
        - id: frontier_lab.pragmatist
        - id: open_source.accelerationist
      deliberation: {mode: game}
      game:
        name: agi_race
        players:
          frontier_lab.pragmatist: {by: dynamics}
          open_source.accelerationist: {by: qre, lambda: 5}
      """;

  private static final String TALK =
      """
      name: talk
      simulation: {auto_start_topic: "Should governments own the largest AI data centres?", max_rounds: 3}
      personas:
        - id: executive_government.institutionalist
        - id: labour_creators.egalitarian
        - id: open_source.libertarian
      deliberation: {mode: conversation, turn_taking: moderated, moderator: {id: global_public.bridge_builder}}
      """;

  private static final String ALL_RUNS = "**/api/v1/runs?*";
  private static final String ALL_STUDIES = "**/api/v1/studies?*";
  private static final Route.FulfillOptions NONE =
      new Route.FulfillOptions()
          .setContentType("application/json")
          .setBody("{\"runs\":[],\"studies\":[]}");
  private static final String WORDS =
      "I hear less disagreement than we began with. Both of you would accept notification with"
          + " teeth: a run is declared, the declaration is checked, and silence counts as consent"
          + " after";

  private final Map<Visit.Window, Visit> visits = new EnumMap<>(Visit.Window.class);
  private Stage stage;

  /** A screen, how one comes to it, and what must be there. */
  private record Screen(String name, String path, String landmark, Consumer<Page> steps) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Screen> screens() {
    Consumer<Page> look = page -> {};
    return Stream.of(
        new Screen("runs", "/", ".runs-list .topic", look),
        new Screen("empty", "/", ".empty", look),
        new Screen("start", "/?start=1", "dialog .panel label", look),
        new Screen("run", "/runs/live", "lida-speaking", look),
        new Screen("your-turn", "/runs/yours", "form.your-turn", ScreensTest::ownTurn),
        new Screen("why", "/runs/live", "lida-turn", ScreensTest::why),
        new Screen("start-options", "/?start=1", "dialog .panel label", ScreensTest::options),
        new Screen("start-game", "/?start=1", "dialog .panel label", ScreensTest::game),
        new Screen("game", "/runs/game", ".outcome", look),
        new Screen("board-table", "/runs/game?table=1", ".outcome", ScreensTest::instruments),
        new Screen("theory", "/runs/game?tab=theory", ".outcome", ScreensTest::instruments),
        new Screen(
            "theory-table", "/runs/game?tab=theory&table=1", ".outcome", ScreensTest::instruments),
        new Screen("talk", "/runs/talk", ".outcome", look),
        new Screen("beliefs", "/runs/done", ".outcome", ScreensTest::belief),
        new Screen("rules", "/runs/done?tab=votes", ".outcome", ScreensTest::rules),
        new Screen("ballots", "/runs/choice?tab=votes", ".outcome", ScreensTest::instruments),
        new Screen(
            "ballots-table", "/runs/choice?tab=votes&table=1", ".outcome", ScreensTest::sheet),
        new Screen("ballots-rules", "/runs/choice?tab=votes", ".outcome", ScreensTest::rules),
        new Screen("ballots-duels", "/runs/choice?tab=votes", ".outcome", ScreensTest::duels),
        new Screen("choosing", "/runs/choosing?tab=votes", "lida-turn", ScreensTest::instruments),
        new Screen(
            "strategies", "/runs/choice?tab=strategies", ".outcome", ScreensTest::strategies),
        new Screen(
            "strategies-table",
            "/runs/done?tab=strategies&table=1",
            ".outcome",
            ScreensTest::instruments),
        new Screen("decision", "/runs/done?tab=votes", ".outcome", ScreensTest::instruments),
        new Screen("table", "/runs/done?table=1", ".outcome", ScreensTest::instruments),
        new Screen("events", "/runs/done?tab=events", ".outcome", ScreensTest::instruments),
        new Screen("config", "/runs/done?tab=config", ".outcome", ScreensTest::instruments),
        new Screen(
            "personas",
            "/personas?id=open_source.accelerationist&with=academic_ml.empiricist",
            ".persona + .persona",
            look),
        new Screen(
            "fork", "/personas?id=open_source.accelerationist", ".persona", ScreensTest::fork),
        new Screen("matrix", "/personas?view=matrix&axis=open_weights", ".matrix td a", look),
        new Screen("no-studies", "/studies", ".empty .copy", look),
        new Screen("study", "/studies/arms", ".forest circle", look),
        new Screen("attach", "/attach", ".attach pre", ScreensTest::token),
        new Screen("palette", "/", ".runs-list .topic", ScreensTest::palette));
  }

  private static void options(Page page) {
    page.selectOption("[name=voting_method]", "borda");
    page.fill("[name=option_id] >> nth=0", "pause");
    page.fill("[name=option_text] >> nth=0", "Pause all frontier training for a year");
    page.locator("lida-options").scrollIntoViewIfNeeded();
  }

  private static void game(Page page) {
    page.check("input[value=game]");
    page.selectOption("[name=form]", "export_control");
    page.selectOption("[name=player_by] >> nth=1", "qre");
    page.locator("lida-players").scrollIntoViewIfNeeded();
  }

  private static void belief(Page page) {
    instruments(page);
    page.focus(".beliefs g[tabindex]");
    page.keyboard().press("ArrowLeft");
    assertThat(page.locator("lida-beliefs .caption a")).isVisible();
  }

  private static void rules(Page page) {
    show(page, "The same votes, other rules");
    assertThat(page.locator("table.rules")).isVisible();
  }

  private static void duels(Page page) {
    show(page, "One against one");
  }

  private static void sheet(Page page) {
    show(page, "Who ranked what");
  }

  private static void show(Page page, String title) {
    instruments(page);
    page.locator("h2:text-is('" + title + "')").evaluate("head => head.scrollIntoView()");
  }

  private static void strategies(Page page) {
    instruments(page);
    page.focus("[data-strategy][tabindex='0']");
    page.keyboard().press("ArrowDown");
  }

  private static void palette(Page page) {
    page.keyboard().press("Control+k");
    page.waitForSelector("dialog [role=option]");
  }

  private static void fork(Page page) {
    page.click("text=Fork this card");
    page.waitForSelector("lida-fork input[type=range]");
    page.click("text=Talk with");
    page.waitForSelector("lida-talk textarea");
  }

  private static void ownTurn(Page page) {
    page.locator("form.your-turn").scrollIntoViewIfNeeded();
  }

  private static void why(Page page) {
    page.locator("lida-turn button.word").first().click();
    page.waitForSelector("dialog");
  }

  private static void token(Page page) {
    page.click("text=Make a token");
    assertThat(page.locator(".attach")).containsText("shown once");
  }

  private static void instruments(Page page) {
    if (page.locator(".dock button").isVisible()) {
      page.click(".dock button");
    }
  }

  @BeforeAll
  void set(@TempDir Path home) {
    stage = new Stage(home.resolve("stage"));
    stage.studied(StagedStudies.fourArms("arms", "completed"));
    List<RunEvent> debate;
    List<RunEvent> choice;
    try (House house = house(home.resolve("house"))) {
      perform("game", rehearse(house, GAME, "game"));
      perform("talk", rehearse(house, TALK, "talk"));
      debate = rehearse(house, DEBATE, "done");
      choice = rehearse(house, CHOICE, "choice");
    }
    perform("choice", choice);
    perform(
        "choosing",
        choice.stream().takeWhile(event -> !(event instanceof RunEvent.VoteCast)).toList());
    perform("done", debate);
    int third = debate.indexOf(new RunEvent.RoundOpened(3, Phase.REBUTTAL));
    perform("live", debate.subList(0, third + 4));
    perform("yours", inPerson(debate.subList(0, third + 2)));
    perform("stopped", debate.subList(0, third));
    stage.happens("stopped", new RunEvent.RunPaused(RunEvent.Pause.REQUESTED));
  }

  /** The same, had somebody taken the first seat. */
  private static List<RunEvent> inPerson(List<RunEvent> events) {
    Manifest plain = ((RunEvent.RunStarted) events.getFirst()).manifest();
    List<Manifest.Seat> seats = new ArrayList<>(plain.seats());
    Manifest.Seat first = seats.getFirst();
    seats.set(
        0,
        new Manifest.Seat(
            first.card(), first.role(), first.digest(), "person/miriam", first.weight()));
    List<RunEvent> altered = new ArrayList<>(events);
    altered.set(0, new RunEvent.RunStarted(Altered.of(plain, "/seats", seats)));
    return altered;
  }

  @AfterAll
  void strike() {
    visits.values().forEach(Visit::close);
    stage.close();
  }

  private void perform(String run, List<RunEvent> events) {
    stage.begin(run, ((RunEvent.RunStarted) events.getFirst()).manifest());
    stage.happens(run, events.stream().skip(1).toArray(RunEvent[]::new));
  }

  private static House house(Path home) {
    return House.open(
        Settings.read(
            new Settings.Sources(
                Stage.ROOT, home, System.getenv(), Map.of("home", home.toString()))));
  }

  /** What happens among simulated personas, from beginning to end, and what it comes to again. */
  private List<RunEvent> rehearse(House house, String written, String name) {
    Scenario scenario =
        Node.await(house.bus().request(Deliberation.READ, new Deliberation.Read("test", written)));
    var start = new Deliberation.Start(scenario, 7, "sim/default", false, null, Runs.HOME_TENANT);
    String run = Node.await(house.bus().request(Deliberation.START, start)).run();
    List<RunEvent> events = new ArrayList<>();
    Node.until(
        "the debate is over",
        () -> {
          Runs.After after = new Runs.After(run, events.size(), 500);
          Node.await(house.bus().request(Runs.EVENTS, after)).events().stream()
              .map(Event::payload)
              .forEach(events::add);
          return events.getLast() instanceof RunEvent.RunCompleted;
        });
    Retally recount =
        Node.await(house.bus().request(Deliberation.RECOUNT, new Deliberation.Recount(run)));
    stage.counted(name, recount);
    return events;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("screens")
  void isReadableByAllAndFitsItsWindow(Screen screen, Browser browser) {
    for (Visit.Window window : Visit.Window.values()) {
      Visit visit =
          visits.computeIfAbsent(window, first -> new Visit(browser, stage.link(), first));
      come(screen, visit);
      for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        visit.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        look(
            visit.page(),
            screen.name() + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + window.width);
      }
      visit.assertQuiet();
    }
  }

  private void come(Screen screen, Visit visit) {
    Page page = visit.page();
    if (screen.name().equals("empty")) {
      page.route(ALL_RUNS, route -> route.fulfill(NONE));
    }
    if (screen.name().equals("no-studies")) {
      page.route(ALL_STUDIES, route -> route.fulfill(NONE));
    }
    visit.open(screen.path(), screen.landmark());
    page.unroute(ALL_RUNS);
    page.unroute(ALL_STUDIES);
    if (screen.path().equals("/runs/live")) {
      Node.until(
          "words are heard",
          () -> {
            stage.says("live", "r3.s3", 0, WORDS);
            return visit.count(".caret") > 0;
          });
    }
    screen.steps().accept(page);
  }

  private static void look(Page page, String name) {
    assertEquals(List.of(), findings(page), name);
    Object over = page.evaluate("Math.max(0, document.documentElement.scrollWidth - innerWidth)");
    assertEquals(0, over, name + " is wider than its window");
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
  }

  /** Of what fits and of what is undecided nothing is told but that it is. */
  private static AxeRunOptions violations() {
    AxeRunOptions options = new AxeRunOptions();
    options.setResultTypes(List.of("violations"));
    return options;
  }

  private static List<String> findings(Page page) {
    // The page has no frames, for which axe would open a tab of its own at every look.
    return new AxeBuilder(page)
        .setLegacyMode(true).options(violations()).analyze().getViolations().stream()
            .filter(rule -> GRAVE.contains(rule.getImpact()))
            .map(ScreensTest::describe)
            .toList();
  }

  private static String describe(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getNodes().stream()
            .map(
                node ->
                    node.getHtml()
                        + " "
                        + node.getAny().stream().map(check -> check.getMessage()).toList())
            .limit(3)
            .toList();
  }
}
