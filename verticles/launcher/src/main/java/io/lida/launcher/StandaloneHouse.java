package io.lida.launcher;

import io.lida.contract.Bus;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.deliberation.DeliberationOptions;
import io.lida.deliberation.DeliberationVerticle;
import io.lida.llm.LlmOptions;
import io.lida.llm.LlmVerticle;
import io.lida.personas.PersonasOptions;
import io.lida.personas.PersonasVerticle;
import io.lida.store.NodeIdentity;
import io.lida.store.RedisOptions;
import io.lida.store.RedisServer;
import io.lida.store.RunsVerticle;
import io.lida.store.Store;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** A house of one node in this process. */
final class StandaloneHouse implements House {
  /** Changes whenever a log of an older engine could not be folded by this one. */
  private static final String ENGINE = "1";

  private static final int CLOSE_SECONDS = 25;

  private final Vertx vertx;
  private final Bus bus;
  private final RedisServer redis;
  private final Store store;
  private final String engine;
  private final AtomicBoolean closed = new AtomicBoolean();

  private StandaloneHouse(Vertx vertx, RedisServer redis, Store store, String engine) {
    this.vertx = vertx;
    this.bus = Bus.on(vertx);
    this.redis = redis;
    this.store = store;
    this.engine = engine;
  }

  static House open(Settings settings) {
    // Even a house that cannot be opened logs its end, and never on the terminal.
    Logs.configure(settings);
    HomeFolder.prepare(settings.home());
    RedisOptions redisOptions = checked("redis_fsync", () -> redisOptions(settings));
    DeliberationOptions engineOptions = checked("retention_days", () -> engineOptions(settings));
    CompletableFuture<RedisServer> finding =
        CompletableFuture.supplyAsync(
            () -> RedisServer.find(redisOptions), Thread::startVirtualThread);
    Vertx vertx = Vertx.vertx(vertxOptions());
    try {
      RedisServer redis = finding.join();
      Store store = Store.open(vertx, redis, identity(), InstantSource.system()).await();
      String engine = deploy(vertx, store, settings, engineOptions);
      return new StandaloneHouse(vertx, redis, store, engine);
    } catch (CompletionException failed) {
      vertx.close();
      throw Fault.of(failed);
    } catch (RuntimeException failed) {
      finding.thenAccept(RedisServer::close);
      vertx.close();
      throw failed;
    }
  }

  /**
   * Few event loops: the rooms hardly compute, and rooms that share a loop hand each other work
   * without waking a thread. The other half of the cores is for the calls' virtual threads.
   */
  private static VertxOptions vertxOptions() {
    int loops = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    return new VertxOptions().setUseDaemonThread(true).setEventLoopPoolSize(loops);
  }

  /** Deploys the rooms side by side; answers the deployment of the engine, which goes first. */
  private static String deploy(
      Vertx vertx, Store store, Settings settings, DeliberationOptions engineOptions) {
    Path root = settings.root();
    Path home = settings.home();
    Path conf = root.resolve("conf");
    InstantSource clock = InstantSource.system();
    DeploymentOptions threads =
        new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD);
    Future<String> runs = vertx.deployVerticle(new RunsVerticle(store));
    Future<String> personas =
        vertx.deployVerticle(
            new PersonasVerticle(PersonasOptions.defaults(root, home), clock), threads);
    Future<String> llm =
        vertx.deployVerticle(
            new LlmVerticle(
                new LlmOptions(home, conf, settings.environment()),
                store.buckets(),
                store.turns(),
                clock,
                new SecureRandom()),
            threads);
    Future<String> engine =
        vertx.deployVerticle(
            new DeliberationVerticle(engineOptions, store, clock, new SecureRandom()));
    Future.all(List.of(runs, personas, llm, engine)).await();
    return engine.result();
  }

  private static DeliberationOptions engineOptions(Settings settings) {
    Map<String, String> versions =
        Map.of("lida", version(), "engine", ENGINE, "java", System.getProperty("java.version"));
    return new DeliberationOptions(
        settings.home(),
        settings.root().resolve("conf"),
        versions,
        host(),
        Duration.ofDays(Long.parseLong(settings.get("retention_days"))),
        10_000,
        DeliberationOptions.Capacity.OWN);
  }

  /** A value that an option refuses is the fault of the setting it came from. */
  private static <T> T checked(String key, Supplier<T> options) {
    try {
      return options.get();
    } catch (IllegalArgumentException refusal) {
      throw new Fault(
          FaultCode.INVALID_CONFIG,
          "the setting " + key + " is refused",
          String.valueOf(refusal.getMessage()),
          "lida config show --origin");
    }
  }

  private static RedisOptions redisOptions(Settings settings) {
    RedisOptions usual = RedisOptions.defaults(settings.home());
    return new RedisOptions(
        usual.home(),
        settings.find("redis_url"),
        settings.get("redis_fsync"),
        usual.path(),
        usual.temporary());
  }

  private static NodeIdentity identity() {
    byte[] random = new byte[6];
    new SecureRandom().nextBytes(random);
    return NodeIdentity.ofThisProcess("node-" + HexFormat.of().formatHex(random));
  }

  private static String version() {
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

  @Override
  public Bus bus() {
    return bus;
  }

  @Override
  public String store() {
    return redis.describe();
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      await(vertx.undeploy(engine));
      await(store.close());
      redis.close();
      await(vertx.close());
    }
  }

  private static void await(Future<?> future) {
    try {
      future.await(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | RuntimeException late) {
      System.getLogger(StandaloneHouse.class.getName())
          .log(System.Logger.Level.WARNING, "a room did not close in time", late);
    }
  }
}
