package io.lida.llm;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Llm;
import io.lida.contract.Usage;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers what the room is asked. Blocks the virtual thread it is called on. */
final class Pool {
  /** Opens a stream for the words of one try. */
  interface Streams extends Function<Llm.Complete, WordStream> {}

  private static final Consumer<String> UNHEARD = words -> {};

  private final Directory directory;
  private final KeyRing keys;
  private final Lanes lanes;
  private final Calls calls;
  private final PriceBook prices;
  private final Backend simulation;
  private final Backend agents;
  private final Streams streams;
  private final InstantSource clock;

  Pool(
      Directory directory,
      KeyRing keys,
      Lanes lanes,
      Calls calls,
      PriceBook prices,
      Backend simulation,
      Backend agents,
      Streams streams,
      InstantSource clock) {
    this.directory = directory;
    this.keys = keys;
    this.lanes = lanes;
    this.calls = calls;
    this.prices = prices;
    this.simulation = simulation;
    this.agents = agents;
    this.streams = streams;
    this.clock = clock;
  }

  /**
   * Completes a prompt.
   *
   * @throws Fault when the prompt is empty, or the model or its key is not to be found
   * @throws Trouble when the provider gave no whole answer
   */
  Llm.Completion complete(Llm.Complete call) {
    long began = clock.millis();
    ModelId model = ModelId.of(call.model());
    if (call.prompt().user().isBlank()) {
      throw new Fault(FaultCode.INVALID, "the prompt is empty");
    }
    Directory.Entry entry = directory.find(model.provider());
    Calls.Outcome outcome =
        switch (entry.provider().wire()) {
          case SIM -> new Calls.Outcome(speak(simulation, call), 1);
          case AGENT -> new Calls.Outcome(speak(agents, call), 0);
          case OPENAI, ANTHROPIC, GEMINI ->
              calls.make(lanes.of(model), call, backend -> speak(backend, call));
        };
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

  Llm.Providers providers() {
    List<Llm.Provider> providers = directory.all().stream().map(this::described).toList();
    return new Llm.Providers(providers);
  }

  private Spoken speak(Backend backend, Llm.Complete call) {
    if (!call.stream()) {
      return backend.speak(call, UNHEARD);
    }
    WordStream stream = streams.apply(call);
    Prose prose = new Prose(stream::say);
    try {
      return backend.speak(call, prose::feed);
    } finally {
      stream.end();
    }
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

  private Llm.Provider described(Directory.Entry entry) {
    Settings.Provider provider = entry.provider();
    return new Llm.Provider(
        provider.id(),
        entry.baseUrl(),
        entry.origin(),
        provider.keyless(),
        origin(provider),
        provider.keyNames(),
        lanes.circuits(provider.id()));
  }

  /** A key file that is refused is shown as no key; asking the provider tells why. */
  private @Nullable String origin(Settings.Provider provider) {
    try {
      return keys.find(provider).map(KeyRing.Found::origin).orElse(null);
    } catch (Fault refused) {
      return null;
    }
  }
}
