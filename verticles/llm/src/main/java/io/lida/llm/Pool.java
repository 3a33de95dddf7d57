package io.lida.llm;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Llm;
import io.lida.contract.Usage;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers what the room is asked. On the event loop of the room. */
final class Pool {
  /** Opens a stream for the words of one try. */
  interface Streams extends Function<Llm.Complete, WordStream> {}

  /** Looks at files on a thread that may wait for them, and comes back. */
  interface Looks {
    <T> Future<T> at(Callable<T> files);
  }

  private static final Consumer<String> UNHEARD = words -> {};

  private final Directory directory;
  private final KeyRing keys;
  private final Lanes lanes;
  private final Calls calls;
  private final PriceBook prices;
  private final Backend simulation;
  private final Backend agents;
  private final Backend persons;
  private final Streams streams;
  private final Looks looks;
  private final InstantSource clock;

  Pool(
      Directory directory,
      KeyRing keys,
      Lanes lanes,
      Calls calls,
      PriceBook prices,
      Backend simulation,
      Backend agents,
      Backend persons,
      Streams streams,
      Looks looks,
      InstantSource clock) {
    this.directory = directory;
    this.keys = keys;
    this.lanes = lanes;
    this.calls = calls;
    this.prices = prices;
    this.simulation = simulation;
    this.agents = agents;
    this.persons = persons;
    this.streams = streams;
    this.looks = looks;
    this.clock = clock;
  }

  /**
   * Completes a prompt.
   *
   * @return fails with a {@link Trouble} when the provider gave no whole answer
   * @throws Fault when the prompt is empty, or the model or its key is not to be found
   */
  Future<Llm.Completion> complete(Llm.Complete call) {
    long began = clock.millis();
    ModelId model = ModelId.of(call.model());
    if (call.prompt().user().isBlank()) {
      throw new Fault(FaultCode.INVALID, "the prompt is empty");
    }
    Directory.Entry entry = directory.find(model.provider());
    Future<Calls.Outcome> outcome =
        switch (entry.provider().wire()) {
          case SIM -> speak(simulation, call).map(spoken -> new Calls.Outcome(spoken, 1));
          case AGENT -> speak(agents, call).map(spoken -> new Calls.Outcome(spoken, 0));
          case PERSON -> speak(persons, call).map(spoken -> new Calls.Outcome(spoken, 0));
          case OPENAI, ANTHROPIC, GEMINI ->
              lane(model, entry.provider())
                  .compose(lane -> calls.make(lane, call, backend -> speak(backend, call)));
        };
    return outcome.map(ended -> completion(model, ended, began));
  }

  /** A key file is looked at on another thread. */
  private Future<Lane> lane(ModelId model, Settings.Provider provider) {
    return keys.remembers(provider)
        ? Future.succeededFuture(lanes.of(model))
        : looks.at(() -> keys.find(provider)).map(looked -> lanes.of(model));
  }

  private Llm.Completion completion(ModelId model, Calls.Outcome outcome, long began) {
    Spoken spoken = outcome.spoken();
    return new Llm.Completion(
        spoken.text(),
        spoken.model(),
        spoken.finish(),
        usage(model, outcome),
        clock.millis() - began);
  }

  Llm.Counted count(Llm.Count count) {
    return new Llm.Counted(Tokens.estimate(count.text()), true);
  }

  Future<Llm.Providers> providers() {
    return looks
        .at(
            () ->
                directory.all().stream().map(Directory.Entry::provider).map(this::origin).toList())
        .map(this::described);
  }

  private Llm.Providers described(List<Optional<String>> origins) {
    List<Llm.Provider> providers = new ArrayList<>();
    for (Directory.Entry entry : directory.all()) {
      providers.add(described(entry, origins.get(providers.size()).orElse(null)));
    }
    return new Llm.Providers(providers);
  }

  private Future<Spoken> speak(Backend backend, Llm.Complete call) {
    if (!call.stream()) {
      return backend.speak(call, UNHEARD);
    }
    WordStream stream = streams.apply(call);
    Prose prose = new Prose(stream::say);
    return backend.speak(call, prose::feed).onComplete(over -> stream.end());
  }

  private Usage usage(ModelId model, Calls.Outcome outcome) {
    Spoken spoken = outcome.spoken();
    OptionalDouble cost = prices.cost(model, spoken.inputTokens(), spoken.outputTokens());
    return new Usage(
        outcome.reached(),
        spoken.inputTokens(),
        spoken.outputTokens(),
        cost.isPresent() ? Double.valueOf(cost.getAsDouble()) : null,
        0,
        spoken.estimated());
  }

  private Llm.Provider described(Directory.Entry entry, @Nullable String origin) {
    Settings.Provider provider = entry.provider();
    return new Llm.Provider(
        provider.id(),
        entry.baseUrl(),
        entry.origin(),
        provider.keyless(),
        origin,
        provider.keyNames(),
        lanes.circuits(provider.id()));
  }

  /** A key file that is refused is shown as no key; asking the provider tells why. */
  private Optional<String> origin(Settings.Provider provider) {
    try {
      return keys.find(provider).map(KeyRing.Found::origin);
    } catch (Fault refused) {
      return Optional.empty();
    }
  }
}
