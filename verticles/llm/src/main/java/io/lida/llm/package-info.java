/**
 * The pool of language models.
 *
 * <p>Owns the providers: where they are, their keys, their wire formats, their circuits, how many
 * calls each bears at once and in a minute, when a failed call is tried again, and what a call
 * costs.
 *
 * <p>A model {@code agent/<name>} is a program in any language that takes its turns over the bus
 * ({@link io.lida.contract.Agents}): it has no wire, no key, no retries and no circuit, only
 * somebody who waits. What it hands in is kept in the store, so that it is found by whoever asks
 * for the turn again, on any node. A model {@code person/<name>} is a person: waited for longer,
 * told nothing, and asked for by whoever shows them the run.
 *
 * <p>Asks nobody on the bus; counts by the minute, where a limit is set, in the store's token
 * buckets. Answers {@code lida.llm.complete}, {@code lida.llm.count}, {@code lida.llm.providers},
 * {@code lida.agents.join}, {@code lida.agents.list} and {@code lida.turns.submit}, {@code
 * lida.turns.owed}; announces a changed circuit, what each call came to, and the words of a run as
 * they come. Refuses to know what a prompt is about, or what will become of the answer.
 *
 * <p>{@code local} is any server that speaks as OpenAI does: llama-server at its usual port 8080;
 * for Ollama set {@code LIDA_LOCAL_BASE_URL=http://127.0.0.1:11434/v1}. A new provider is an entry
 * in {@code conf/providers.json}, and one {@link io.lida.llm.WireFormat} if it speaks unlike all
 * others; it is done when it passes the provider suite.
 *
 * <p>Hot path: one completion. A call to a provider lives on the room's event loop from the
 * question to the answer and blocks nothing; a thread of its own would cost half as much as the
 * exchange. Only who takes its time, a simulation or an agent, speaks on a virtual thread. What a
 * request says is escaped once and then copied: a persona says who it is in every call, and a round
 * is shown to all its speakers. The answer is read as JSON once. Each wire format is written and
 * read here, in some seventy lines, because a client library builds its own objects for every
 * message and its own JSON from those: with langchain4j a third of a turn's time went there, with
 * the compiling of it on top.
 */
@NullMarked
package io.lida.llm;

import org.jspecify.annotations.NullMarked;
