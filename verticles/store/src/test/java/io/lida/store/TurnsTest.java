package io.lida.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.Agents;
import io.lida.contract.Llm;
import io.lida.contract.Wire;
import io.lida.testkit.Node;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TurnsTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir Path home;
  private Rig rig;
  private Turns turns;

  @BeforeEach
  void aServer() {
    rig = new Rig(Rig.options(home, ""));
    turns = rig.store().turns();
  }

  @AfterEach
  void end() {
    rig.close();
  }

  @Test
  void anAnswerIsFoundByWhoAsksAgainOnAnotherNode() {
    assertEquals(Optional.empty(), owe("skeptic", "r.1"));
    assertEquals(new Handed.Taken("skeptic"), hand("home", answer("r.1", "So.")));
    Turns elsewhere = rig.store().turns();
    assertEquals(
        Optional.of(answer("r.1", "So.")),
        Node.await(elsewhere.owe("home", wanted("skeptic", "r.1"), MINUTE)));
  }

  @Test
  void ofManyAnswersAtOnceOneCounts() {
    owe("skeptic", "r.1");
    List<Future<Handed>> all =
        IntStream.range(0, 50)
            .mapToObj(i -> turns.hand("home", answer("r.1", "Answer " + i)))
            .toList();
    Node.await(Future.all(all));
    List<Handed> taken =
        all.stream().map(Future::result).filter(Handed.Taken.class::isInstance).toList();
    assertEquals(1, taken.size());
  }

  @Test
  void theSameAnswerAgainIsTakenAgain() {
    owe("skeptic", "r.1");
    hand("home", answer("r.1", "So."));
    assertEquals(new Handed.Taken("skeptic"), hand("home", answer("r.1", "So.")));
    assertEquals(new Handed.Late(), hand("home", answer("r.1", "No.")));
  }

  @Test
  void nobodyHandsInWhatWasNotWantedOfHisTenant() {
    owe("skeptic", "r.1");
    assertEquals(new Handed.Unknown(), hand("home", answer("r.2", "So.")));
    assertEquals(new Handed.Unknown(), hand("lab", answer("r.1", "So.")));
  }

  @Test
  void whoMaySpeakForOneAgentHandsInNoTurnOfAnother() {
    owe("skeptic", "r.1");
    assertEquals(new Handed.Unknown(), hand("home", answer("r.1", "So.", "optimist")));
    assertEquals(new Handed.Taken("skeptic"), hand("home", answer("r.1", "So.", "skeptic")));
  }

  @Test
  void whatIsOwedIsCountedUntilItIsHandedInOrNobodyWaits() {
    owe("skeptic", "r.1");
    owe("skeptic", "r.2");
    owe("skeptic", "r.2");
    owe("other", "r.3");
    Node.await(turns.owe("home", wanted("skeptic", "r.4"), Duration.ZERO));
    assertEquals(2, Node.await(turns.join("home", "skeptic")));
    hand("home", answer("r.1", "So."));
    assertEquals(1, Node.await(turns.join("home", "skeptic")));
  }

  @Test
  void whatIsOwedIsKnownWholeUntilItIsHandedIn() {
    owe("skeptic", "r.1");
    owe("skeptic", "r.2");
    owe("other", "r.3");
    Node.await(turns.owe("home", wanted("skeptic", "r.4"), Duration.ZERO));
    List<Agents.Wanted> owed = Node.await(turns.owed("home", "skeptic"));
    assertEquals(List.of("r.1", "r.2"), owed.stream().map(Agents.Wanted::turnId).toList());
    Agents.Wanted first = owed.getFirst();
    assertTrue(first.seconds() > 0 && first.seconds() <= 60, "seconds " + first.seconds());
    assertEquals("Pause?", first.brief().situation().topic());
    assertEquals("The question: ***?", first.prompt().user());
    hand("home", answer("r.1", "So."));
    assertEquals(1, Node.await(turns.owed("home", "skeptic")).size());
    assertEquals(List.of(), Node.await(turns.owed("lab", "skeptic")));
  }

  @Test
  void agentsAreKnownByTenantAndByName() {
    Node.await(turns.join("home", "zoe"));
    Node.await(turns.join("lab", "eve"));
    owe("adam", "r.1");
    hand("home", answer("r.1", "So."));
    List<Agents.Agent> agents = Node.await(turns.agents("home"));
    assertEquals(List.of("adam", "zoe"), agents.stream().map(Agents.Agent::id).toList());
    rig.redis("ZADD", Keys.seen("home"), "1", "zoe");
    assertEquals(
        List.of("adam"), Node.await(turns.agents("home")).stream().map(Agents.Agent::id).toList());
  }

  @Test
  void nothingIsKeptForever() {
    owe("skeptic", "r.1");
    hand("home", answer("r.1", "So."));
    owe("skeptic", "r.2");
    Node.await(turns.join("home", "skeptic"));
    for (String key :
        List.of(
            Keys.turn("r.1"), Keys.turn("r.2"), Keys.owed("home", "skeptic"), Keys.seen("home"))) {
      long life = rig.redis("PTTL", key).toLong();
      assertTrue(life > 0 && life <= Duration.ofDays(1).toMillis(), key + " lives " + life);
    }
  }

  private Optional<Agents.Submit> owe(String agent, String turn) {
    return Node.await(turns.owe("home", wanted(agent, turn), MINUTE));
  }

  private Handed hand(String tenant, Agents.Submit answer) {
    return Node.await(turns.hand(tenant, answer));
  }

  private static Agents.Submit answer(String turn, String text) {
    return answer(turn, text, null);
  }

  private static Agents.Submit answer(String turn, String text, String agent) {
    return new Agents.Submit(
        null, agent, turn, text, 0.25, null, null, null, null, List.of("r1.s1"), null);
  }

  private static Agents.Wanted wanted(String agent, String turn) {
    Llm.Situation situation =
        Wire.read(
            "{\"seed\": 7, \"topic\": \"Pause?\", \"heard\": []}".getBytes(StandardCharsets.UTF_8),
            Llm.Situation.class);
    return new Agents.Wanted(
        turn,
        agent,
        "r",
        "turn",
        60,
        new Llm.Prompt("", "The question: sk-abcdefgh12345678?"),
        new Llm.Brief.Speak(situation));
  }
}
