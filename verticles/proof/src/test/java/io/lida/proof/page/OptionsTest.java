package io.lida.proof.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import io.lida.contract.Ballot;
import io.lida.contract.Card;
import io.lida.contract.Scenario.VotingMethod;
import io.lida.contract.Wire;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A panel that chooses among options, as the page shows it, and how its instruments are read. */
@PageTest
class OptionsTest {
  private static final String SENTENCE = ".outcome > p";

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

  private void begin(String run, VotingMethod rule, Ballot... ballots) {
    stage.begin(run, Script.choosing(rule, panel));
    stage.happens(run, Script.round(1, panel, "One thing is clear to me. And so on."));
    for (int seat = 0; seat < ballots.length; seat++) {
      stage.happens(run, Script.ballot(seat, panel.get(seat), ballots[seat]));
    }
  }

  private void beginRanked(String run, VotingMethod rule) {
    begin(
        run,
        rule,
        new Ballot.Ranking(List.of(List.of("pause"), List.of("license"), List.of("open"))),
        new Ballot.Ranking(List.of(List.of("open", "license"))),
        new Ballot.Ranking(List.of(List.of("license"), List.of("open"))));
  }

  @Test
  void theWinnerIsNamedWithTheRuleAndTheBallotsStandSideBySide(Browser browser) {
    beginRanked("ranked", VotingMethod.BORDA);
    stage.happens(
        "ranked",
        Script.chosen(
            VotingMethod.BORDA,
            List.of("license"),
            Map.of("license", 4.5, "open", 2.5, "pause", 2.0)));
    try (Visit visit = Visit.wide(browser, stage.link())) {
      Page page = visit.open("/runs/ranked?tab=votes", ".outcome");
      assertThat(page.locator(SENTENCE))
          .containsText("By Borda license wins: “License laboratories and hold them liable”.");
      assertThat(page.locator(".gauge")).containsText("place “license” first");
      assertThat(page.locator(".options .wins")).containsText("0.50 place it first");
      assertThat(page.locator(".ballots tbody tr").nth(1)).containsText("Ortiz");
      assertEquals(
          List.of("–", "1", "1"), page.locator(".ballots tr:nth-child(2) td").allInnerTexts());
      assertThat(page.locator(".voted").first()).hasText("pause > license > open");
      assertThat(page.locator("[role=tabpanel]")).not().containsText("If the panel voted now");
      visit.assertQuiet();
    }
  }

  @Test
  void aTieAndNoWinnerAreSaidInWords(Browser browser) {
    beginRanked("tied", VotingMethod.IRV);
    stage.happens("tied", Script.chosen(VotingMethod.IRV, List.of("license", "open"), Map.of()));
    beginRanked("circle", VotingMethod.CONDORCET);
    stage.happens("circle", Script.chosen(VotingMethod.CONDORCET, List.of(), Map.of()));
    try (Visit visit = Visit.wide(browser, stage.link())) {
      Page page = visit.open("/runs/tied", ".outcome");
      assertThat(page.locator(SENTENCE))
          .hasText("No decision: by Instant runoff a tie between license and open.");
      visit.open("/runs/circle", ".outcome");
      assertThat(page.locator(SENTENCE))
          .hasText("No decision: by Condorcet no option beats every other.");
      assertThat(page.locator(".gauge")).containsText("no decision");
      visit.assertQuiet();
    }
  }

  @Test
  void ballotsOfEveryFormAreShown(Browser browser) {
    Map<VotingMethod, Ballot> forms =
        Map.of(
            VotingMethod.APPROVAL, new Ballot.Approval(List.of("pause")),
            VotingMethod.SCORE, new Ballot.Scores(Map.of("pause", 5, "license", 2, "open", 0)),
            VotingMethod.MAJORITY_JUDGMENT, new Ballot.Grades(Map.of("pause", 4, "open", 1)),
            VotingMethod.QUADRATIC, new Ballot.Credits(Map.of("pause", 6.5, "open", -7.0)),
            VotingMethod.SURPRISINGLY_POPULAR,
                new Ballot.Prediction("pause", Map.of("pause", 0.25, "open", 0.75)));
    Map<VotingMethod, List<String>> cells =
        Map.of(
            VotingMethod.APPROVAL, List.of("✓", "–", "–"),
            VotingMethod.SCORE, List.of("5", "2", "0"),
            VotingMethod.MAJORITY_JUDGMENT, List.of("4", "0", "1"),
            VotingMethod.QUADRATIC, List.of("6.5", "0", "−7"),
            VotingMethod.SURPRISINGLY_POPULAR, List.of("✓ 0.25", "0.00", "0.75"));
    try (Visit visit = Visit.wide(browser, stage.link())) {
      forms.forEach(
          (rule, ballot) -> {
            begin(rule.id(), rule, ballot);
            Page page = visit.open("/runs/" + rule.id() + "?tab=votes", ".ballots");
            assertEquals(cells.get(rule), page.locator(".ballots td").allInnerTexts(), rule.id());
            assertThat(page.locator(".options li").first()).containsText("1.00 place it first");
          });
      visit.assertQuiet();
    }
  }

  @Test
  void otherRulesAreAskedOfTheServerAndReadInWords(Browser browser) {
    beginRanked("again", VotingMethod.BORDA);
    try (Visit visit = Visit.wide(browser, stage.link())) {
      Page page = visit.open("/runs/again?tab=votes", "table.rules");
      assertThat(page.locator("[role=tabpanel]"))
          .containsText("The winner depends on the rule: “license” by 2 rules, “pause” by 1 rule.");
      Locator rules = page.locator("table.rules tbody tr");
      assertThat(rules).hasCount(4);
      assertThat(rules.first()).containsText("points by rank: license 4, pause 3, open 2");
      assertThat(rules.nth(2)).containsText("nobody beats every other");
      assertThat(rules.nth(3)).containsText("read as approvals");
      assertThat(page.locator("[role=tabpanel]"))
          .containsText("Not counted, as the ballots hold no bought votes (Quadratic).");
      assertThat(page.locator("[role=tabpanel]")).containsText("Majorities go round in a circle");
      assertThat(page.locator(".pivotal")).containsText("Rafael Ortiz");
      visit.assertQuiet();
    }
  }

  @Test
  void theMapOfStrategiesIsReadByKeysAndAsATable(Browser browser) {
    beginRanked("map", VotingMethod.BORDA);
    try (Visit visit = Visit.wide(browser, stage.link())) {
      Page page = visit.open("/runs/map?tab=strategies", ".map");
      assertThat(page.locator(".finding")).containsText("From 0.32 to 0.61");
      Locator caption = page.locator("lida-strategy-map .caption");
      assertThat(caption).containsText("0.61 by linear, equal, this run's own: the weighted mean");
      page.focus("[data-strategy][tabindex='0']");
      page.keyboard().press("ArrowRight");
      assertThat(caption).containsText("nobody has what it weighs by, so all weigh the same");
      assertThat(page.locator(".map td.fell")).isFocused();
      page.keyboard().press("ArrowDown");
      assertThat(caption).containsText("nothing by median, cooke");
      page.keyboard().press("Home");
      assertThat(caption).containsText("0.32 by median, equal");
      page.keyboard().press("t");
      assertThat(page.locator("table.rules tbody tr")).hasCount(4);
      assertThat(page.locator("table.rules tbody tr").nth(2)).containsText("0.32");
      visit.assertQuiet();
    }
  }

  @Test
  void aPointOfABeliefLineLeadsToTheTurnThatMovedIt(Browser browser) {
    beginRanked("line", VotingMethod.BORDA);
    try (Visit visit = Visit.wide(browser, stage.link())) {
      Page page = visit.open("/runs/line", ".beliefs");
      Locator caption = page.locator("lida-beliefs .caption");
      page.locator(".beliefs g[tabindex]").nth(1).focus();
      assertThat(caption).containsText("Rafael Ortiz, round 1");
      assertThat(caption.locator("q")).hasText("One thing is clear to me.");
      page.keyboard().press("ArrowLeft");
      assertThat(caption).containsText("as the card has it");
      page.keyboard().press("ArrowRight");
      caption.locator("a").click();
      assertThat(page.locator("[id='r1.s2']")).isFocused();
      page.focus(".course");
      page.keyboard().press("ArrowLeft");
      assertThat(page.locator("lida-course .caption")).containsText("As the cards have it");
      visit.assertQuiet();
    }
  }

  @Test
  void aChoiceAmongOptionsIsStartedFromTheForm(Browser browser) {
    try (Visit visit = Visit.wide(browser, stage.link())) {
      Page page = visit.open("/?start=1", "dialog .panel label");
      page.route(
          "**/api/v1/runs",
          route ->
              route.fulfill(
                  new Route.FulfillOptions()
                      .setStatus(202)
                      .setContentType("application/json")
                      .setBody("{\"id\":\"ranked\"}")));
      page.fill("textarea", "What should be done?");
      page.selectOption("[name=voting_method]", "schulze");
      page.click("text=take out >> nth=2");
      for (int row = 0; row < 2; row++) {
        page.fill("[name=option_id] >> nth=" + row, List.of("pause", "open").get(row));
        page.fill("[name=option_text] >> nth=" + row, List.of("Pause", "Publish").get(row));
      }
      Request sent = page.waitForRequest("**/api/v1/runs", () -> page.click("dialog button.main"));
      assertEquals(
          "[{\"id\":\"pause\",\"text\":\"Pause\"},{\"id\":\"open\",\"text\":\"Publish\"}]",
          Wire.parse(sent.postData()).path("options").toString());
    }
  }
}
