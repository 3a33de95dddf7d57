package io.lida.llm;

import java.time.Duration;

/**
 * All that is shared by the calls of one model with one credential: how it is spoken to, how many
 * calls it bears at once and in a minute, whether it is well.
 *
 * @param longestTry no try lasts longer
 */
record Lane(
    ModelId model,
    Backend backend,
    Throttle throttle,
    Quota quota,
    Breaker breaker,
    Duration longestTry) {}
