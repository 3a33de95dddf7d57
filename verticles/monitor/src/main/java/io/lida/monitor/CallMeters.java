package io.lida.monitor;

import io.lida.contract.Monitor;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Figures of model calls. For one thread at a time. */
final class CallMeters {
  private static final int MOST_MODELS = 200;
  private static final int MOST_PROVIDERS = 50;
  private static final int MOST_OUTCOMES = 50;

  private static final Duration[] BUCKETS = {
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(2),
    Duration.ofSeconds(5),
    Duration.ofSeconds(10),
    Duration.ofSeconds(30),
    Duration.ofSeconds(60)
  };

  private record Id(String provider, String model, String outcome) {}

  private record Line(
      Counter calls, Timer response, Counter read, Counter written, Counter tries) {}

  private final MeterRegistry registry;
  private final BoundedNames providers = new BoundedNames(MOST_PROVIDERS);
  private final BoundedNames models = new BoundedNames(MOST_MODELS);
  private final BoundedNames outcomes = new BoundedNames(MOST_OUTCOMES);
  private final Map<Id, Line> lines = new HashMap<>();

  CallMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  void count(Monitor.Called call) {
    Id id =
        new Id(providers.of(call.provider()), models.of(call.model()), outcomes.of(call.outcome()));
    Line line = lines.computeIfAbsent(id, this::open);
    line.calls().increment();
    line.response().record(call.latencyMs(), TimeUnit.MILLISECONDS);
    line.read().increment(call.usage().inputTokens());
    line.written().increment(call.usage().outputTokens());
    line.tries().increment(call.tries());
  }

  private Line open(Id id) {
    Tags tags = Tags.of("provider", id.provider(), "model", id.model(), "outcome", id.outcome());
    return new Line(
        Counter.builder("ai.api.calls").description("Model calls").tags(tags).register(registry),
        Timer.builder("ai.response")
            .description("How long model calls took, retries included")
            .serviceLevelObjectives(BUCKETS)
            .tags(tags)
            .register(registry),
        tokens(tags.and("type", "input")),
        tokens(tags.and("type", "output")),
        Counter.builder("lida.llm.tries")
            .description("Requests that reached a provider")
            .tags(tags)
            .register(registry));
  }

  private Counter tokens(Tags tags) {
    return Counter.builder("ai.tokens")
        .description("Tokens read and written by models")
        .tags(tags)
        .register(registry);
  }
}
