/**
 * From ballots to what was decided, by the rules of the science core; pure functions.
 *
 * <p>A {@link io.lida.deliberation.counting.Tally} counts votes on a proposal, an {@link
 * io.lida.deliberation.counting.Election} ballots on options. Knows neither a run nor a log.
 */
@NullMarked
package io.lida.deliberation.counting;

import org.jspecify.annotations.NullMarked;
