package io.lida.proof.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.lida.contract.Card;
import io.lida.contract.Deliberation;
import io.lida.contract.RunEvent;
import io.lida.contract.Usage;
import io.lida.testkit.Node;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How one reads a run on the page while it goes on. */
@PageTest
class ReadingTest {
  private static final String TEXT = "One thing is clear to me. " + "And so on. ".repeat(30);

  private Stage stage;
  private List<Card> panel;

  @BeforeAll
  void set(@TempDir Path home) {
    stage = new Stage(home);
    panel = stage.cards(Script.PANEL, UnaryOperator.identity());
  }

  @AfterAll
  void strike() {
    stage.close();
  }

  private void begin(String run, int rounds) {
    stage.begin(run, Script.manifest("Should training be paused?", panel, 9));
    for (int round = 1; round <= rounds; round++) {
      stage.happens(run, Script.round(round, panel, TEXT));
    }
  }

  @Test
  void wordsAppearAsTheyAreSpokenAndTheTurnTakesTheirPlace(Browser browser) {
    begin("words", 0);
    stage.happens("words", Script.asked(1, 3));
    try (Visit visit = Visit.wide(browser, stage.link())) {
      Page page = visit.open("/runs/words", "lida-speaking");
      assertThat(page.locator(".link-state")).hasText("Live");
      stage.says("words", "r1.s2", 0, "I would say ");
      stage.says("words", "r1.s2", 12, "that it depends");
      Locator second = page.locator("lida-speaking").nth(1);
      assertThat(second.locator(".say")).hasText("I would say that it depends");
      stage.says("words", "r1.s3", 0, "{\"stance\": 0.5, \"argument\": \"Plain\\nwords");
      assertThat(page.locator("lida-speaking").nth(2).locator(".say")).hasText("Plain words");

      stage.happens("words", Script.spoken(1, 1, panel.get(1), "It **depends**.", List.of()));
      assertThat(page.locator("[id='r1.s2'] .say strong")).hasText("depends");
      assertThat(page.locator("lida-speaking")).hasCount(2);
      assertThat(page.locator("p[aria-live=polite]")).containsText("Rafael Ortiz, round 1: It");
      visit.assertQuiet();
    }
  }

  @Test
  void aStudyIsPausedFromItsScreenAndFollowedToItsEnd(Browser browser) {
    stage.studied(StagedStudies.fourArms("going", "running"));
    try (Visit visit = Visit.wide(browser, stage.link())) {
      visit.page().clock().install();
      Page page = visit.open("/studies", ".studies-list .topic");
      page.click(".studies-list .topic");
      page.click(".acts >> text=Pause");
      assertThat(page.locator(".eyebrow .pill")).hasText("paused");
      assertThat(page.locator(".acts button")).hasText(new String[] {"Resume", "Cancel"});
      assertThat(page.locator("a.repeat[href='/runs/vote_only2']")).hasText("2for");
      stage.studied(StagedStudies.fourArms("going", "completed"));
      page.clock().fastForward(3_000);
      assertThat(page.locator(".eyebrow .pill")).hasText("completed");
      assertThat(page.locator(".acts button")).hasCount(0);
      visit.assertQuiet();
    }
  }

  @Test
  void movesAppearAsTheyComeAndOneThatWasRefusedIsMarked(Browser browser) {
    stage.begin("moves", Script.playing(panel));
    stage.happens("moves", Script.toMove(3));
    try (Visit visit = Visit.wide(browser, stage.link())) {
      Page page = visit.open("/runs/moves", "lida-speaking");
      assertThat(page.locator(".link-state")).hasText("Live");
      assertThat(page.locator("[role=tabpanel]")).containsText("Nobody has moved yet.");
      stage.happens("moves", Script.moved(0, panel.get(0), 0.75, List.of()));
      assertThat(page.locator("lida-move")).hasCount(1);
      assertThat(page.locator("lida-speaking")).hasCount(2);
      assertThat(page.locator("[id='r1.s1'] .stance")).containsText("safety 0.75");
      assertThat(page.locator("p[aria-live=polite]")).containsText("round 1: safety 0.75");
      assertThat(page.locator("button.news")).containsText("1 new move");
      stage.happens(
          "moves",
          new RunEvent.CallFailed(
              Script.move(1),
              panel.get(1).id(),
              "garbled",
              "the answer holds no legal move",
              "safety 7",
              Usage.NONE));
      stage.happens("moves", Script.moved(1, panel.get(1), 0.2, List.of("kept")));
      assertThat(page.locator("[id='r1.s2'] .silent"))
          .containsText("No legal move came, so another stands in. the answer holds no legal move");
      stage.happens("moves", Script.moved(2, panel.get(2), 0.5, List.of()));
      assertThat(page.locator(".earned")).hasCount(0);
      stage.happens("moves", Script.resolved(panel));
      assertThat(page.locator("[id='r1.s3'] .foot")).containsText("earned +0.25");
      assertThat(page.locator(".world")).containsText("survival1.00 → 0.50");
      assertThat(page.locator(".gauge")).containsText("level with");
      page.focus("lida-lines .lines");
      page.keyboard().press("ArrowLeft");
      assertThat(page.locator("lida-lines .caption").first()).containsText("At the start: Solberg");
      visit.assertQuiet();
    }
  }

  @Test
  void olderRunsAreReadWhenTheyAreAskedFor(Browser browser) {
    for (int run = 0; run < Stage.RUNS_AT_ONCE; run++) {
      stage.begin("many" + run, Script.manifest("Is it new?", panel, 1));
    }
    stage.begin("zz", Script.manifest("Is it the oldest of all?", panel, 1));
    try (Visit visit = Visit.wide(browser, stage.link())) {
      Page page = visit.open("/?q=oldest", ".bar");
      assertThat(page.locator(".bar")).containsText("0 of 40 runs, and older ones");
      page.click("button:text-is('Older runs')");
      assertThat(page.locator(".runs-list .topic")).hasText("Is it the oldest of all?");
      assertThat(page.locator("button:text-is('Older runs')")).hasCount(0);
      visit.assertQuiet();
    }
  }

  @Test
  void aReaderIsNotMovedByNewTurnsButTold(Browser browser) {
    begin("pill", 3);
    try (Visit visit = Visit.wide(browser, stage.link())) {
      Page page = visit.open("/runs/pill", "lida-turn");
      assertThat(page.locator(".link-state")).hasText("Live");
      stage.happens("pill", Script.asked(4, 3));
      stage.happens("pill", Script.spoken(4, 0, panel.get(0), TEXT, List.of()));
      stage.happens("pill", Script.spoken(4, 1, panel.get(1), TEXT, List.of()));
      assertThat(page.locator("button.news")).containsText("2 new turns");
      assertEquals(0, ((Number) page.evaluate("scrollY")).intValue());
      page.click("button.news");
      assertThat(page.locator("button.news")).hasCount(0);
      assertThat(page.locator("[id='r4.s2']")).isInViewport();
      stage.happens("pill", Script.spoken(4, 2, panel.get(2), TEXT, List.of()));
      assertThat(page.locator("[id='r4.s3']")).isInViewport();
      visit.assertQuiet();
    }
  }

  @Test
  void whatTheBusDidNotTellIsFoundInTheLog(Browser browser) {
    begin("gap", 1);
    try (Visit visit = Visit.wide(browser, stage.link())) {
      Page page = visit.open("/runs/gap", "lida-turn");
      stage.happensUnheard("gap", Script.round(2, panel, "Nobody was told of this."));
      stage.happens("gap", Script.round(3, panel, TEXT));
      assertThat(page.locator("lida-turn")).hasCount(9);
      stage.happensUnheard("gap", Script.round(4, panel, "Nor of this."));
      assertThat(page.locator("lida-turn")).hasCount(12);
      visit.assertQuiet();
    }
  }

  @Test
  void aServerThatWasAwayIsCaughtUpWithNothingLostAndNothingTwice(Browser browser) {
    begin("away", 1);
    try (Visit visit = Visit.wide(browser, stage.link())) {
      Page page = visit.open("/runs/away?tab=events", "lida-turn");
      assertThat(page.locator(".link-state")).hasText("Live");
      int port = stage.port();
      stage.down();
      assertThat(page.locator(".link-state")).containsText("Reconnecting");
      for (int round = 2; round <= 5; round++) {
        stage.happensUnheard("away", Script.round(round, panel, TEXT));
      }
      stage.up(port);
      assertThat(page.locator(".link-state")).hasText("Live");
      assertThat(page.locator("lida-turn")).hasCount(15);
      stage.happens("away", Script.round(6, panel, TEXT));
      assertThat(page.locator("lida-turn")).hasCount(18);
      assertEquals(
          31,
          page.locator(".events li").count(),
          "one begin, and five events in each of six rounds");
      assertEquals(
          18L,
          ((Number)
                  page.evaluate(
                      "new Set([...document.querySelectorAll('lida-turn')].map(t => t.id)).size"))
              .longValue());
    }
  }

  @Test
  void aFailedCallIsShownAsSuchAndTheDecisionStandsOnTop(Browser browser) {
    begin("end", 1);
    stage.happens("end", Script.asked(2, 3));
    stage.happens("end", Script.spoken(2, 0, panel.get(0), TEXT, List.of("the cost is real")));
    stage.happens(
        "end",
        new RunEvent.CallFailed(
            new RunEvent.Call("r2.s2", RunEvent.CallKind.TURN, 2, 1, 2),
            panel.get(1).id(),
            "provider_unavailable",
            "the provider did not answer",
            "503 three times",
            Usage.NONE));
    stage.happens("end", Script.spoken(2, 2, panel.get(2), TEXT, List.of()));
    for (int seat = 0; seat < 3; seat++) {
      stage.happens("end", Script.vote(seat, panel.get(seat), "My reason."));
    }
    stage.happens("end", Script.decided(panel.get(0), "The risk is not worth it."));
    try (Visit visit = Visit.wide(browser, stage.link())) {
      Page page = visit.open("/runs/end", ".outcome");
      assertThat(page.locator(".outcome > p"))
          .containsText("The panel says yes, with 0.72 of the weight");
      assertThat(page.locator(".minority")).containsText("The risk is not worth it.");
      assertThat(page.locator("[id='r2.s2'] .silent")).containsText("the provider did not answer");
      assertThat(page.locator(".concede")).containsText("the cost is real");
      assertThat(page.locator(".note"))
          .hasText("A simulation. No statement here is by a real person or group.");
      page.click("[id='r2.s1'] .cite");
      assertThat(page.locator("[id='r1.s1']")).isFocused();
      page.click("[id='r2.s1'] button.word");
      assertThat(page.locator("dialog")).containsText("\"type\": \"turn_spoken\"");
      page.keyboard().press("Escape");
      assertThat(page.locator("dialog")).hasCount(0);
      stage.happens(
          "end",
          new RunEvent.RunCompleted(new RunEvent.Termination("max_rounds", "2 of 2 rounds")));
      assertThat(page.getByText("Ended: max rounds, 2 of 2 rounds")).isVisible();
      visit.assertQuiet();
    }
  }

  @Test
  void everythingCanBeReachedByKeys(Browser browser) {
    begin("keys", 3);
    try (Visit visit = Visit.wide(browser, stage.link())) {
      Page page = visit.open("/runs/keys", "lida-turn");
      page.keyboard().press("j");
      assertThat(page.locator("[id='r3.s1']")).isFocused();
      page.keyboard().press("j");
      assertThat(page.locator("[id='r3.s2']")).isFocused();
      page.keyboard().press("k");
      assertThat(page.locator("[id='r3.s1']")).isFocused();
      page.keyboard().press("p");
      assertThat(page.locator("#round-2 .round-head button")).isFocused();
      page.keyboard().press("]");
      assertThat(page.locator("#tab-votes")).hasAttribute("aria-selected", "true");
      assertTrue(page.url().endsWith("?tab=votes"), page.url());
      page.keyboard().press("[");
      page.keyboard().press("t");
      assertThat(page.locator("[role=tabpanel] table").first()).containsText("Solberg");
      page.keyboard().press("?");
      assertThat(page.locator("dialog")).containsText("next and previous turn");
      page.keyboard().press("Escape");
      assertThat(page.locator("dialog")).hasCount(0);
      page.keyboard().press("Control+k");
      assertThat(page.locator("dialog.palette input")).isFocused();
      page.keyboard().type("perso");
      page.keyboard().press("Enter");
      assertThat(page.locator("h1")).hasText("Personas");
      page.keyboard().press("g");
      page.keyboard().press("r");
      assertThat(page.locator("h1")).hasText("Runs");
      page.keyboard().press("/");
      page.keyboard().type("status:failed");
      assertThat(page.locator(".runs-list")).hasCount(0);
      assertTrue(page.url().contains("q=status"), page.url());
      visit.assertQuiet();
    }
  }

  @Test
  void aRunIsSteeredFromThePage(Browser browser) {
    begin("steer", 1);
    try (Visit visit = Visit.wide(browser, stage.link())) {
      Page page = visit.open("/runs/steer", "lida-turn");
      page.click(".acts button:text-is('Pause')");
      stage.happens("steer", new RunEvent.RunPaused(RunEvent.Pause.REQUESTED));
      assertThat(page.locator(".eyebrow .pill")).hasText("paused");
      assertThat(page.locator(".acts button:text-is('Resume')")).isVisible();
      page.waitForResponse("**/cancel", () -> page.click(".acts button:text-is('Cancel')"));
      assertEquals(
          List.of(
              new Deliberation.Control("steer", Deliberation.Command.PAUSE),
              new Deliberation.Control("steer", Deliberation.Command.CANCEL)),
          stage.commands());
      visit.assertQuiet();
    }
  }

  @Test
  void aPageThatIsLoadedAgainAndAgainLeavesNoConnectionBehind(Browser browser) {
    begin("again", 1);
    try (Visit visit = Visit.wide(browser, stage.link())) {
      for (int load = 0; load < 20; load++) {
        visit.open("/runs/again", "lida-turn");
        assertThat(visit.page().locator(".link-state")).hasText("Live");
      }
      String open = "async () => (await (await fetch('/api/stats')).json()).connections";
      Node.until("few are open", () -> ((Number) visit.page().evaluate(open)).intValue() <= 8);
      visit.assertQuiet();
    }
  }
}
