package io.lida.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What model calls used.
 *
 * @param calls calls that reached a provider, failed tries included
 * @param inputTokens tokens read
 * @param outputTokens tokens written
 * @param costUsd US dollars; absent (null in JSON) when the price of any call is unknown, never 0
 *     for that reason
 * @param cachedCalls calls answered without reaching a provider
 * @param estimated whether any token count is an estimate of ours rather than the provider's
 */
public record Usage(
    int calls,
    long inputTokens,
    long outputTokens,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double costUsd,
    int cachedCalls,
    boolean estimated) {
  /** Nothing used. */
  public static final Usage NONE = new Usage(0, 0, 0, 0.0, 0, false);

  /** This and that together; an unknown cost makes the sum unknown. */
  public Usage plus(Usage other) {
    Double cost =
        costUsd == null || other.costUsd == null ? null : Double.valueOf(costUsd + other.costUsd);
    return new Usage(
        calls + other.calls,
        inputTokens + other.inputTokens,
        outputTokens + other.outputTokens,
        cost,
        cachedCalls + other.cachedCalls,
        estimated || other.estimated);
  }
}
