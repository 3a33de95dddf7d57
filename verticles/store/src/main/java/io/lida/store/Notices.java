package io.lida.store;

import io.lida.contract.Monitor.Notice;
import io.lida.contract.Wire;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What happened of late on all nodes: the newest 10,000 notices. Thread-safe. */
public final class Notices {
  /** The most that are kept. */
  public static final int MOST = 10_000;

  /** Notices read by one command, so that Redis is never held for long. */
  private static final int TOGETHER = 500;

  private final Link commands;
  private final Link reads;

  Notices(Link commands, Link reads) {
    this.commands = commands;
    this.reads = reads;
  }

  /**
   * Keeps a notice after all those kept before, and tells it on {@code lida:events} unless it is
   * about a run, whose events are told there by its log. Secrets are masked.
   */
  public Future<Void> keep(Notice notice) {
    return commands
        .call(
            Script.NOTE
                .call(Keys.notices())
                .arg(MOST)
                .arg(Masked.json(Wire.bytes(notice)))
                .arg(notice.family().equals("run") ? "" : "lida:events"))
        .mapEmpty();
  }

  /** The newest notices that are wanted, at most so many, oldest first. */
  public Future<List<Notice>> recall(Predicate<Notice> wanted, int limit) {
    return before("+", wanted, limit, new ArrayList<>()).map(found -> found.reversed());
  }

  private Future<List<Notice>> before(
      String end, Predicate<Notice> wanted, int limit, List<Notice> found) {
    Request request =
        Request.cmd(Command.XREVRANGE)
            .arg(Keys.notices())
            .arg(end)
            .arg("-")
            .arg("COUNT")
            .arg(TOGETHER);
    return reads
        .call(request)
        .compose(
            page -> {
              for (Response entry : page) {
                Notice notice = Wire.read(entry.get(1).get(1).toBytes(), Notice.class);
                if (found.size() < limit && wanted.test(notice)) {
                  found.add(notice);
                }
              }
              return page.size() < TOGETHER || found.size() >= limit
                  ? Future.succeededFuture(found)
                  : before("(" + page.get(page.size() - 1).get(0), wanted, limit, found);
            });
  }
}
