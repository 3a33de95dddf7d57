package io.lida.llm;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * Stops asking a model that does not answer: opens when too large a share of the last calls failed,
 * then lets single probes through until one succeeds.
 *
 * <p>For one thread at a time. What a call reports counts only in the state that admitted it.
 */
final class Breaker {
  sealed interface State {
    /** Lower case, as announced. */
    String id();
  }

  /** Calls pass and are counted. */
  record Closed(Window window) implements State {
    @Override
    public String id() {
      return "closed";
    }
  }

  /**
   * Calls are refused.
   *
   * @param since when it ceased to be closed
   * @param until when the next probe may pass
   */
  record Open(Instant since, Instant until) implements State {
    @Override
    public String id() {
      return "open";
    }
  }

  /**
   * One call, the one that made this state, is under way to see how things are.
   *
   * @param since when it ceased to be closed
   * @param probed when that call was let pass
   */
  record HalfOpen(Instant since, Instant probed) implements State {
    @Override
    public String id() {
      return "half_open";
    }
  }

  private final String model;
  private final Settings.Circuits settings;
  private final Duration longestProbe;
  private final InstantSource clock;
  private final Consumer<State> changed;
  private State state;

  /**
   * A closed breaker.
   *
   * @param longestProbe after this time a probe that never reported is given up
   * @param changed told each new state
   */
  Breaker(
      String model,
      Settings.Circuits settings,
      Duration longestProbe,
      InstantSource clock,
      Consumer<State> changed) {
    this.model = model;
    this.settings = settings;
    this.longestProbe = longestProbe;
    this.clock = clock;
    this.changed = changed;
    this.state = closed();
  }

  State state() {
    return state;
  }

  /**
   * Refuses at once what {@link #admit} would refuse, without taking the place of the probe.
   *
   * @throws Trouble when the circuit is open
   */
  void check() {
    switch (state) {
      case Closed _ -> {}
      case Open open -> refuseBefore(open.until(), open.since());
      case HalfOpen half -> refuseBefore(half.probed().plus(longestProbe), half.since());
    }
  }

  /**
   * Lets a call pass, and gives the state it will report to.
   *
   * @throws Trouble when the circuit is open
   */
  State admit() {
    check();
    switch (state) {
      case Closed _ -> {}
      case Open open -> transitionTo(new HalfOpen(open.since(), clock.instant()));
      case HalfOpen half -> transitionTo(new HalfOpen(half.since(), clock.instant()));
    }
    return state;
  }

  /** A call that was admitted found the provider well, or ill. */
  void report(State admittedBy, boolean well) {
    if (admittedBy != state) {
      return;
    }
    switch (state) {
      case Closed(Window window) -> count(window, well);
      case Open _ -> {}
      case HalfOpen half -> transitionTo(well ? closed() : open(half.since()));
    }
  }

  /** A call that was admitted was refused for its own fault: no failure, but a sign of life. */
  void answered(State admittedBy) {
    if (admittedBy == state && state instanceof HalfOpen) {
      transitionTo(closed());
    }
  }

  /** A call that was admitted ended without a word about the provider's health. */
  void retract(State admittedBy) {
    if (admittedBy == state && state instanceof HalfOpen half) {
      transitionTo(new Open(half.since(), clock.instant()));
    }
  }

  private void count(Window window, boolean well) {
    if (well) {
      window.add();
      return;
    }
    window.addMarked();
    int calls = window.all();
    if (calls >= settings.calls() && window.marked() >= settings.share() * calls) {
      transitionTo(open(clock.instant()));
    }
  }

  private void refuseBefore(Instant next, Instant since) {
    if (clock.instant().isBefore(next)) {
      Fault fault =
          new Fault(
              FaultCode.CIRCUIT_OPEN,
              model + " is not being asked for now",
              "its circuit is open since "
                  + since
                  + ", because too many calls failed; the next probe is due at "
                  + next,
              "wait until then, or take another --model");
      throw new Trouble(fault, Trouble.Sign.WELL, false, false, null);
    }
  }

  private State closed() {
    return new Closed(new Window(settings.window(), clock));
  }

  private State open(Instant since) {
    return new Open(since, clock.instant().plus(settings.open()));
  }

  private void transitionTo(State next) {
    state = next;
    changed.accept(next);
  }
}
