/**
 * The {@code lida} command: what people type, what they see while personas deliberate, and what is
 * left on standard output for the next program.
 *
 * <p>Owns the command tree, the terminal (one {@code Screen} holds both streams), the form of
 * errors and exit codes, and the documents named by {@code --json}. Asks the rooms for everything
 * over the bus: {@link io.lida.contract.Deliberation}, {@link io.lida.contract.Runs}, {@link
 * io.lida.contract.Personas}, {@link io.lida.contract.Llm}, and for who takes a seat {@link
 * io.lida.contract.Agents}. {@code lida lab} alone asks nobody: it computes with {@link
 * io.lida.cli.lab} in this process. Announces nothing.
 *
 * <p>Refuses to know how a run is conducted, stored or paid for; it folds the log it is shown.
 *
 * <p>Hot path: the start. {@code lida --help} loads neither Vert.x nor Jackson nor JLine; while
 * models speak, words are drawn at most twenty times a second.
 */
@NullMarked
package io.lida.cli;

import org.jspecify.annotations.NullMarked;
