package io.lida.monitor;

import io.lida.contract.Monitor;
import io.lida.contract.Monitor.Pulse;
import io.lida.store.Counts;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** All figures of a node; the table of them is with the package. For one thread at a time. */
final class Meters implements AutoCloseable {
  private static final Set<String> RUN_EVENTS =
      Set.of(
          "queued",
          "started",
          "resumed",
          "paused",
          "interrupted",
          "completed",
          "failed",
          "cancelled",
          "parked",
          "lease_lost");

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collector = new JvmGcMetrics();
  private final CallMeters calls = new CallMeters(registry);
  private volatile Optional<Pulse> pulse = Optional.empty();

  Meters(Counts counts, Loops loops) {
    List<MeterBinder> machine =
        List.of(
            new JvmMemoryMetrics(),
            new JvmThreadMetrics(),
            new ClassLoaderMetrics(),
            new ProcessorMetrics(),
            new FileDescriptorMetrics(),
            new UptimeMetrics(),
            collector);
    machine.forEach(binder -> binder.bindTo(registry));
    FunctionCounter.builder("lida.append.fenced", counts, Counts::appendsFenced)
        .description("Appends refused because another node owned the run")
        .register(registry);
    FunctionCounter.builder("lida.append.duplicate", counts, Counts::appendsDuplicate)
        .description("Appends that were there already")
        .register(registry);
    FunctionCounter.builder("lida.lease.lost", counts, Counts::leasesLost)
        .description("Leases taken by another node before they were renewed")
        .register(registry);
    TimeGauge.builder(
            "lida.event.loop.lag", loops, TimeUnit.NANOSECONDS, all -> all.lag().toNanos())
        .description("How late the latest event loop is")
        .register(registry);
    pulse("lida.runs.running", "Runs that are worked on", Pulse::running);
    pulse("lida.runs.queued", "Runs that wait for a place", Pulse::queued);
    pulse("lida.runs.places", "Runs that may be worked on at once", Pulse::places);
    for (Monitor.Mishap.Kind kind : Monitor.Mishap.Kind.values()) {
      mishaps(kind);
    }
  }

  private void pulse(String name, String description, ToDoubleFunction<Pulse> figure) {
    Gauge.builder(name, () -> pulse.map(now -> figure.applyAsDouble(now)).orElse(Double.NaN))
        .description(description)
        .register(registry);
  }

  private Counter mishaps(Monitor.Mishap.Kind kind) {
    Counter.Builder counter =
        switch (kind) {
          case REQUEST_TIMED_OUT ->
              Counter.builder("lida.bus.request.timeouts")
                  .description("Questions on the bus that had no answer in time");
          case CALL_REPEATED ->
              Counter.builder("lida.llm.extra.calls")
                  .description("Model calls asked again after their owner was gone");
        };
    return counter.register(registry);
  }

  void count(Monitor.Mishap mishap) {
    mishaps(mishap.kind()).increment();
  }

  void count(Monitor.Called call) {
    calls.count(call);
  }

  /** Counts what became of a run; other notices are no figures. */
  void count(Monitor.Notice notice) {
    if (notice.family().equals("run")) {
      String event = notice.name().substring("run".length()).replaceFirst("^\\.", "");
      Counter.builder("lida.runs")
          .description("Runs by what became of them")
          .tag("event", RUN_EVENTS.contains(event) ? event : BoundedNames.OTHER)
          .register(registry)
          .increment();
    }
  }

  /** All figures as text, with what the engine is at now. */
  String scrape(Optional<Pulse> now) {
    pulse = now;
    return registry.scrape();
  }

  @Override
  public void close() {
    collector.close();
    registry.close();
  }
}
