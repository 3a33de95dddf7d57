package io.lida.launcher;

import io.lida.analysis.StudyOptions;
import io.lida.analysis.StudyVerticle;
import io.lida.contract.Monitor;
import io.lida.deliberation.DeliberationOptions;
import io.lida.deliberation.DeliberationVerticle;
import io.lida.llm.LlmOptions;
import io.lida.llm.LlmVerticle;
import io.lida.personas.PersonasOptions;
import io.lida.personas.PersonasVerticle;
import io.lida.store.RunsVerticle;
import io.vertx.core.Deployable;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The rooms of every house, and who goes first when it closes. Not thread-safe but where it says
 * so.
 *
 * <p>A room that awaits gets virtual threads; one that must never block gets an event loop.
 */
final class Rooms {
  /** Changes whenever a log of an older engine could not be folded by this one. */
  private static final String ENGINE = "1";

  private static final long SECONDS_TO_LEAVE = 2;
  private static final DeploymentOptions LOOP = new DeploymentOptions();
  private static final DeploymentOptions THREADS =
      new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD);

  private final Foundation ground;
  private final DeliberationVerticle engine;
  private final List<Future<String>> deployed = new ArrayList<>();
  private volatile boolean up;

  private Rooms(Foundation ground, DeliberationVerticle engine) {
    this.ground = ground;
    this.engine = engine;
  }

  /** Deploys all rooms side by side. */
  static Rooms open(Foundation ground, Settings settings, DeliberationOptions options) {
    InstantSource clock = InstantSource.system();
    Path root = settings.root();
    Path home = settings.home();
    Rooms rooms = records(ground, options);
    rooms.deploy(new PersonasVerticle(PersonasOptions.defaults(root, home), clock), THREADS);
    rooms.deploy(
        new LlmVerticle(
            new LlmOptions(home, root.resolve("conf"), settings.environment()),
            ground.store().buckets(),
            ground.store().turns(),
            clock,
            new SecureRandom()),
        LOOP);
    boolean adopts = options.capacity().adopts();
    rooms.deploy(
        new StudyVerticle(
            StudyOptions.defaults(options.retention(), adopts),
            ground.store(),
            clock,
            new SecureRandom()),
        THREADS);
    return rooms;
  }

  /** Deploys those that tell of the runs kept: nobody is there who could speak in one. */
  static Rooms records(Foundation ground, DeliberationOptions options) {
    InstantSource clock = InstantSource.system();
    var engine = new DeliberationVerticle(options, ground.store(), clock, new SecureRandom());
    Rooms rooms = new Rooms(ground, engine);
    rooms.deploy(engine, LOOP);
    rooms.deploy(new RunsVerticle(ground.store()), LOOP);
    return rooms;
  }

  /** Deploys one more room, on an event loop. */
  Future<String> add(Deployable room) {
    return deploy(room, LOOP);
  }

  private Future<String> deploy(Deployable room, DeploymentOptions options) {
    Future<String> deployment = ground.vertx().deployVerticle(room, options);
    deployed.add(deployment);
    return deployment;
  }

  /** Waits until every room answers, or throws what kept one from it. */
  void ready() {
    Future.all(deployed).await();
    up = true;
  }

  /**
   * Whether every room answers: the door may be open before, and then what it is asked finds
   * nobody. Thread-safe.
   */
  Monitor.Point point() {
    return new Monitor.Point("rooms", up, up ? "all answer" : "not all answer yet");
  }

  DeliberationVerticle engine() {
    return engine;
  }

  /** Closes one room before the others. */
  void leave(Future<String> room) {
    deployed.remove(room);
    Foundation.await("a room", undeploy(room), SECONDS_TO_LEAVE);
  }

  /**
   * Closes the engine, which may wait so long for the calls under way, then all others; rooms that
   * did not come up are passed over.
   */
  void close(long secondsForTheEngine) {
    Foundation.await("the engine", undeploy(deployed.getFirst()), secondsForTheEngine);
    List<Future<Void>> others = deployed.stream().skip(1).map(this::undeploy).toList();
    Foundation.await("a room", Future.join(others), SECONDS_TO_LEAVE);
  }

  private Future<Void> undeploy(Future<String> room) {
    return room.succeeded() ? ground.vertx().undeploy(room.result()) : Future.succeededFuture();
  }

  /** What the engine is told; checked before anything is started. */
  static DeliberationOptions engine(Settings settings) {
    Map<String, String> versions =
        Map.of("lida", version(), "engine", ENGINE, "java", System.getProperty("java.version"));
    return Refused.unless(
        "retention_days",
        () ->
            new DeliberationOptions(
                settings.home(),
                settings.root().resolve("conf"),
                versions,
                host(),
                Duration.ofDays(Long.parseLong(settings.get("retention_days"))),
                10_000,
                DeliberationOptions.Capacity.OWN));
  }

  static String version() {
    String version = House.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "localhost";
    }
  }
}
