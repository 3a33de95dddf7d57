package io.lida.proof.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.lida.contract.Card;
import io.lida.contract.RunEvent;
import io.lida.contract.Usage;
import io.lida.contract.Wire;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a model says, what a persona is called and what is asked never becomes a part of the page.
 */
@PageTest
class HostileTextTest {
  private static final String INTRUDERS =
      "document.querySelectorAll('main :is(img, script, iframe, object, embed, base, link, meta,"
          + " style, video, audio, math, marquee, body), main [style], main [srcdoc],"
          + " main a:not([href^=\"/\"]):not([href^=\"#\"]):not([href^=\"http\"])').length";
  private static final String HANDLERS =
      "[...document.querySelectorAll('main *')].flatMap(e => e.getAttributeNames())"
          + ".filter(name => name.startsWith('on')).length";

  private Stage stage;

  @BeforeAll
  void set(@TempDir Path home) {
    stage = new Stage(home);
  }

  @AfterAll
  void strike() {
    stage.close();
  }

  private static UnaryOperator<Card> called(String name) {
    return card -> {
      ObjectNode tree = (ObjectNode) Wire.tree(card);
      tree.put("name", name);
      tree.put("constituency", name);
      return Wire.read(tree, Card.class);
    };
  }

  @Test
  void fiftyHostileTextsRunNoScript(Browser browser) {
    assertEquals(50, Hostile.TEXTS.size());
    List<Card> panel = new ArrayList<>();
    for (int seat = 0; seat < 10; seat++) {
      panel.addAll(
          stage.cards(List.of(Script.PANEL.getFirst()), called(Hostile.TEXTS.get(5 * seat))));
    }
    String everything = String.join("\n\n", Hostile.TEXTS);
    stage.begin("hostile", Script.manifest(everything.substring(0, 1_900), panel, 6));
    for (int round = 1; round <= 5; round++) {
      stage.happens("hostile", Script.asked(round, panel.size()));
      for (int seat = 0; seat < panel.size(); seat++) {
        String text = Hostile.TEXTS.get(10 * (round - 1) + seat);
        stage.happens("hostile", Script.spoken(round, seat, panel.get(seat), text, List.of(text)));
      }
    }
    stage.happens("hostile", Script.asked(6, panel.size()));
    try (Visit visit = Visit.wide(browser, stage.link())) {
      Page page = visit.open("/runs/hostile", "lida-speaking");
      assertThat(page.locator(".link-state")).hasText("Live");
      for (int seat = 0; seat < panel.size(); seat++) {
        stage.says(
            "hostile",
            Script.callOf(6, seat),
            0,
            String.join("\n", Hostile.TEXTS.subList(5 * seat, 5 * seat + 5)));
      }
      assertThat(page.locator("lida-speaking .say").last()).containsText("alert(1)");
      for (int round = 1; round <= 5; round++) {
        page.click("#round-" + round + " .round-head button");
      }
      assertThat(page.locator("lida-turn")).hasCount(50);
      assertHarmless(page);

      String call = Script.callOf(6, 0);
      stage.happens(
          "hostile",
          new RunEvent.CallFailed(
              new RunEvent.Call(call, RunEvent.CallKind.TURN, 6, 0, 1),
              panel.getFirst().id(),
              "<img src=x onerror=alert(1)>",
              everything,
              everything,
              Usage.NONE));
      for (int seat = 0; seat < panel.size(); seat++) {
        stage.happens("hostile", Script.vote(seat, panel.get(seat), everything));
      }
      stage.happens("hostile", Script.decided(panel.getFirst(), everything));
      assertThat(page.locator(".outcome")).isVisible();
      for (String tab : List.of("votes", "events", "config", "beliefs")) {
        page.click("#tab-" + tab);
        assertThat(page.locator("#tab-" + tab)).hasAttribute("aria-selected", "true");
        assertHarmless(page);
      }
      page.click("[id='r6.s1'] button.word");
      assertThat(page.locator("dialog")).isVisible();
      assertHarmless(page);

      visit.open("/?q=" + "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E", "h1");
      assertHarmless(page);
      visit.open("/", ".runs-list .topic");
      page.keyboard().press("Control+k");
      assertThat(page.locator("dialog [role=option]").last()).containsText("<script>");
      assertHarmless(page);
      visit.assertQuiet();
    }
  }

  private static void assertHarmless(Page page) {
    assertEquals(0, ((Number) page.evaluate(INTRUDERS)).intValue(), "elements of a text");
    assertEquals(0, ((Number) page.evaluate(HANDLERS)).intValue(), "handlers of a text");
  }
}
