/**
 * The keeper of the persona cards: who can take a seat, and what is wrong with whom.
 *
 * <p>Owns the folders of cards, shipped and own, the grid of constituencies and dispositions in
 * {@code conf/grid.json}, the card format, forks with their lineage, and the composites that stand
 * in for a role.
 *
 * <p>Answers {@link io.lida.contract.Personas}; asks nothing and announces nothing. Refuses to know
 * models, runs and how beliefs move.
 *
 * <p>Hot path: {@code CAST} of a few cards by id, which looks at the times of the folders and of
 * the files of those cards, and reads none that has not changed. The JSON Schema library is loaded
 * by {@code CHECK} and {@code FORK} alone; {@code Shape} does its work everywhere else.
 */
@NullMarked
package io.lida.personas;

import org.jspecify.annotations.NullMarked;
