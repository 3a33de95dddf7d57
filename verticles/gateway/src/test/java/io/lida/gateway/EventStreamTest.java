package io.lida.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.Event;
import io.lida.contract.RunEvent;
import io.lida.contract.Runs;
import io.lida.testkit.BusExtension;
import io.lida.testkit.Node;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(BusExtension.class)
class EventStreamTest {
  private static final String RUN = "run-1";

  private final List<Event> log = new CopyOnWriteArrayList<>();
  private Node node;
  private House house;

  @BeforeEach
  void aRunWithALog(Node fresh, @TempDir Path folder) {
    node = fresh;
    house = House.open(node, folder);
    node.pretend(Runs.FIND, find -> Samples.run(RUN, "home", "running"));
    node.pretend(
        Runs.EVENTS,
        asked ->
            new Runs.Stretch(
                log.stream()
                    .filter(event -> event.seq() > asked.seq())
                    .limit(asked.limit())
                    .toList(),
                "running",
                log.size()));
  }

  @Test
  void theLogComesFirstAndThenWhatHappens() {
    append(3);
    StringBuffer heard = watch("/stream?run=" + RUN, null);
    Node.until("the log", () -> ids(heard).size() == 3);
    append(1);
    node.bus().tell(Runs.live(RUN), log.getLast());
    Node.until("what happened", () -> ids(heard).size() == 4);

    assertEquals(List.of(1L, 2L, 3L, 4L), ids(heard));
    assertTrue(
        heard.toString().contains("event: round_opened\ndata: {\"schema\":\"lida.event/v1\""));
  }

  @Test
  void whoComesBackMissesNothingAndHearsNothingTwice() {
    append(700);
    StringBuffer heard = watch("/stream?run=" + RUN, "300");
    Node.until("the rest", () -> ids(heard).size() >= 400);

    assertEquals(LongStream.rangeClosed(301, 700).boxed().toList(), ids(heard));
  }

  @Test
  void anEventThatWasMissedOnTheBusIsReadFromTheLog() {
    append(2);
    StringBuffer heard = watch("/stream?run=" + RUN, null);
    Node.until("the log", () -> ids(heard).size() == 2);
    append(3);
    node.bus().tell(Runs.live(RUN), log.getLast());
    Node.until("all of it", () -> ids(heard).size() == 5);

    assertEquals(List.of(1L, 2L, 3L, 4L, 5L), ids(heard));
  }

  @Test
  void theStreamEndsWithTheRun() {
    append(1);
    StringBuffer heard = watch("/stream?run=" + RUN, null);
    Node.until("the log", () -> ids(heard).size() == 1);
    log.add(Samples.event(RUN, 2, new RunEvent.RunCancelled("asked")));
    node.bus().tell(Runs.live(RUN), log.getLast());

    Node.until("the end", () -> heard.toString().endsWith("closed"));
    assertTrue(
        heard
            .toString()
            .contains("event: end\ndata: {\"run\":\"run-1\",\"status\":\"cancelled\"}"));
  }

  private void append(int events) {
    for (int more = 0; more < events; more++) {
      log.add(Samples.round(RUN, log.size() + 1));
    }
  }

  private StringBuffer watch(String path, String last) {
    StringBuffer heard = new StringBuffer();
    RequestOptions request = new RequestOptions().setMethod(HttpMethod.GET).setURI(path);
    request.addHeader("Authorization", "Bearer " + house.key);
    if (last != null) {
      request.addHeader("Last-Event-ID", last);
    }
    Node.await(
        House.onLoop(
            node,
            () ->
                house
                    .client
                    .request(request)
                    .compose(open -> open.send())
                    .onSuccess(
                        response -> {
                          response.handler(chunk -> heard.append(chunk.toString()));
                          response.endHandler(end -> heard.append("closed"));
                        })));
    return heard;
  }

  private static List<Long> ids(StringBuffer heard) {
    return Pattern.compile("(?m)^id: ([0-9]+)$")
        .matcher(heard.toString())
        .results()
        .map((MatchResult found) -> Long.parseLong(found.group(1)))
        .toList();
  }
}
