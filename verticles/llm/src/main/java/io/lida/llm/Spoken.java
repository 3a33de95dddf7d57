package io.lida.llm;

/**
 * A whole answer.
 *
 * @param model what the provider says it ran
 * @param finish why the model stopped
 * @param estimated whether the token counts are ours rather than the provider's
 */
record Spoken(
    String text,
    String model,
    String finish,
    long inputTokens,
    long outputTokens,
    boolean estimated) {}
