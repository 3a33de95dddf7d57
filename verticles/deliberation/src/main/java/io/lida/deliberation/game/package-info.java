/**
 * The rules of policy games: worlds, legal moves, referees, strategies, and what theory says.
 *
 * <p>Pure functions of what is handed in; nothing here knows a run, a log or a model, and what is
 * drawn comes from a number that is given.
 */
@NullMarked
package io.lida.deliberation.game;

import org.jspecify.annotations.NullMarked;
