/**
 * A small model that argues from a persona's card, without a network and always the same way.
 *
 * <p>Owns the sentences ({@code frames.txt}), the meaning of the belief axes in words ({@code
 * axes.txt}), and the rules by which a speaker takes a stance, picks whom to answer, and never says
 * the same sentence twice in a run.
 *
 * <p>Asks and announces nothing; plain Java. Refuses to know clocks, prompts, and anything that is
 * in neither the card nor the turns that were heard.
 *
 * <p>Hot path: {@link io.lida.llm.sim.Simulation#answer}. Everything heard is cut into sentences
 * once a call; that is most of its cost.
 */
@NullMarked
package io.lida.llm.sim;

import org.jspecify.annotations.NullMarked;
