package io.lida.deliberation.game;

/**
 * A move that code chose.
 *
 * @param value a legal one
 * @param reason in a sentence
 */
public record Chosen(double value, String reason) {}
