package io.lida.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.testkit.Node;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {
  private static final String KEY = "lida:test:outbox";

  @TempDir Path home;
  private final AtomicReference<@Nullable RedisConnection> connection = new AtomicReference<>();
  private Rig rig;
  private Context loop;
  private Outbox outbox;

  @BeforeEach
  void anOutboxOnARedis() {
    rig = new Rig(Rig.options(home, ""));
    loop = rig.vertx.getOrCreateContext();
    connection.set(Node.await(rig.raw.connect()));
    outbox = new Outbox(loop, connection::get);
  }

  @AfterEach
  void end() {
    rig.close();
  }

  /** Sends all in one turn of the loop; completes when all are answered, well or badly. */
  private List<Future<Response>> together(Request... requests) {
    Promise<List<Future<Response>>> sent = Promise.promise();
    loop.runOnContext(turn -> sent.complete(Arrays.stream(requests).map(outbox::send).toList()));
    List<Future<Response>> answers = Node.await(sent.future());
    Node.await(Future.join(answers).otherwiseEmpty());
    return answers;
  }

  @Test
  void everyRequestGetsItsOwnAnswer() {
    List<Future<Response>> answers =
        together(
            Request.cmd(Command.SET).arg(KEY).arg("1"),
            Request.cmd(Command.INCR).arg(KEY),
            Request.cmd(Command.GET).arg(KEY + ":none"),
            Request.cmd(Command.GET).arg(KEY));
    assertEquals("OK", answers.get(0).result().toString());
    assertEquals(2, answers.get(1).result().toInteger());
    assertEquals(null, answers.get(2).result());
    assertEquals("2", answers.get(3).result().toString());
  }

  @Test
  void whatRedisRefusesFailsAlone() {
    List<Future<Response>> answers =
        together(
            Request.cmd(Command.SET).arg(KEY).arg("text"),
            Request.cmd(Command.LPUSH).arg(KEY).arg("1"),
            Request.cmd(Command.GET).arg(KEY));
    assertEquals("OK", answers.get(0).result().toString());
    assertTrue(answers.get(1).cause().getMessage().startsWith("WRONGTYPE"));
    assertEquals("text", answers.get(2).result().toString());
  }

  @Test
  void withoutAConnectionAllFail() {
    connection.set(null);
    List<Future<Response>> answers = together(Request.cmd(Command.PING), Request.cmd(Command.PING));
    answers.forEach(answer -> assertTrue(Outage.passing(answer.cause())));
  }
}
