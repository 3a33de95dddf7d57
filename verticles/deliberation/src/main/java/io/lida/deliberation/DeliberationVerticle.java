package io.lida.deliberation;

import io.lida.contract.Bus;
import io.lida.contract.Deliberation;
import io.lida.contract.Deliberation.Control;
import io.lida.contract.Deliberation.Controlled;
import io.lida.contract.Deliberation.Read;
import io.lida.contract.Deliberation.Resume;
import io.lida.contract.Deliberation.Start;
import io.lida.contract.Deliberation.Started;
import io.lida.contract.Monitor;
import io.lida.contract.Scenario;
import io.lida.contract.Trace;
import io.lida.contract.Wire;
import io.lida.store.Masked;
import io.lida.store.Store;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Answers {@link Deliberation}: starts, steers and shows deliberations.
 *
 * <p>Runs on an event loop and never blocks it; keeps nothing that is not in the log but the
 * sessions of the runs it owns.
 */
public final class DeliberationVerticle extends VerticleBase {
  private final DeliberationOptions options;
  private final Store store;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final LongSupplier nanos;
  private Seating seating;
  private Owner owner;

  /**
   * An engine.
   *
   * @param random draws the ids of runs and traces, and when to look for runs that were left;
   *     nothing within a run
   */
  public DeliberationVerticle(
      DeliberationOptions options, Store store, InstantSource clock, RandomGenerator random) {
    this(options, store, clock, random, System::nanoTime);
  }

  @SuppressWarnings("NullAway.Init") // start() comes before any question
  DeliberationVerticle(
      DeliberationOptions options,
      Store store,
      InstantSource clock,
      RandomGenerator random,
      LongSupplier nanos) {
    this.options = options;
    this.store = store;
    this.clock = clock;
    this.random = random;
    this.nanos = nanos;
  }

  @Override
  public Future<?> start() {
    Bus bus = Bus.on(vertx);
    Archive archive = new Archive(vertx, store.log(), options.home());
    Lexicon lexicon = Lexicon.read(options.conf());
    seating = new Seating(bus, store.records(), lexicon, options.versions(), options.host());
    String node = store.node().id();
    Exhibits exhibits = new Exhibits(vertx, store);
    Notices notices = new Notices(bus, clock, node);
    owner =
        new Owner(
            new Rooms(vertx, bus, store, clock, archive, notices, new Tenure(nanos), options),
            random);
    int atOnce = options.atOnce();
    return Future.all(
            List.of(
                bus.serve(
                    Monitor.pulse(node), atOnce, feel -> Future.succeededFuture(owner.pulse())),
                bus.serve(Deliberation.READ, atOnce, this::read),
                bus.serve(Deliberation.START, atOnce, this::begin),
                bus.serve(Deliberation.CONTROL, atOnce, this::control),
                bus.serve(Deliberation.RESUME, atOnce, this::resume),
                bus.serve(Deliberation.SHOW, atOnce, exhibits::show),
                bus.serve(Deliberation.RESOLVE, atOnce, owner::resolve),
                bus.serve(Deliberation.RECOUNT, atOnce, exhibits::recount),
                bus.serve(Deliberation.SKILL, atOnce, exhibits::skill),
                bus.serve(Deliberation.EXPORT, atOnce, exhibits::export)))
        .onSuccess(serving -> owner.open());
  }

  /**
   * Takes no new work, waits for the model calls under way, and lets all runs go so that another
   * node, or this one after its restart, goes on with them. Thread-safe.
   *
   * @param patience for the calls; those that take longer will be asked again by the next owner
   * @return completes when this node owns no run any more
   */
  public Future<Void> drain(Duration patience) {
    Promise<Void> drained = Promise.promise();
    context.runOnContext(turn -> owner.drain(patience).onComplete(done -> drained.complete()));
    return drained.future();
  }

  @Override
  public Future<?> stop() {
    return owner.close();
  }

  private Future<Scenario> read(Read read) {
    return Future.succeededFuture(ScenarioReader.read(read.source(), read.yaml()));
  }

  /** What looks like a credential is masked before it can reach a prompt or the log. */
  private Future<Started> begin(Start asked) {
    byte[] json = Wire.bytes(asked.scenario());
    byte[] masked = Masked.json(json);
    Scenario scenario = masked == json ? asked.scenario() : Wire.read(masked, Scenario.class);
    ScenarioRules.check(scenario);
    StudyRules.refuse(scenario);
    Start start =
        new Start(
            scenario, asked.seed(), asked.model(), asked.stream(), asked.key(), asked.tenant());
    // Before anything is waited for: later it may run where no request is known.
    Trace trace = Trace.current().orElseGet(() -> Trace.fresh(random));
    return owner
        .takesWork()
        .compose(takes -> seating.manifest(start, trace))
        .compose(manifest -> owner.begin(start, manifest));
  }

  private Future<Controlled> control(Control control) {
    return owner
        .control(control.run(), control.command())
        .map(status -> new Controlled(control.run(), status));
  }

  private Future<Started> resume(Resume resume) {
    return owner
        .takesWork()
        .compose(takes -> Logs.whole(store.log(), resume.run()))
        .compose(log -> owner.resume(resume.run(), resume.stream()))
        .map(run -> new Started(run, false, List.of()));
  }
}
