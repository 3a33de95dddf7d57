package io.lida.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How much a run may take, in time, money, tokens and calls; what is absent bounds nothing. */
final class Bounds {
  @Option(names = "--timeout", paramLabel = "DUR", description = "such as 90s, 10m or 1h30m")
  @Nullable String timeout;

  @Option(names = "--max-cost", paramLabel = "USD", description = "stop before it costs more")
  @Nullable Double usd;

  @Option(names = "--max-tokens", paramLabel = "N", description = "stop before it takes more")
  @Nullable Long tokens;

  @Option(names = "--max-calls", paramLabel = "N", description = "stop before it takes more")
  @Nullable Integer calls;
}
