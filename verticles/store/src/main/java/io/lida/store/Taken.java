package io.lida.store;

import java.time.Duration;

/**
 * What came of taking tokens.
 *
 * @param remaining tokens left, between 0 and the bucket's size
 * @param retryAfter how long until the bucket can hold what was refused; zero if it was allowed
 */
public record Taken(boolean allowed, double remaining, Duration retryAfter) {}
