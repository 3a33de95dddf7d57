package io.lida.proof.bench;

import io.lida.store.RedisOptions;
import io.lida.store.RedisServer;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import java.nio.file.Path;
import java.util.Map;

/**
 * The floor of an append: a bare XADD of as many bytes, neither fenced nor chained nor mirrored.
 */
final class RawAppends {
  private static final String PAYLOAD = "x".repeat(420);

  private RawAppends() {}

  static Map<String, Double> measure(Vertx vertx, Path home, Task task) {
    RedisServer server = RedisServer.find(RedisOptions.defaults(home));
    io.vertx.redis.client.RedisOptions options =
        new io.vertx.redis.client.RedisOptions()
            .setConnectionString(server.url())
            .setMaxWaitingHandlers(1 << 17);
    Redis redis = Redis.createClient(vertx, options);
    RedisConnection connection = redis.connect().await();
    int[] turn = {0};
    Pump pump =
        new Pump(
            () ->
                connection.send(
                    Request.cmd(Command.XADD)
                        .arg("lida:bench:raw:" + turn[0]++ % 200)
                        .arg("*")
                        .arg("payload")
                        .arg(PAYLOAD)),
            task.total());
    vertx.getOrCreateContext().runOnContext(go -> pump.start(task.atOnce()));
    pump.over().await();
    redis.close().await();
    return pump.figures();
  }
}
