package io.lida.cli;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import sun.misc.SignalHandler;

/** The signals of this process. */
final class ProcessSignals implements Signals {
  @Override
  public Handle handle(Consumer<Signal> handler) {
    Map<Signal, SignalHandler> before = new EnumMap<>(Signal.class);
    for (Signal signal : Signal.values()) {
      try {
        SignalHandler old =
            sun.misc.Signal.handle(
                new sun.misc.Signal(signal.name()), caught -> handler.accept(signal));
        before.put(signal, old);
      } catch (IllegalArgumentException takenByTheJvm) {
        // With -Xrs the JVM leaves signals to the system: then the default ends the process.
        continue;
      }
    }
    return () ->
        before.forEach(
            (signal, old) -> sun.misc.Signal.handle(new sun.misc.Signal(signal.name()), old));
  }
}
