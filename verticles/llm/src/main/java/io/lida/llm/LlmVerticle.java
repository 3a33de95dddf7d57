package io.lida.llm;

import io.lida.contract.Agents;
import io.lida.contract.Bus;
import io.lida.contract.Llm;
import io.lida.contract.Monitor;
import io.lida.llm.sim.Simulation;
import io.lida.store.TokenBuckets;
import io.lida.store.Turns;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;

/**
 * The pool of language models; to be deployed on an event loop, once on a node.
 *
 * <p>Answers {@link Llm#COMPLETE}, {@link Llm#COUNT} and {@link Llm#PROVIDERS}, and what {@link
 * Agents} may ask; announces {@link Llm#CIRCUIT}, {@link Llm#words}, {@link Monitor#CALLED}, {@link
 * Agents#turns} and {@link Agents#HEARD}. Refuses to start, with a fault that says why, when its
 * configuration cannot be read.
 */
public final class LlmVerticle extends VerticleBase {
  private static final Logger LOG = System.getLogger(LlmVerticle.class.getName());
  private static final int AT_ONCE = 16_384;
  private static final int AGENTS_AT_ONCE = 256;
  private static final DeploymentOptions THREADS =
      new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD);

  /** Between two words of the simulated model, where somebody watches them come. */
  private static final Duration READING_PACE = Duration.ofMillis(30);

  private final LlmOptions options;
  private final Meter.Buckets buckets;
  private final Turns turns;
  private final InstantSource clock;
  private final RandomGenerator random;

  /**
   * A pool that tells the time by this clock and spreads its retries by this generator.
   *
   * @param buckets count what providers with a limit per minute are asked; unused where none has
   *     one
   * @param turns keep what programs and persons with a seat owe and hand in
   */
  public LlmVerticle(
      LlmOptions options,
      TokenBuckets buckets,
      Turns turns,
      InstantSource clock,
      RandomGenerator random) {
    this(options, buckets::take, turns, clock, random);
  }

  LlmVerticle(
      LlmOptions options,
      Meter.Buckets buckets,
      Turns turns,
      InstantSource clock,
      RandomGenerator random) {
    this.options = options;
    this.buckets = buckets;
    this.turns = turns;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public Future<?> start() {
    Bus bus = Bus.on(vertx);
    Bells bells = new Bells(vertx);
    Booth booth = new Booth(bus, bells);
    Pool pool = pool(bus, booth, bells);
    Reports reports = new Reports(pool, called -> bus.tellHere(Monitor.CALLED, called), clock);
    return vertx
        .deployVerticle(booth, THREADS)
        .compose(
            deployed ->
                Future.all(
                    bus.serve(Llm.COMPLETE, AT_ONCE, call -> complete(reports, call)),
                    bus.serve(Llm.COUNT, AT_ONCE, text -> Future.succeededFuture(pool.count(text))),
                    bus.serve(Llm.PROVIDERS, 16, all -> pool.providers()),
                    agents(bus)));
  }

  private Future<?> agents(Bus bus) {
    AgentDesk desk = new AgentDesk(bus, turns);
    return Future.all(
        bus.serve(Agents.JOIN, AGENTS_AT_ONCE, desk::join),
        bus.serve(Agents.SUBMIT, AGENTS_AT_ONCE, desk::submit),
        bus.serve(Agents.OWED, AGENTS_AT_ONCE, desk::owed),
        bus.serve(Agents.LIST, AGENTS_AT_ONCE, desk::list));
  }

  private Pool pool(Bus bus, Booth booth, Bells bells) {
    Settings settings = Settings.read(options.conf().resolve("providers.json"));
    PriceBook prices = PriceBook.read(options.conf().resolve("prices.json"));
    Directory directory = new Directory(settings, options.environment());
    KeyRing keys = new KeyRing(options, clock);
    Lanes lanes = new Lanes(settings, directory, keys, new Switchboard(vertx), buckets, bus, clock);
    Waits waits = new VertxWaits(vertx);
    Calls calls = new Calls(settings.retries(), clock, random, waits);
    Simulation simulation = new Simulation();
    Speaker simulated =
        new SimulatedSpeaker(simulation::answer, simulation::words, READING_PACE, waits);
    Speaker agents = new AgentSpeaker(Sitter.PROGRAM, settings.agents(), turns, bus, bells, clock);
    Speaker persons = new AgentSpeaker(Sitter.PERSON, settings.persons(), turns, bus, bells, clock);
    Pool.Streams streams = call -> new WordStream(vertx, bus, call, settings.wordsEvery(), clock);
    return new Pool(
        directory,
        keys,
        lanes,
        calls,
        prices,
        booth.of(simulated),
        booth.of(agents),
        booth.of(persons),
        streams,
        this::look,
        clock);
  }

  private static Future<Llm.Completion> complete(Reports reports, Llm.Complete call) {
    return reports
        .complete(call)
        .recover(
            failure -> {
              if (!(failure instanceof Trouble trouble)) {
                return Future.failedFuture(failure);
              }
              LOG.log(Level.DEBUG, () -> "no answer to " + call.run() + "/" + call.call(), trouble);
              return Future.failedFuture(trouble.told());
            });
  }

  private <T> Future<T> look(Callable<T> files) {
    return vertx.executeBlocking(files, false);
  }
}
