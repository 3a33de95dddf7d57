/**
 * The pool of language models.
 *
 * <p>Owns the providers: where they are, their keys, their wire formats, their circuits, how many
 * calls each bears at once, when a failed call is tried again, and what a call costs.
 *
 * <p>Asks nothing. Answers {@code lida.llm.complete}, {@code lida.llm.count} and {@code
 * lida.llm.providers}; announces a changed circuit and the words of a run as they come. Refuses to
 * know what a prompt is about, or what will become of the answer.
 *
 * <p>Hot path: one completion. A call blocks its own virtual thread and nothing else; its HTTP
 * exchange lives on an event loop. The request is written as JSON once and the answer read as JSON
 * once; model objects are made once per model.
 */
@NullMarked
package io.lida.llm;

import org.jspecify.annotations.NullMarked;
