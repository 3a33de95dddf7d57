package io.lida.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuresTest {
  @ParameterizedTest
  @CsvSource({
    "-1, 1, ├○──────────────────●┤ +1.00",
    "0.3, 0.52, ├────────────○─●─────┤ +0.52",
    "0.5, 0.5, ├──────────────●─────┤ +0.50",
    "0, -0.001, ├─────────●○─────────┤ +0.00",
    "-7, 7, ├○──────────────────●┤ +7.00",
  })
  void aStanceTrackHasTwentyCells(double before, double now, String track) {
    assertEquals(track, Gauge.track(before, now));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.7, ░░░░░░░░░░░░░░┃░░░░░░",
    "0.64, 0.7, █████████████░┃░░░░░░",
    "0.625, 0.5, ██████████┃██▌░░░░░░░",
    "1, 1, ████████████████████┃",
  })
  void aMeterHasATickAtTheThreshold(double share, double threshold, String meter) {
    assertEquals(meter, Gauge.meter(share, threshold));
  }

  @Test
  void lettersOnTheStripNeverHideEachOther() {
    List<Gauge.Mark> marks =
        List.of(new Gauge.Mark('A', 0), new Gauge.Mark('B', 0), new Gauge.Mark('C', -1));
    String strip = Gauge.strip(marks, 21);
    assertEquals("-1 ├C─────────AB─────────┤ +1", strip);
  }

  @Test
  void aSparklineHasOneCharacterARound() {
    assertEquals("▁▅█", Gauge.spark(List.of(-1.0, 0.1, 1.0)));
  }

  @Test
  void linesAreBrokenByTheColumnsTheyTake() {
    assertEquals(List.of("one two", "three"), Columns.wrap("one two three", 8));
    assertEquals(List.of("東京", "東京"), Columns.wrap("東京東京", 5));
    assertEquals(List.of("a", "", "b"), Columns.wrap("a\n\nb", 5));
    assertEquals("abc…", Columns.cut("abcdef", 4));
    assertEquals("def", Columns.tail("abcdef", 3));
    assertEquals(10, Columns.width(Columns.pad("東京", 10)));
  }

  @ParameterizedTest
  @CsvSource({"90s, 90", "10m, 600", "1h30m, 5400", "45, 45", "2m5, 125"})
  void spansAreWrittenByHand(String written, int seconds) {
    assertEquals(seconds, Span.seconds("--timeout", written));
  }

  @Test
  void whatIsNoSpanIsRefused() {
    for (String written : List.of("", "0", "-1", "1d", "soon", "999999999")) {
      assertThrows(Misuse.class, () -> Span.seconds("--timeout", written), written);
    }
  }

  @Test
  void whatWasMeantIsNear() {
    List<String> commands = List.of("demo", "debate", "deliberate", "doctor");
    assertEquals(List.of("debate"), Suggest.near("debat", commands));
    assertEquals(List.of("deliberate"), Suggest.near("delib", commands));
    assertTrue(Suggest.near("xyzzy", commands).isEmpty());
  }

  @Test
  void onlySpeechIsShownOfAnAnswerInJson() {
    assertEquals("plain words", Voices.prose("plain words"));
    assertEquals("", Voices.prose("{\"stance\": 0.4, \"argu"));
    assertEquals("It \"is", Voices.prose("{\"stance\": 0.4, \"argument\": \"It \\\"is"));
    assertEquals("So.", Voices.prose("{\"argument\":\"So.\",\"concedes\":[\"x\"]}"));
  }

  @Test
  void thresholdsAreDecimalsOrFractions() {
    assertEquals(0.7, Support.threshold("0.7"));
    assertEquals(2.0 / 3, Support.threshold("2/3"));
    assertEquals(0, Support.threshold("most"));
  }

  @Test
  void costsThatAreUnknownAreNotNothing() {
    assertEquals("cost unknown", Figures.cost(null));
    assertEquals("$0.00", Figures.cost(0.0));
    assertEquals("$0.0012", Figures.cost(0.0012));
    assertEquals("$3.20", Figures.cost(3.2));
  }
}
