package io.lida.proof.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.lida.contract.Card;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page before much: many words a second, many turns. */
@PageTest
class ManyTest {
  private static final int SPEAKERS = 6;
  private static final int PER_SECOND = 5_000;
  private static final int SECONDS = 4;

  private static final String COUNT_FRAMES =
      "window.frames_ = 0; window.worst_ = 0; let last = performance.now();const tick = now => {"
          + " window.frames_++; window.worst_ = Math.max(window.worst_, now - last); last = now;"
          + " requestAnimationFrame(tick); }; requestAnimationFrame(tick);";

  private Stage stage;

  @BeforeAll
  void set(@TempDir Path home) {
    stage = new Stage(home);
  }

  @AfterAll
  void strike() {
    stage.close();
  }

  private List<Card> panel(int seats) {
    List<Card> usual = stage.cards(Script.PANEL, UnaryOperator.identity());
    return Stream.generate(() -> usual).flatMap(List::stream).limit(seats).toList();
  }

  @Test
  void fiveThousandWordsASecondAreShownWithoutFallingBehind(Browser browser) throws Exception {
    stage.begin("fast", Script.manifest("Is it fast?", panel(SPEAKERS), 1));
    stage.happens("fast", Script.asked(1, SPEAKERS));
    try (Visit visit = Visit.wide(browser, stage.link());
        ScheduledExecutorService mouth = Executors.newSingleThreadScheduledExecutor()) {
      Page page = visit.open("/runs/fast", "lida-speaking");
      assertThat(page.locator(".link-state")).hasText("Live");
      page.evaluate("() => {" + COUNT_FRAMES + "}");
      AtomicInteger said = new AtomicInteger();
      long began = System.nanoTime();
      var speaking =
          mouth.scheduleAtFixedRate(
              () -> {
                for (int i = 0; i < PER_SECOND / 200; i++) {
                  int number = said.getAndIncrement();
                  int at = 6 * (number / SPEAKERS);
                  stage.says(
                      "fast", Script.callOf(1, number % SPEAKERS), at, "%5d ".formatted(number));
                }
              },
              0,
              5,
              TimeUnit.MILLISECONDS);
      page.waitForTimeout(SECONDS * 1_000);
      speaking.cancel(false);
      mouth.shutdown();
      assertTrue(mouth.awaitTermination(5, TimeUnit.SECONDS));
      int last = said.get() - 1;
      assertThat(page.locator("lida-speaking").nth(last % SPEAKERS))
          .containsText("%5d".formatted(last));
      double seconds = (System.nanoTime() - began) / 1e9;
      int frames = ((Number) page.evaluate("frames_")).intValue();
      int nodes = ((Number) page.evaluate("document.querySelectorAll('*').length")).intValue();
      System.out.printf(
          "page: %.0f words a second, %.1f frames a second, longest gap %.0f ms, %d nodes%n",
          said.get() / seconds,
          frames / seconds,
          ((Number) page.evaluate("worst_")).doubleValue(),
          nodes);
      // How many are printed above; a machine may be slow, but a page must not stand still.
      assertTrue(frames > SECONDS, "the page stands still: " + frames + " frames");
      assertTrue(nodes < 1_000, nodes + " nodes");
      visit.assertQuiet();
    }
  }

  @Test
  void aThousandTurnsStayBoundedAndCanAllBeReached(Browser browser) {
    List<Card> panel = panel(20);
    stage.begin("long", Script.manifest("Is it long?", panel, 51));
    for (int round = 1; round <= 50; round++) {
      stage.happensUnheard(
          "long",
          Script.round(round, panel, "A turn of round " + round + ". " + "And more. ".repeat(20)));
    }
    try (Visit visit = Visit.wide(browser, stage.link())) {
      Page page = visit.open("/runs/long", "[id='r50.s20']");
      assertThat(page.locator(".facts")).containsText("1000 of 1020");
      assertBounded(page);
      page.click("#round-1 .round-head button");
      assertThat(page.locator("[id='r1.s20']")).containsText("A turn of round 1.");
      assertThat(page.locator(".link-state")).hasText("Live");
      stage.happens("long", Script.round(51, panel, "The last."));
      assertThat(page.locator("[id='r51.s20']")).containsText("The last.");
      assertBounded(page);
      visit.assertQuiet();
    }
  }

  private static void assertBounded(Page page) {
    int turns = page.locator("lida-turn").count();
    int nodes = ((Number) page.evaluate("document.querySelectorAll('*').length")).intValue();
    System.out.printf("page: 1,000 turns, of which %d are drawn, in %d nodes%n", turns, nodes);
    assertTrue(turns <= 220, turns + " turns are drawn");
    assertTrue(nodes < 12_000, nodes + " nodes");
  }
}
