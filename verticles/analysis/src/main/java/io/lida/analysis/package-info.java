/**
 * Studies: sets of runs of one scenario, and what they come to.
 *
 * <p>Answers {@link io.lida.contract.Studies}. A study's plan is durable, and so is which of its
 * runs are there; everything else is asked of the engine, which starts the runs, keeps them and
 * folds each into a document ({@code lida.deliberation.*}). {@link io.lida.analysis.Drive} brings a
 * study one step on, {@link io.lida.analysis.Reckoning} folds what was seen of the runs into one
 * document. Refuses to know how a run goes, or what an arm means for it.
 *
 * <p>No lease says who drives a study, because two that do it do no harm: each cell of a study is
 * asked of the engine under a key of its own, so that it is one run however often and by whomever
 * it is begun, and what is noted of a cell is noted once. Nothing is decided by an event: what is
 * told of runs only makes a look come sooner that would have come anyway.
 *
 * <p>Hot path: none. A look costs a few questions of the store for each run under way.
 */
@NullMarked
package io.lida.analysis;

import org.jspecify.annotations.NullMarked;
