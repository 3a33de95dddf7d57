package io.lida.analysis;

import io.lida.contract.Bus;
import io.lida.contract.Deliberation;
import io.lida.contract.Event;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Monitor;
import io.lida.contract.NewId;
import io.lida.contract.Scenario;
import io.lida.contract.Studies;
import io.lida.contract.Studies.Started;
import io.lida.contract.Studies.Stopped;
import io.lida.contract.Study;
import io.lida.contract.Wire;
import io.lida.store.Created;
import io.lida.store.Store;
import io.lida.store.StudyPlan;
import io.lida.store.StudyPlans;
import io.lida.store.StudyState;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Answers {@link Studies}: starts, steers and shows studies, and drives those begun or resumed
 * here. Deploy it on virtual threads; it waits by awaiting.
 */
public final class StudyVerticle extends VerticleBase {

  private final StudyOptions options;
  private final StudyPlans plans;
  private final Store store;
  private final InstantSource clock;
  private final RandomGenerator random;
  private Bus bus;
  private Drive drive;
  private Drives drives;
  private Exhibit exhibit;

  /**
   * A room of studies.
   *
   * @param random draws the ids of studies
   */
  @SuppressWarnings("NullAway.Init") // start() comes before any question
  public StudyVerticle(
      StudyOptions options, Store store, InstantSource clock, RandomGenerator random) {
    this.options = options;
    this.plans = store.studies();
    this.store = store;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public Future<?> start() {
    bus = Bus.on(vertx);
    drive = new Drive(bus, plans, store.index(), options);
    drives = new Drives(vertx, plans, drive, options);
    exhibit = new Exhibit(bus);
    Bus.Subscription told = bus.follow(Monitor.family("run"), drives::heard);
    int atOnce = options.atOnce();
    return Future.all(
            List.of(
                told.ready(),
                bus.serve(Studies.START, atOnce, this::begin),
                bus.serve(Studies.RESUME, atOnce, this::resume),
                bus.serve(Studies.PAUSE, atOnce, this::pause),
                bus.serve(Studies.CANCEL, atOnce, this::cancel),
                bus.serve(Studies.FIND, atOnce, this::find),
                bus.serve(Studies.SHOW, atOnce, this::show),
                bus.serve(Studies.LIST, atOnce, this::list)))
        .onSuccess(serving -> drives.open());
  }

  @Override
  public Future<?> stop() {
    drives.close();
    return Future.succeededFuture();
  }

  private Future<Started> begin(Studies.Start asked) {
    Scenario scenario =
        bus.request(
                Deliberation.READ, new Deliberation.Read("the study", Wire.text(asked.scenario())))
            .await();
    if (!scenario.isStudy()) {
      throw new Fault(
          FaultCode.INVALID_SCENARIO,
          "this scenario is one run, not a study",
          "it has one arm and no sweep",
          "start it as a run, or give it a sweep: repeats, or arms");
    }
    Created created = enter(asked, scenario);
    return switch (created) {
      case Created.New fresh -> Future.succeededFuture(first(fresh.run()));
      case Created.Existing existing -> {
        drives.attend(existing.run());
        yield Future.succeededFuture(new Started(existing.run(), false));
      }
      case Created.Mismatch mismatch ->
          throw new Fault(
              FaultCode.KEY_REUSED,
              "the key was used for another study",
              "study " + mismatch.run() + " has it",
              "use another key, or ask the same again");
      case Created.Taken taken -> begin(asked);
      case Created.Full full -> throw new IllegalStateException("studies do not wait in a line");
    };
  }

  private Created enter(Studies.Start asked, Scenario scenario) {
    StudyPlan plan =
        new StudyPlan(
            "st-" + NewId.from(random),
            asked.tenant(),
            scenario,
            asked.seed(),
            asked.model(),
            clock.instant());
    // One tenant's key says nothing about another's.
    String key = asked.key() == null ? null : asked.tenant() + "\n" + asked.key();
    String digest = key == null ? "" : Event.digest(Wire.text(asked));
    return plans.enter(plan, key, digest).await();
  }

  /** What the engine refuses of the first run it would refuse of all, so the asker is told. */
  private Started first(String study) {
    StudyState state = known(study);
    try {
      drive.begin(state, state.plan().cells().getFirst()).await();
    } catch (RuntimeException refused) {
      if (!Fault.of(refused).code().retriable()) {
        plans.forget(study).await();
        throw refused;
      }
    }
    drives.attend(study);
    return new Started(study, true);
  }

  private Future<Started> resume(Studies.Resume resume) {
    String study = known(resume.study()).plan().id();
    String status = plans.resume(study).await();
    if (!status.equals(StudyPlans.RUNNING)) {
      throw ended(study, status);
    }
    drives.attend(study);
    return Future.succeededFuture(new Started(study, false));
  }

  private Future<Stopped> pause(Studies.Pause pause) {
    String study = known(pause.study()).plan().id();
    return stopped(study, plans.pause(study, "").await(), StudyPlans.PAUSED);
  }

  private Future<Stopped> cancel(Studies.Cancel cancel) {
    String study = known(cancel.study()).plan().id();
    return stopped(study, plans.cancel(study, options.retention()).await(), StudyPlans.CANCELLED);
  }

  private Future<Stopped> stopped(String study, String status, String wanted) {
    if (!status.equals(wanted)) {
      throw ended(study, status);
    }
    int runs = drive.stop(known(study));
    drives.attend(study);
    return Future.succeededFuture(new Stopped(study, status, runs));
  }

  private Future<Studies.Summary> find(Studies.Find find) {
    return Future.succeededFuture(Exhibit.summary(known(find.study())));
  }

  private Future<Study> show(Studies.Show show) {
    return Future.succeededFuture(exhibit.document(known(show.study())));
  }

  private Future<Studies.Listing> list(Studies.Query query) {
    if (query.limit() < 1) {
      throw new IllegalArgumentException("limit must be at least 1, not " + query.limit());
    }
    return plans
        .list(query.tenant(), query.limit())
        .map(found -> new Studies.Listing(found.stream().map(Exhibit::summary).toList()));
  }

  private StudyState known(String study) {
    return plans
        .find(study)
        .await()
        .orElseThrow(
            () ->
                new Fault(
                    FaultCode.NOT_FOUND,
                    "there is no study " + study,
                    "it never was, or was kept long enough",
                    "lida studies ls"));
  }

  private static Fault ended(String study, String status) {
    return new Fault(
        FaultCode.CONFLICT,
        "study " + study + " is " + status + " and cannot go on",
        "what has ended stays as it is",
        "lida studies show " + study);
  }
}
