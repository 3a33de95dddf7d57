/**
 * The engine: debates and quorums, from the scenario to the decision.
 *
 * <p>Owns the meaning of a deliberation's log: {@link io.lida.deliberation.State} is its fold,
 * {@link io.lida.deliberation.Engine} says what happens next, and neither knows a clock, a bus or
 * chance. A {@link io.lida.deliberation.Session} carries the engine's intentions out while it holds
 * the run's lease. Asks {@code lida.personas.cast} and {@code lida.llm.*}; announces every event on
 * {@code lida.run.<id>} and what becomes of runs on {@code lida.events.run}. Refuses to know what a
 * model is, who else is running, and how Redis is reached.
 *
 * <p>A run belongs to whoever holds its lease, and to nobody for long: {@link
 * io.lida.deliberation.Recovery} finds what others left, {@link io.lida.deliberation.Adoption}
 * takes it up, and a node that cannot renew in time stops writing by itself ({@link
 * io.lida.deliberation.Tenure}). Runs beyond a node's places wait in the store's index, where any
 * node with a free place finds them; a drained node leaves its runs as if it had never been there.
 *
 * <p>Hot path: one answer of a model, from {@code Completion} to the durable event. It reads the
 * answer's JSON once, appends once, and builds each round's transcript once for all its speakers;
 * nothing in it grows with the length of the run but the transcript that is shown. It refuses to
 * wait for files: they are written after the run has ended, one run after the other.
 */
@NullMarked
package io.lida.deliberation;

import org.jspecify.annotations.NullMarked;
