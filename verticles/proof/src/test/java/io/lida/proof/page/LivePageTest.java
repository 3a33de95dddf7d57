package io.lida.proof.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.lida.contract.Llm;
import io.lida.launcher.Server;
import io.lida.launcher.Settings;
import io.lida.testkit.Node;
import io.lida.testkit.StubProvider;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page and a whole server: real engine, real logs, a model that takes its time. */
@PageTest
class LivePageTest {
  static final LocatorAssertions.HasCountOptions PATIENTLY =
      new LocatorAssertions.HasCountOptions().setTimeout(30_000);

  private static final String QUESTION_OF_BLOCS =
      "Should a bloc share advanced chips with the others or restrict them?";

  private final StubProvider model = StubProvider.start().latency(Duration.ofMillis(250));
  private Path home;
  private Server server;

  @BeforeAll
  void open(@TempDir Path folder) {
    home = folder;
    server = open(0);
  }

  private Server open(int port) {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("LIDA_LOCAL_BASE_URL", model.url() + "/v1");
    Map<String, String> flags = Map.of("home", home.toString(), "port", String.valueOf(port));
    return Server.open(Settings.read(new Settings.Sources(Stage.ROOT, home, environment, flags)));
  }

  @AfterAll
  void close() {
    server.close();
    model.close();
  }

  private static Page dialog(Visit visit) {
    return visit.open("/?start=1", "dialog .panel label");
  }

  private static void start(Page page, String model, int rounds) {
    page.fill("[name=rounds]", String.valueOf(rounds));
    page.fill("input[name=model]", model);
    page.click("dialog button.main");
    page.waitForURL("**/runs/*");
  }

  @Test
  void aKeyOrALinkLetsABrowserInAndWhatDoesNotSaysWhy(Browser browser) throws Exception {
    try (Visit visit = Visit.wide(browser, server.entry().url() + "/")) {
      Page page = visit.page();
      assertThat(page.locator("h1")).hasText("This browser has no session here");
      page.fill("[name=key]", "sk-lida-of-somebody-else");
      page.click("text=Come in");
      assertThat(page.locator("h1")).hasText("This key opens nothing here");
      page.fill("[name=key]", Files.readString(home.resolve("api-key")).strip());
      page.click("text=Come in");
      assertThat(page.locator("lida-runs")).isVisible();
      String link = server.link();
      page.navigate(link);
      assertThat(page.locator("lida-runs")).isVisible();
      page.navigate(link);
      assertThat(page.locator("h1")).hasText("This link was used already, or is too old");
    }
  }

  @Test
  void aDebateIsStartedFromThePageAndReadToItsEnd(Browser browser) {
    try (Visit visit = Visit.wide(browser, server.link())) {
      Page page = dialog(visit);
      page.fill("textarea[name=topic]", "Should the demo be paused?");
      start(page, "sim/default", 2);
      assertThat(page.locator("h1")).hasText("Should the demo be paused?");
      assertThat(page.locator(".outcome")).isVisible();
      assertThat(page.locator("lida-turn")).hasCount(6);
      assertThat(page.locator(".eyebrow .pill")).hasText("completed");
      page.click("nav >> text=Runs");
      assertThat(page.locator(".runs-list")).containsText("Should the demo be paused?");
      visit.assertQuiet();
    }
  }

  @Test
  void aQuorumOfAProvidersModelIsStartedFromThePageAndReadToItsEnd(Browser browser) {
    try (Visit visit = Visit.wide(browser, server.link())) {
      Page page = dialog(visit);
      page.check("input[value=quorum]");
      page.fill("textarea[name=topic]", "The weights of a frontier model have leaked.");
      start(page, "local/stub", 1);
      assertThat(page.locator(".eyebrow .pill")).hasText("completed");
      assertThat(page.locator("lida-turn")).hasCount(3);
      assertThat(page.locator(".outcome")).isVisible();
      assertThat(page.locator(".note")).containsText("Spoken by language models.");
      visit.assertQuiet();
    }
  }

  @Test
  void aGameIsStartedFromThePageAndPlayedToItsEnd(Browser browser) {
    try (Visit visit = Visit.wide(browser, server.link())) {
      Page page = dialog(visit);
      page.check("input[value=game]");
      page.selectOption("[name=form]", "bloc");
      page.selectOption("[name=player_by] >> nth=1", "grim");
      page.selectOption("[name=player_by] >> nth=2", "qre");
      page.fill("[name=player_lambda] >> nth=2", "2.5");
      page.click(".game-figures summary");
      page.fill("[name='figure:discount']", "0.5");
      start(page, "sim/default", 3);
      assertThat(page.locator(".outcome > p")).containsText("over 3 rounds");
      assertThat(page.locator("h1")).hasText(QUESTION_OF_BLOCS);
      assertThat(page.locator("lida-move")).hasCount(9);
      assertThat(page.locator("[id='r1.s2'] .foot")).containsText("played by grim trigger");
      assertThat(page.locator("[id='r3.s3'] .earned")).containsText("earned");
      assertThat(page.locator("#round-3 .world")).containsText("openness of trade");
      assertThat(page.locator("lida-lines .line")).hasCount(13);
      page.click("#tab-theory");
      assertThat(page.locator(".theory li").nth(1)).containsText("grim trigger");
      assertThat(page.locator(".formulas")).containsText("1984");
      page.keyboard().press("t");
      assertThat(page.locator("table.steps")).hasCount(3);
      page.click("#tab-config");
      assertThat(page.locator("[role=tabpanel]")).containsText("quantal response, lambda 2.5");
      assertThat(page.locator("[role=tabpanel]")).containsText("discount 0.5");
      visit.assertQuiet();
    }
  }

  @Test
  void aModeratedConversationIsStartedFromThePageAndReadToItsEnd(Browser browser) {
    try (Visit visit = Visit.wide(browser, server.link())) {
      Page page = dialog(visit);
      page.check("input[value=conversation]");
      page.fill("textarea[name=topic]", "Who answers for the harm?");
      page.selectOption("[name=turn_taking]", "moderated");
      start(page, "sim/default", 2);
      assertThat(page.locator(".outcome")).hasText("The talk ended after 2 of 2 rounds.");
      assertThat(page.locator("lida-turn")).hasCount(4);
      assertThat(page.locator(".floor")).hasCount(2);
      assertThat(page.locator("#round-1 .floor + lida-turn")).hasCount(1);
      assertThat(page.locator(".gauge")).containsText("nobody votes");
      assertThat(page.locator("#tab-votes")).hasCount(0);
      visit.assertQuiet();
    }
  }

  @Test
  void aPersonTakesASeatSpeaksAndVotesOnThePage(Browser browser) {
    try (Visit visit = Visit.wide(browser, server.link())) {
      Page page = dialog(visit);
      page.fill("textarea[name=topic]", "What should be done about open weights?");
      page.check("input[name=own_seat]");
      page.fill("input[name=own_name]", "Linh Tran");
      page.selectOption("[name=voting_method]", "borda");
      for (int option = 0; option < 3; option++) {
        String id = List.of("allow", "license", "ban").get(option);
        page.fill("[name=option_id] >> nth=" + option, id);
        page.fill("[name=option_text] >> nth=" + option, "We should " + id + " them.");
      }
      start(page, "sim/default", 1);
      Locator form = page.locator("form.your-turn");
      assertThat(form.locator("h2")).hasText("Your turn, Linh Tran");
      form.locator("[name=text]").fill("I maintain three of them, and nobody asked me.");
      form.locator("input[type=range]").first().fill("0.4");
      assertThat(form.locator("output").first()).hasText("+0.40 yes");
      form.locator("button.main").click();
      assertThat(page.locator("lida-turn")).hasCount(4);
      assertThat(page.locator("lida-turn", with("nobody asked me"))).containsText("in person");
      assertThat(form).containsText("the vote");
      form.locator("button.main").click();
      form.locator("[name=text]").fill("It keeps them honest.");
      form.locator("button.main").click();
      assertThat(form.locator(".problem")).containsText("give at least one option a place");
      page.selectOption("[name='option:license']", "1");
      page.selectOption("[name='option:allow']", "2");
      form.locator("button.main").click();
      assertThat(page.locator(".eyebrow .pill")).hasText("completed");
      assertThat(form).hasCount(0);
      assertThat(page.locator(".note")).containsText("A simulation, but for Linh Tran.");
      visit.assertQuiet();
    }
  }

  @Test
  void aTalkWithOnePersonaIsARunThatPauses(Browser browser) {
    try (Visit visit = Visit.wide(browser, server.link())) {
      Page page = visit.open("/personas?id=academic_ml.empiricist", ".persona");
      page.click("text=Talk with");
      page.fill("lida-talk [name=text]", "Should AI development be paused?");
      page.fill("lida-talk [name=model]", "sim/default");
      page.click("lida-talk button.main");
      page.waitForURL("**/runs/*");
      assertThat(page.locator("lida-turn")).hasCount(2);
      page.locator("form.your-turn [name=text]").fill("And who would measure it?");
      page.keyboard().press("Enter");
      assertThat(page.locator("lida-turn")).hasCount(4);
      assertThat(page.locator("form.your-turn")).isVisible();
      page.click(".acts button:text-is('Pause')");
      assertThat(page.locator(".eyebrow .pill")).hasText("paused");
      assertThat(page.locator("form.your-turn")).hasCount(0);
      visit.assertQuiet();
    }
  }

  private static Page.LocatorOptions with(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  @Test
  void wordsAreOnThePageSoonAfterTheModelSpokeThem(Browser browser) {
    try (Visit visit = Visit.wide(browser, server.link())) {
      Page page = begin(visit, 30);
      assertThat(page.locator(".link-state")).hasText("Live");
      String run = page.url().substring(page.url().lastIndexOf('/') + 1);
      CompletableFuture<Long> spoken = new CompletableFuture<>();
      page.evaluate(
          "() => { window.seen_ = 0; new MutationObserver(() => { if (!window.seen_ &&"
              + " document.querySelector('.streaming')) window.seen_ = Date.now();"
              + " }).observe(document.querySelector('main'), {subtree: true, childList: true,"
              + " characterData: true}); }");
      try (var words =
          server
              .bus()
              .follow(Llm.words(run), heard -> spoken.complete(System.currentTimeMillis()))) {
        Node.until("words are seen", () -> number(page, "seen_") > 0);
        long late = number(page, "seen_") - spoken.join();
        System.out.println("page: words are shown " + late + " ms after they were told");
        assertTrue(late < 1_000, "words came " + late + " ms late");
      }
      page.click(".acts button:text-is('Cancel')");
      assertThat(page.locator(".eyebrow .pill")).hasText("cancelled");
      visit.assertQuiet();
    }
  }

  @Test
  void aRestartOfTheServerLosesNothingAndRepeatsNothing(Browser browser) {
    int rounds = 8;
    try (Visit visit = Visit.wide(browser, server.link())) {
      Page page = begin(visit, rounds);
      assertThat(page.locator("lida-turn").nth(3)).isVisible();
      int port = URI.create(server.entry().url()).getPort();
      server.close();
      assertThat(page.locator(".link-state")).containsText("Reconnecting");
      server = open(port);
      assertThat(page.locator(".outcome")).hasCount(1, PATIENTLY);
      assertThat(page.locator(".link-state")).hasText("Live");
      assertWhole(page, rounds);
    }
  }

  /** Every turn of a debate of three and every event of its log is on the page, once. */
  static void assertWhole(Page page, int rounds) {
    page.locator(".round-head button[aria-expanded=false]")
        .all()
        .reversed()
        .forEach(Locator::click);
    assertThat(page.locator("lida-turn")).hasCount(3 * rounds);
    List<?> turns =
        (List<?>) page.evaluate("[...document.querySelectorAll('lida-turn')].map(turn => turn.id)");
    assertEquals(
        IntStream.rangeClosed(1, rounds)
            .boxed()
            .flatMap(round -> IntStream.range(0, 3).mapToObj(seat -> Script.callOf(round, seat)))
            .toList(),
        turns);
    page.click("#tab-events");
    Object log =
        page.evaluate(
            "fetch(location.pathname.replace('/runs', '/api/v1/runs') + '/events?after=0').then(r"
                + " => r.json()).then(e => e.last)");
    assertThat(page.locator(".events li")).hasCount(((Number) log).intValue());
  }

  private static long number(Page page, String expression) {
    return ((Number) page.evaluate(expression)).longValue();
  }

  private static Page begin(Visit visit, int rounds) {
    Page page = visit.page();
    page.waitForSelector("h1, .empty");
    Object run =
        page.evaluate(
            "body => fetch('/api/deliberate', {method: 'POST', body: JSON.stringify(body), headers:"
                + " {'content-type': 'application/json'}}).then(r => r.json()).then(begun =>"
                + " begun.id)",
            Map.of(
                "topic",
                "Does it last?",
                "rounds",
                rounds,
                "model",
                "local/stub",
                "personas",
                Script.PANEL));
    return visit.open("/runs/" + run, "lida-turn, lida-speaking");
  }
}
