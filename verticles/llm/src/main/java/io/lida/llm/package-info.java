/**
 * The pool of language models.
 *
 * <p>Owns the providers: where they are, their keys, their wire formats, their circuits, how many
 * calls each bears at once and in a minute, when a failed call is tried again, and what a call
 * costs.
 *
 * <p>Asks nobody on the bus; counts by the minute, where a limit is set, in the store's token
 * buckets. Answers {@code lida.llm.complete}, {@code lida.llm.count} and {@code
 * lida.llm.providers}; announces a changed circuit, what each call came to, and the words of a run
 * as they come. Refuses to know what a prompt is about, or what will become of the answer.
 *
 * <p>{@code local} is any server that speaks as OpenAI does: llama-server at its usual port 8080;
 * for Ollama set {@code LIDA_LOCAL_BASE_URL=http://127.0.0.1:11434/v1}. A new provider is an entry
 * in {@code conf/providers.json}, and one {@link io.lida.llm.WireFormat} if it speaks unlike all
 * others; it is done when it passes the provider suite.
 *
 * <p>Hot path: one completion. A call blocks its own virtual thread and nothing else; its HTTP
 * exchange lives on an event loop. The request is written as JSON once and the answer read as JSON
 * once; model objects are made once per model. Most of what a call costs is that JSON and its
 * bytes; of a streamed call, the JSON of its events.
 */
@NullMarked
package io.lida.llm;

import org.jspecify.annotations.NullMarked;
