package io.lida.proof.bench;

import io.lida.contract.Deliberation;
import io.lida.contract.Run;
import io.lida.launcher.House;
import io.lida.launcher.Settings;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A whole house, and a client of its bus in the same process. */
final class HouseWorker implements Worker {
  private static final int PATIENCE_SECONDS = 300;

  private final Path home;
  private final House house;
  private final Vertx vertx;
  private int numbers;

  private HouseWorker(Path root, Path home, int port) throws IOException {
    this.home = home;
    Company.moveInto(home);
    Map<String, String> environment = new TreeMap<>(System.getenv());
    environment.put("LIDA_LOCAL_BASE_URL", "http://127.0.0.1:" + port + "/v1");
    house =
        House.open(
            Settings.read(
                new Settings.Sources(root, home, environment, Map.of("home", home.toString()))));
    vertx = Vertx.vertx(); // after the house, which says where logs go
  }

  /** Works for a driver; the arguments are the project's folder, a data folder, the stub's port. */
  public static void main(String[] words) throws Exception {
    HouseWorker worker =
        new HouseWorker(Path.of(words[0]), Path.of(words[1]), Integer.parseInt(words[2]));
    Worker.serve(worker);
    worker.house.close();
    System.exit(0);
  }

  @Override
  public Map<String, Double> work(Task task) throws Exception {
    return switch (task.what()) {
      case "debates" -> debates(task, Company.SHORT, false);
      case "finished" -> debates(task, Company.FINISHED, false);
      case "kept" -> debates(task, Company.SHORT, true);
      case "bus" -> TypedBus.measure(vertx, task);
      case "appends" -> Appends.asFastAsCanBe(vertx, home, task);
      case "paced" -> Appends.paced(vertx, home, task);
      case "raw_appends" -> RawAppends.measure(vertx, home, task);
      case "fold" -> fold(task);
      default -> throw new IllegalArgumentException("the house knows no " + task.what());
    };
  }

  private Map<String, Double> debates(Task task, Company company, boolean kept) throws Exception {
    int first = numbers;
    numbers += task.total();
    Vitals.forgetPeak();
    Vitals before = Vitals.now();
    long begin = System.nanoTime();
    Course course = new Course(first, task.total(), company, kept);
    for (int i = 0; i < Math.min(task.atOnce(), task.total()); i++) {
      course.next();
    }
    course.over.future().await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    Map<String, Double> figures = new TreeMap<>();
    figures.put("seconds", (System.nanoTime() - begin) / 1e9);
    figures.putAll(Vitals.now().since(before));
    figures.put("turns", (double) course.answered);
    figures.put("wrong", course.wrong() + logged(course.runs));
    return figures;
  }

  /** How many of these runs do not have in their log what they should. */
  private double logged(List<String> runs) throws Exception {
    double wrong = 0;
    for (int i = 0; i < runs.size(); i += Math.max(1, runs.size() / 20)) {
      Run run =
          house
              .bus()
              .request(Deliberation.SHOW, new Deliberation.Show(runs.get(i)))
              .await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      boolean whole =
          run.status().equals("completed")
              && run.turns().size() == FloorDebate.SEATS * FloorDebate.ROUNDS
              && run.votes().size() == FloorDebate.SEATS
              && run.usage().calls() == FloorDebate.CALLS;
      wrong += whole ? 0 : 1;
    }
    return wrong;
  }

  private Map<String, Double> fold(Task task) throws Exception {
    LidaDebate debate =
        new LidaDebate(house.bus(), Motion.longDebate(numbers++), 1_020)
            .hold()
            .await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    double best = Double.MAX_VALUE;
    int turns = 0;
    for (int i = 0; i < task.total(); i++) {
      long begin = System.nanoTime();
      turns =
          house
              .bus()
              .request(Deliberation.SHOW, new Deliberation.Show(debate.run()))
              .await(PATIENCE_SECONDS, TimeUnit.SECONDS)
              .turns()
              .size();
      best = Math.min(best, (System.nanoTime() - begin) / 1e6);
    }
    return Map.of("fold_ms", best, "wrong", turns == 1_000 ? 0.0 : 1.0);
  }

  /** The debates of one task; their ends may come on any thread. */
  private final class Course {
    private final int first;
    private final int total;
    private final Company company;
    private final boolean kept;
    private final Promise<Void> over = Promise.promise();
    private final List<String> runs = new ArrayList<>();
    private int begun;
    private int ended;
    private long answered;
    private double checksum;

    Course(int first, int total, Company company, boolean kept) {
      this.company = company;
      this.kept = kept;
      this.first = first;
      this.total = total;
    }

    synchronized void next() {
      Future<LidaDebate> debate =
          new LidaDebate(
                  house.bus(), Motion.debate(first + begun++, company, kept), FloorDebate.CALLS)
              .hold();
      debate.onFailure(over::tryFail).onSuccess(this::ended);
    }

    private synchronized void ended(LidaDebate debate) {
      runs.add(debate.run());
      answered += debate.answered();
      checksum += debate.checksum();
      if (++ended == total) {
        over.tryComplete();
      } else if (begun < total) {
        next();
      }
    }

    synchronized double wrong() {
      double expected = Topics.checksum(first, total, FloorDebate.SEATS * FloorDebate.ROUNDS);
      return Topics.wrong(expected, checksum, (long) total * FloorDebate.CALLS, answered);
    }
  }
}
