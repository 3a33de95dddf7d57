package io.lida.llm;

import io.lida.contract.Bus;
import io.lida.contract.Llm;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Makes lanes and keeps those in use. For one thread at a time. */
final class Lanes {
  private static final int MOST = 4096;

  private record Id(ModelId model, Optional<Key> key) {}

  private final Map<Id, Lane> lanes =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Id, Lane> eldest) {
          return size() > MOST && eldest.getValue().throttle().inside() == 0;
        }
      };

  private final Quotes quotes = new Quotes();
  private final Settings settings;
  private final Directory directory;
  private final KeyRing keys;
  private final Switchboard switchboard;
  private final Meter.Buckets buckets;
  private final Bus bus;
  private final InstantSource clock;

  Lanes(
      Settings settings,
      Directory directory,
      KeyRing keys,
      Switchboard switchboard,
      Meter.Buckets buckets,
      Bus bus,
      InstantSource clock) {
    this.settings = settings;
    this.directory = directory;
    this.keys = keys;
    this.switchboard = switchboard;
    this.buckets = buckets;
    this.bus = bus;
    this.clock = clock;
  }

  /**
   * The lane of a model with the key its provider has now.
   *
   * @throws io.lida.contract.Fault when the provider is unknown or has no key
   */
  Lane of(ModelId model) {
    Directory.Entry entry = directory.find(model.provider());
    Optional<Key> key = keys.need(entry.provider()).map(KeyRing.Found::key);
    return lanes.computeIfAbsent(new Id(model, key), id -> open(id, entry));
  }

  /** The states of a provider's circuits by model; of several credentials the worst shows. */
  Map<String, String> circuits(String provider) {
    Map<String, String> states = new LinkedHashMap<>();
    for (Lane lane : lanes.values()) {
      if (lane.model().provider().equals(provider)) {
        states.merge(
            lane.model().model(),
            lane.breaker().state().id(),
            (one, other) -> "closed".equals(one) ? other : one);
      }
    }
    return states;
  }

  private Lane open(Id id, Directory.Entry entry) {
    Settings.Provider provider = entry.provider();
    Settings.Timeouts own = provider.timeouts();
    Settings.Timeouts timeouts = own == null ? settings.timeouts() : own;
    Troubles troubles = new Troubles(provider.id(), id.key().orElse(null), clock);
    String model = id.model().model();
    WireFormat format = WireFormat.of(provider, model);
    ProviderHttp http =
        new ProviderHttp(
            switchboard,
            timeouts,
            troubles,
            entry.baseUrl() + format.path(model, false),
            entry.baseUrl() + format.path(model, true),
            format.headers(id.key().map(Key::secret).orElse(null)));
    Backend backend = new WireBackend(model, format, http, quotes, troubles);
    Breaker breaker =
        new Breaker(
            id.model().toString(),
            settings.circuits(),
            timeouts.total(),
            clock,
            state ->
                bus.tellHere(
                    Llm.CIRCUIT,
                    new Llm.CircuitChanged(
                        id.model().provider(), id.model().model(), state.id(), clock.instant())));
    Throttle throttle = new Throttle(provider.limits());
    Quota quota = Quota.of(id.model(), id.key(), provider.limits(), buckets);
    return new Lane(id.model(), backend, throttle, quota, breaker, timeouts.total());
  }
}
