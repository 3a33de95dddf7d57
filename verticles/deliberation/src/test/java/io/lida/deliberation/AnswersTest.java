package io.lida.deliberation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lida.contract.Axis;
import io.lida.contract.RunEvent.Choice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {
  private static final String GOOD =
      "{\"stance\":-0.5,\"confidence\":0.8,\"argument\":\"No.\",\"concedes\":[\"a\"],\"cites\":[\"r1.s1\"]}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        GOOD,
        "Here is my answer:\n```json\n" + GOOD + "\n```\nThank you.",
        "{\"stance\":\"-0.5\",\"confidence\":0.8,\"argument\":\"No.\",\"concedes\":\"a\",\"cites\":\"r1.s1\",\"extra\":{}}"
      })
  void aTurnIsReadFromWhatModelsWrite(String reply) {
    Answers.Spoken expected = new Answers.Spoken(-0.5, 0.8, "No.", List.of("a"), List.of("r1.s1"));
    assertEquals(Optional.of(expected), Answers.turn(reply));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "I would rather not.",
        "{}",
        "{\"stance\":2,\"argument\":\"x\"}",
        "{\"stance\":\"high\",\"argument\":\"x\"}",
        "{\"stance\":0.5}",
        "{\"stance\":0.5,\"argument\":\"  \"}",
        "{\"stance\":NaN,\"argument\":\"x\"}",
        "{\"stance\":0.5,\"argument\":\"x\"",
        "[0.5,\"x\"]",
        "}{"
      })
  void aReplyWithoutStanceOrArgumentIsUnreadable(String reply) {
    assertEquals(Optional.empty(), Answers.turn(reply));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"vote\":\"for\"} | FOR",
        "{\"vote\":\"No\"} | AGAINST",
        "{\"vote\":\" ABSTAIN \"} | ABSTAIN",
        "{\"choice\":\"yes\"} | FOR",
        "{\"position\":0.4,\"argument\":\"x\"} | FOR",
        "{\"stance\":-0.4} | AGAINST",
        "{\"stance\":0.01} | ABSTAIN"
      })
  void aVoteIsReadByWordOrSide(String reply, Choice choice) {
    assertEquals(choice, Answers.vote(reply).orElseThrow().choice());
  }

  @ParameterizedTest
  @ValueSource(strings = {"for", "{\"vote\":\"perhaps\"}", "{\"vote\":1}", ""})
  void anUnclearVoteIsNoVote(String reply) {
    assertEquals(Optional.empty(), Answers.vote(reply));
  }

  @Test
  void aBeliefThatIsMissingOrOutOfRangeIsLeftOut() {
    List<Axis> asked =
        Stream.of("pace", "timelines", "liability", "open_weights", "harm_focus")
            .map(id -> new Axis(id, "no", "yes"))
            .toList();
    String axes =
        "{\"pace\":0.4,\"timelines\":\"1\",\"liability\":1.2,\"open_weights\":\"high\",\"agency_view\":0.5}";
    assertEquals(
        Map.of("pace", 0.4, "timelines", 1.0),
        Answers.probe("{\"stance\":0.1,\"axes\":" + axes + "}", asked).orElseThrow().axes());
    assertEquals(
        Map.of(), Answers.probe("{\"stance\":0.1,\"axes\":[0.4]}", asked).orElseThrow().axes());
    assertEquals(Map.of(), Answers.probe("{\"stance\":0.1}", asked).orElseThrow().axes());
    assertEquals(Optional.empty(), Answers.probe("{\"axes\":{\"pace\":0.4}}", asked));
  }

  @Test
  void aModeratorMaySpeakProse() {
    assertEquals(Optional.of("So far so good."), Answers.moderation("So far so good."));
    assertEquals(Optional.empty(), Answers.moderation("  "));
  }
}
