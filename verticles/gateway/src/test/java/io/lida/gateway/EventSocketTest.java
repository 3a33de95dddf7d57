package io.lida.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Llm;
import io.lida.contract.RunEvent;
import io.lida.contract.Runs;
import io.lida.testkit.BusExtension;
import io.lida.testkit.Node;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(BusExtension.class)
class EventSocketTest {
  private Node node;
  private House house;

  @BeforeEach
  void aRunOfTwoEvents(Node fresh, @TempDir Path folder) {
    node = fresh;
    house = House.open(node, folder);
    node.pretend(
        Runs.FIND,
        find -> Samples.run(find.run(), find.run().equals("theirs") ? "other" : "home", "running"));
    node.pretend(
        Runs.EVENTS,
        asked ->
            new Runs.Stretch(
                List.of(Samples.round(asked.run(), 1), Samples.round(asked.run(), 2)).stream()
                    .filter(event -> event.seq() > asked.seq())
                    .toList(),
                "running",
                2));
  }

  @Test
  void aRunIsWatchedFromWhereTheSubscriberWasUntilItEnds() {
    Talk talk = Talk.withKey(house, "/ws");
    talk.say("{\"subscribe\":\"r1\",\"after\":1,\"words\":true}");
    talk.hears("the log", frame -> frame.path("seq").asInt() == 2);
    node.bus().tell(Llm.words("r1"), new Llm.Words("r1", "c", 0, "Hi"));
    talk.hears("words", frame -> frame.at("/words/text").asText().equals("Hi"));
    node.bus().tell(Runs.live("r1"), Samples.event("r1", 3, new RunEvent.RunCancelled("asked")));

    JsonNode end = talk.hears("the end", frame -> frame.has("end"));
    assertEquals("cancelled", end.path("status").asText());
    assertEquals(
        List.of(2, 3),
        talk.heard.stream()
            .filter(frame -> frame.has("seq"))
            .map(frame -> frame.path("seq").asInt())
            .toList());
  }

  @Test
  void aRunInTheAddressIsWatchedAtOnce() {
    Talk talk = Talk.withKey(house, "/ws?run=r1");
    talk.hears("the log", frame -> frame.path("seq").asInt() == 2);
    assertEquals(1, talk.heard.getFirst().path("seq").asInt());
  }

  @Test
  void anothersRunIsAbsentAndAWrongWordIsExplained() {
    Talk talk = Talk.withKey(house, "/ws");
    talk.say("{\"subscribe\":\"theirs\"}");
    talk.say("{\"dance\":1}");

    talk.hears("404", frame -> frame.at("/error/code").asText().equals("LIDA-7001"));
    talk.hears("400", frame -> frame.at("/error/code").asText().equals("LIDA-3000"));
  }
}
