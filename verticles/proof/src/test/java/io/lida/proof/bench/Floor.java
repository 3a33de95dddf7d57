package io.lida.proof.bench;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.Map;

/** The floor: a bare Vert.x client on one event loop does the same debates. */
final class Floor implements Worker {
  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final HttpClient client =
      vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(16_384));
  private final RequestOptions target;

  private Floor(int port) {
    target = FloorDebate.target(port);
  }

  /** Works for a driver; the argument is the stub's port. */
  public static void main(String[] words) throws Exception {
    Worker.serve(new Floor(Integer.parseInt(words[0])));
    System.exit(0);
  }

  @Override
  public Map<String, Double> work(Task task) {
    return switch (task.what()) {
      case "debates" -> debates(task);
      case "bus" -> RawBus.measure(vertx, task);
      default -> throw new IllegalArgumentException("the floor knows no " + task.what());
    };
  }

  private Map<String, Double> debates(Task task) {
    Vitals.forgetPeak();
    Promise<Void> over = Promise.promise();
    Context loop = vertx.getOrCreateContext();
    Course course = new Course(task.total(), over);
    loop.runOnContext(
        turn -> {
          for (int i = 0; i < Math.min(task.atOnce(), task.total()); i++) {
            course.next();
          }
        });
    over.future().await();
    double expected = Topics.checksum(0, task.total(), FloorDebate.CALLS);
    long calls = (long) task.total() * FloorDebate.CALLS;
    return Map.of(
        "turns",
        (double) course.calls,
        "wrong",
        Topics.wrong(expected, course.checksum, calls, course.calls));
  }

  /** The debates of one task; all on the event loop. */
  private final class Course {
    private final int total;
    private final Promise<Void> over;
    private int begun;
    private int ended;
    private long calls;
    private double checksum;

    Course(int total, Promise<Void> over) {
      this.total = total;
      this.over = over;
    }

    void next() {
      Future<FloorDebate> debate = new FloorDebate(client, target, Topics.of(begun++)).hold();
      debate.onFailure(over::tryFail).onSuccess(this::ended);
    }

    private void ended(FloorDebate debate) {
      calls += debate.calls();
      checksum += debate.checksum();
      if (Double.isNaN(debate.vote())) {
        over.tryFail("a vote without a value");
      }
      if (++ended == total) {
        over.tryComplete();
      } else if (begun < total) {
        next();
      }
    }
  }
}
