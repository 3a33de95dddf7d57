package io.lida.store;

import io.vertx.core.Future;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the runs whose owner is gone: whose lease has run out by Redis's clock, was let go, or is
 * held by a process of this machine that is no more. Thread-safe.
 */
public final class LeftRuns {
  /** Entries looked at by one script, so that Redis is never held for long. */
  private static final int TOGETHER = 500;

  private final Link link;
  private final NodeIdentity self;

  LeftRuns(Link link, NodeIdentity self) {
    this.link = link;
    this.self = self;
  }

  /**
   * The oldest runs of a status that were left. It costs as much as there are runs of the status.
   *
   * @param most the most runs answered
   */
  public Future<List<Left>> find(String status, int most) {
    Look look = new Look(status, most, Set.of());
    return look.from(0)
        .compose(
            done -> {
              Set<String> dead = new HashSet<>(look.holders);
              dead.removeIf(holder -> !identity(holder).goneAsSeenFrom(self));
              if (dead.isEmpty()) {
                return Future.succeededFuture(look.left);
              }
              Look again = new Look(status, most, dead);
              return again.from(0).map(whole -> again.left);
            })
        .map(List::copyOf);
  }

  private NodeIdentity identity(String holder) {
    String[] parts = holder.split("\n", -1);
    return new NodeIdentity(
        parts[0], self.host(), Long.parseLong(parts[1]), Instant.parse(parts[2]));
  }

  /** One look over the index, page by page. */
  private final class Look {
    private final String status;
    private final int most;
    private final Set<String> dead;
    private final List<Left> left = new ArrayList<>();
    private final Set<String> holders = new HashSet<>();

    Look(String status, int most, Set<String> dead) {
      this.status = status;
      this.most = most;
      this.dead = dead;
    }

    Future<?> from(int rank) {
      return link.call(request(rank))
          .compose(
              answer -> {
                take(answer);
                boolean over = answer.get(0).toInteger() < TOGETHER || left.size() >= most;
                return over ? Future.succeededFuture() : from(rank + TOGETHER);
              });
    }

    private Request request(int rank) {
      Request request =
          Script.LEFT
              .call(Keys.status(status))
              .arg(Keys.RUN)
              .arg(Keys.SUMMARY)
              .arg(Keys.OWN)
              .arg(Leases.LIFE.toMillis())
              .arg(self.host())
              .arg(rank)
              .arg(TOGETHER);
      dead.forEach(request::arg);
      return request;
    }

    private void take(Response answer) {
      Response found = answer.get(1);
      for (int i = 0; i < found.size() && left.size() < most; i += 3) {
        String owner = found.get(i + 1).toString();
        long silent = found.get(i + 2).toLong();
        left.add(
            new Left(
                found.get(i).toString(),
                owner.isEmpty() ? null : owner,
                silent < 0 ? null : silent));
      }
      for (Response holder : answer.get(2)) {
        holders.add(holder.toString());
      }
    }
  }
}
