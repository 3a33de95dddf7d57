package io.lida.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.Event;
import io.lida.contract.Runs;
import io.lida.testkit.Node;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@MethodSource("io.lida.store.Rig#paths")
class RunIndexTest {
  @Parameter String path;
  @TempDir Path home;
  private Rig rig;
  private Store store;
  private RunIndex index;

  @BeforeEach
  void anEmptyIndex() {
    rig = new Rig(Rig.options(home, path));
    store = rig.store();
    index = store.index();
  }

  @AfterEach
  void end() {
    rig.close();
  }

  private void enter(String run, String status, int minute) {
    Runs.Summary summary = Rig.summary(run, status, minute);
    assertEquals(new Created.New(run), Node.await(index.create(run, null, "d", summary)));
  }

  private List<String> ids(String status, int limit) {
    return Node.await(index.list(Runs.Query.newest(status, null, limit))).runs().stream()
        .map(Runs.Summary::id)
        .toList();
  }

  @Test
  void fiftyAtOnceUnderOneKeyMakeOneRun() {
    List<Future<Created>> all =
        IntStream.range(0, 50)
            .mapToObj(i -> index.create("r" + i, "key", "d", Rig.summary("r" + i, "queued", i)))
            .toList();
    Node.await(Future.all(all));
    Set<String> runs = all.stream().map(one -> one.result().run()).collect(Collectors.toSet());
    assertEquals(1, runs.size());
    assertEquals(1, all.stream().filter(one -> one.result() instanceof Created.New).count());
    assertEquals(49, all.stream().filter(one -> one.result() instanceof Created.Existing).count());
    assertEquals(1, Node.await(index.list(Runs.Query.newest(null, null, 100))).runs().size());
  }

  @Test
  void anotherRequestUnderTheSameKeyIsToldApart() {
    Runs.Summary first = Rig.summary("r1", "queued", 1);
    Node.await(index.create("r1", "key", "d1", first));
    Runs.Summary second = Rig.summary("r2", "queued", 2);
    assertEquals(new Created.Mismatch("r1"), Node.await(index.create("r2", "key", "d2", second)));
    assertEquals(new Created.Existing("r1"), Node.await(index.create("r2", "key", "d1", second)));
    assertEquals(
        new Created.Taken("r1"),
        Node.await(index.create("r1", null, "d", Rig.summary("r1", "queued", 5))));
    assertEquals(new Created.New("r1"), Node.await(index.create("r1", "key", "d1", first)));
    assertTrue(rig.redis("PTTL", Keys.idempotency(Event.digest("key"))).toLong() > 86_000_000);
  }

  @Test
  void runsAreListedNewestFirstAndByStatus() {
    IntStream.range(0, 250).forEach(i -> enter("r" + i, "completed", i));
    enter("p", "paused", 300);
    assertEquals(List.of("p", "r249", "r248"), ids(null, 3));
    assertEquals(251, ids(null, 1_000).size());
    assertEquals(List.of("r249", "r248"), ids("completed", 2));
    Node.await(index.put(Rig.lease(store, "p"), Rig.summary("p", "completed", 300)));
    assertEquals(List.of(), ids("paused", 10));
    assertEquals(List.of("p", "r249"), ids("completed", 2));
    assertThrows(
        IllegalArgumentException.class,
        () -> Node.await(index.list(Runs.Query.newest(null, null, 0))));
  }

  @Test
  void pagesHoldEachRunOnceWhateverComesAndGoesBetweenThem() {
    IntStream.range(0, 8).forEach(i -> enter("r" + i, "completed", i / 3));
    Runs.Listing first = Node.await(index.list(Runs.Query.newest("completed", null, 3)));
    assertEquals(List.of("r7", "r6", "r5"), ids(first));
    enter("r9", "completed", 9);
    assertTrue(Node.await(index.remove("r5")));
    Runs.Listing second = after(first, 3);
    assertEquals(List.of("r4", "r3", "r2"), ids(second));
    Runs.Listing third = after(second, 3);
    assertEquals(List.of("r1", "r0"), ids(third));
    assertEquals(null, third.next());
    assertEquals(Runs.Listing.whole(List.of()), after(new Runs.Listing(List.of(), "0-a"), 3));
  }

  @Test
  void pagesGoOnWhereTheyEndedThoughARunSaysAnotherBeginningThanItsEntry() {
    IntStream.range(0, 4).forEach(i -> enter("r" + i, "completed", i));
    for (String run : List.of("r0", "r1", "r2", "r3")) {
      Lease lease = Rig.lease(store, run);
      Node.await(index.put(lease, Rig.summary(run, "completed", 100)));
      Node.await(store.leases().release(lease));
    }
    List<String> read = new ArrayList<>();
    Runs.Query query = Runs.Query.newest(null, null, 1);
    for (Runs.Listing page = Node.await(index.list(query)); page.next() != null; ) {
      read.addAll(ids(page));
      page = Node.await(index.list(new Runs.Query(null, null, 1, page.next())));
    }
    assertEquals(List.of("r3", "r2", "r1", "r0"), read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "r5", "-r5", "+inf-", "1-", "1e9-a", "99999999999999999999-a", "1-a b"})
  void aPlaceThatNoListingGaveIsRefused(String place) {
    assertThrows(
        IllegalArgumentException.class, () -> after(new Runs.Listing(List.of(), place), 3));
  }

  private Runs.Listing after(Runs.Listing page, int limit) {
    return Node.await(index.list(new Runs.Query("completed", null, limit, page.next())));
  }

  private static List<String> ids(Runs.Listing page) {
    return page.runs().stream().map(Runs.Summary::id).toList();
  }

  @Test
  void aRunningRunWithoutALiveOwnerReadsAsInterrupted() {
    enter("r", "running", 1);
    enter("q", "queued", 2);
    enter("i", "interrupted", 3);
    assertEquals("running", Node.await(index.find("r")).orElseThrow().status());
    Lease lease = Rig.lease(store, "r");
    assertEquals(List.of("r"), ids("running", 10));
    Node.await(store.leases().release(lease));
    assertEquals("interrupted", Node.await(index.find("r")).orElseThrow().status());
    assertEquals(List.of(), ids("running", 10));
    assertEquals(List.of("i", "r"), ids("interrupted", 10));
    // As if nobody had taken the queued run for more than a lease's life.
    rig.redis("HSET", Keys.summary("q"), "entered", "1");
    assertEquals(List.of("q"), ids("queued", 10));
    assertEquals("queued", Node.await(index.find("q")).orElseThrow().status());
  }

  @Test
  void noMoreThanTheMostMayWait() {
    List<Future<Created>> all =
        IntStream.range(0, 5)
            .mapToObj(
                i -> index.create("r" + i, "key" + i, "d", Rig.summary("r" + i, "queued", i), 3))
            .toList();
    Node.await(Future.all(all));
    assertEquals(3, all.stream().filter(one -> one.result() instanceof Created.New).count());
    assertEquals(new Created.Full("r4"), all.get(4).result());
    assertEquals(3, Node.await(index.count("queued")));
    assertEquals(3, ids(null, 10).size());
    Runs.Summary again = Rig.summary("r9", "queued", 9);
    assertEquals(new Created.Existing("r0"), Node.await(index.create("r9", "key0", "d", again, 3)));
  }

  @Test
  void aFinishedRunIsKeptForItsRetentionAndThenVanishes() {
    enter("r", "running", 1);
    enter("s", "completed", 2);
    Lease lease = Rig.lease(store, "r");
    LogWriter writer = store.log().writer(lease, 0, Event.GENESIS);
    Node.await(writer.append("r1", Rig.round(1)));
    Node.await(index.finish(lease, Rig.summary("r", "completed", 1), Duration.ofHours(1)));
    for (String key : List.of(Keys.log("r"), Keys.own("r"), Keys.summary("r"))) {
      long left = rig.redis("PTTL", key).toLong();
      assertTrue(left > 3_590_000 && left <= 3_600_000, () -> key + " has " + left + " ms");
    }
    assertEquals(List.of("s", "r"), ids("completed", 10));
    Node.await(index.finish(lease, Rig.summary("r", "completed", 1), Duration.ofMillis(1)));
    Node.until("the run to expire", () -> Node.await(index.find("r")).isEmpty());
    assertEquals(List.of("s"), ids(null, 10));
    assertEquals(1, rig.redis("ZCARD", Keys.all()).toInteger());
    assertEquals(1, rig.redis("ZCARD", Keys.status("completed")).toInteger());
  }

  @Test
  void aRemovedRunStaysRemoved() {
    enter("r", "completed", 1);
    assertTrue(Node.await(index.remove("r")));
    assertEquals(false, Node.await(index.remove("r")));
    Node.await(index.put(Rig.lease(store, "r"), Rig.summary("r", "completed", 1)));
    assertEquals(Optional.empty(), Node.await(index.find("r")));
    assertEquals(List.of(), ids(null, 10));
  }

  @Test
  void onlyARunThatNeverBeganIsForgottenAndOnlyByItsOwner() {
    enter("r", "running", 1);
    Lease before = Rig.lease(store, "r");
    Lease now = Rig.lease(store, "r");
    assertEquals(false, Node.await(index.forget(before)));
    assertTrue(Node.await(index.forget(now)));
    assertEquals(Optional.empty(), Node.await(index.find("r")));

    enter("s", "running", 1);
    Lease own = Rig.lease(store, "s");
    Node.await(store.log().writer(own, 0, Event.GENESIS).append("begin", Rig.round(1)));
    assertEquals(false, Node.await(index.forget(own)));
    assertTrue(Node.await(index.find("s")).isPresent());
  }

  @Test
  void aKeyOfAForgottenRunIsFree() {
    Runs.Summary ghost = Rig.summary("ghost", "running", 1);
    Node.await(index.create("ghost", "key", "d", ghost));
    Node.await(index.forget(Rig.lease(store, "ghost")));
    Created again = Node.await(index.create("r", "key", "d", Rig.summary("r", "running", 2)));
    assertEquals(new Created.New("r"), again);
  }

  @Test
  void whatAnEarlierOwnerPutsChangesNothing() {
    enter("r", "running", 1);
    Lease before = Rig.lease(store, "r");
    Lease now = Rig.lease(store, "r");
    Node.await(index.put(before, Rig.summary("r", "paused", 1)));
    assertEquals("running", Node.await(index.find("r")).orElseThrow().status());
    Node.await(index.put(now, Rig.summary("r", "paused", 1)));
    assertEquals(List.of("r"), ids("paused", 10));
  }

  @Test
  void aSummaryMustBeOfItsRun() {
    assertThrows(
        IllegalArgumentException.class,
        () -> index.create("a", null, "d", Rig.summary("b", "queued", 1)));
  }
}
