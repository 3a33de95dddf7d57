package io.lida.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatedSpeakerTest {
  private static final String PROSE = "one two three four five six seven eight nine ten";

  private final Clock clock = new Clock();
  private final SimulatedSpeaker backend =
      new SimulatedSpeaker(call -> "{...}", text -> PROSE, Duration.ofMillis(4), clock);

  @Test
  void itsProseIsStreamedAndItsAnswerReturned() {
    List<String> words = new ArrayList<>();
    Spoken spoken = backend.speak(Room.call("sim/default", true), words::add);
    assertEquals("{...}", spoken.text());
    assertEquals("sim/default", spoken.model());
    assertTrue(spoken.estimated());
    assertEquals(List.of("one two three ", "four five six ", "seven eight nine ", "ten"), words);
    Duration three = Duration.ofMillis(12);
    assertEquals(List.of(three, three, three), clock.pauses);
  }

  @Test
  void nobodyWaitsForWordsNobodyHears() {
    backend.speak(Room.call("sim/default", false), words -> {});
    assertEquals(List.of(), clock.pauses);
  }
}
