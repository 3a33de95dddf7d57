package io.lida.deliberation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.Deliberation;
import io.lida.contract.Event;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Game;
import io.lida.contract.Llm.Complete;
import io.lida.contract.Llm.Completion;
import io.lida.contract.Play;
import io.lida.contract.Run;
import io.lida.contract.RunEvent;
import io.lida.contract.Scenario;
import io.lida.deliberation.DeliberationOptions.Capacity;
import io.lida.store.RedisOptions;
import io.lida.store.RedisServer;
import io.lida.testkit.Altered;
import io.lida.testkit.FaultProxy;
import io.lida.testkit.FaultProxy.Point;
import io.lida.testkit.Node;
import io.vertx.core.Future;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An owner that dies at any append, before Redis hears of it or after Redis has it: in the middle
 * of private probes, and in the middle of the moves of a game.
 */
@Timeout(120)
class DeathAtEachAppendTest {
  /** What is played, and the fewest appends that are in it. */
  enum Subject {
    PROBES(14) {
      @Override
      Scenario scenario() {
        Scenario debate = EngineNode.debate(2, 2);
        return Altered.of(
            debate, "/deliberation/probes", new Scenario.Probes(true, true, true, List.of()));
      }

      @Override
      Future<Completion> answer(Complete call) {
        return call.call().startsWith("p")
            ? said("{\"stance\":0.1,\"confidence\":0.5,\"reason\":\"" + call.call() + "\"}")
            : EngineNode.AGREES.apply(call);
      }

      @Override
      List<String> ids(Run run) {
        return Stream.of(
                run.turns().stream().map(RunEvent.Turn::id),
                run.probes().stream().map(RunEvent.Probe::id),
                run.votes().stream().map(RunEvent.Vote::id))
            .flatMap(ids -> ids)
            .toList();
      }
    },
    GAME(12) {
      @Override
      Scenario scenario() {
        Scenario seats = Fixture.scenario(Scenario.Mode.GAME, Scenario.Order.SIMULTANEOUS, 2, 3);
        Game.Player coded = new Game.Player(Game.By.DYNAMICS, null);
        return Altered.of(
            seats,
            "/game",
            new Game(Game.Name.AGI_RACE, Game.Form.PRECIPICE, Map.of(), Map.of("p2", coded)));
      }

      @Override
      Future<Completion> answer(Complete call) {
        double move = call.call().endsWith("s1") ? 0.75 : 0.4;
        return said("{\"move\":" + move + ",\"reason\":\"" + call.call() + "\"}");
      }

      @Override
      List<String> ids(Run run) {
        return run.game().rounds().stream()
            .flatMap(round -> round.moves().stream())
            .map(Play.Move::id)
            .toList();
      }
    };

    private final int fewest;

    Subject(int fewest) {
      this.fewest = fewest;
    }

    abstract Scenario scenario();

    abstract Future<Completion> answer(Complete call);

    /** What is in the document, each by the id of the call that asked for it. */
    abstract List<String> ids(Run run);

    private static Future<Completion> said(String reply) {
      return Future.succeededFuture(EngineNode.reply(reply));
    }
  }

  @TempDir Path home;
  private RedisServer redis;
  private EngineNode heir;

  @BeforeEach
  void somebodyWhoWillGoOn() {
    redis = RedisServer.find(RedisOptions.defaults(home));
    heir = EngineNode.server(redis, home, "heir", Capacity.OWN, EngineNode.SILENT);
  }

  @AfterEach
  void noMore() {
    heir.close();
    redis.close();
  }

  @ParameterizedTest
  @EnumSource(Subject.class)
  void aRunWhoseOwnerDiedIsWholeWhenAnotherHasGoneOn(Subject subject) {
    heir.model(subject::answer);
    String calm = heir.begin(subject.scenario());
    heir.until(calm, "completed");
    Run whole = heir.show(calm);
    try (ExecutorService lanes = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Integer>> deaths = new ArrayList<>();
      for (Point point : Point.values()) {
        deaths.add(CompletableFuture.supplyAsync(() -> deaths(subject, whole, point), lanes));
      }
      for (CompletableFuture<Integer> each : deaths) {
        assertTrue(each.join() >= subject.fewest, "died only " + each.join() + " times");
      }
    }
  }

  private int deaths(Subject subject, Run whole, Point point) {
    int deaths = 0;
    while (diesAndIsWhole(subject, whole, deaths + 1, point)) {
      deaths++;
    }
    return deaths;
  }

  /** Whether the run came to that append at all. */
  private boolean diesAndIsWhole(Subject subject, Run whole, int append, Point point) {
    try (Mortal owner = new Mortal(append, point, subject::answer)) {
      String run = owner.begin(subject.scenario());
      Node.until("it died or is done", () -> owner.dead || heir.status(run).equals("completed"));
      if (!owner.dead) {
        return false;
      }
      List<Event> left = heir.log(run);
      Set<String> lost = underWay(left);
      if (left.isEmpty()) {
        assertEquals(FaultCode.NOT_FOUND, refusal(run).code());
        assertEquals(0, owner.node.asked.size());
        return true;
      }
      if (left.getLast().payload() instanceof RunEvent.RunCompleted) {
        assertEquals(FaultCode.CONFLICT, refusal(run).code());
      } else {
        heir.resume(run);
        heir.until(run, "completed");
        assertEquals(1, heir.count(run, RunEvent.RunResumed.class));
      }
      assertWhole(subject, whole, run);
      assertAsked(run, owner, lost, subject.ids(whole));
      return true;
    } catch (AssertionError | RuntimeException failure) {
      throw new AssertionError("died at append " + append + ", " + point, failure);
    }
  }

  private Fault refusal(String run) {
    try {
      heir.resume(run);
      throw new AssertionError("taken up: " + run);
    } catch (Fault refused) {
      return refused;
    }
  }

  private static Set<String> underWay(List<Event> log) {
    Set<String> calls = new HashSet<>();
    if (!log.isEmpty()) {
      State state = State.of(log);
      log.stream()
          .map(Event::payload)
          .filter(RunEvent.CallsAsked.class::isInstance)
          .flatMap(asked -> ((RunEvent.CallsAsked) asked).calls().stream())
          .map(RunEvent.Call::id)
          .filter(state::underWay)
          .forEach(calls::add);
    }
    return calls;
  }

  /** Numbers and hashes in one chain, and each probe, turn, vote and move once and the same. */
  private void assertWhole(Subject subject, Run whole, String run) {
    String before = Event.GENESIS;
    List<Event> log = heir.log(run);
    for (int i = 0; i < log.size(); i++) {
      assertEquals(i + 1, log.get(i).seq());
      assertEquals(before, log.get(i).prevHash());
      before = log.get(i).hash();
    }
    Run resumed = heir.show(run);
    assertEquals(subject.ids(whole), subject.ids(resumed));
    assertEquals(List.of(), resumed.failures());
    assertEquals(whole.turns(), resumed.turns());
    assertEquals(whole.probes(), resumed.probes());
    assertEquals(whole.votes(), resumed.votes());
    assertEquals(whole.decision(), resumed.decision());
    assertEquals(whole.game(), resumed.game());
    assertEquals(whole.usage(), resumed.usage());
  }

  /** Nobody is asked twice but for a call whose answer died with the owner. */
  private void assertAsked(String run, Mortal owner, Set<String> lost, List<String> ids) {
    Map<String, Integer> asked = new HashMap<>();
    Stream.concat(owner.node.asked.stream(), heir.asked.stream())
        .filter(call -> run.equals(call.run()))
        .forEach(call -> asked.merge(call.call(), 1, Integer::sum));
    assertTrue(ids.containsAll(asked.keySet()), () -> "asked for nothing else: " + asked);
    asked.forEach(
        (call, times) -> assertTrue(times <= (lost.contains(call) ? 2 : 1), call + " " + times));
  }

  /** An engine that for all others is dead once it comes to an append. */
  private final class Mortal implements AutoCloseable {
    private final CompletableFuture<String> run = new CompletableFuture<>();
    private final Map<Point, Integer> appends = new EnumMap<>(Point.class);
    private final int last;
    private final Point at;
    private final FaultProxy proxy;
    private final EngineNode node;
    private volatile boolean dead;

    Mortal(int last, Point at, Function<Complete, Future<Completion>> model) {
      this.last = last;
      this.at = at;
      URI direct = URI.create(redis.url());
      proxy =
          FaultProxy.start(
              UnixDomainSocketAddress.of(direct.getPath()), words -> true, this::passes);
      String url = "redis://" + direct.getRawUserInfo() + "@127.0.0.1:" + proxy.port();
      node =
          EngineNode.doomed(
              RedisServer.find(RedisOptions.defaults(home).withUrl(url)), home, model);
    }

    private synchronized boolean passes(int number, Point point, List<String> words) {
      if (!dead && FaultProxy.APPENDS.test(words)) {
        String key = words.get(3);
        run.complete(key.substring(key.indexOf('{') + 1, key.indexOf('}')));
        dead = appends.merge(point, 1, Integer::sum) == last && point == at;
      }
      return !dead;
    }

    String begin(Scenario scenario) {
      node.node.bus().request(Deliberation.START, EngineNode.start(scenario, null));
      return run.join();
    }

    @Override
    public void close() {
      node.die();
      proxy.close();
    }
  }
}
