package io.lida.store;

/**
 * Who owns, or last owned, a run.
 *
 * @param live whether the lease has not expired and its process is not known to be dead
 */
public record Ownership(NodeIdentity node, long epoch, boolean live) {}
