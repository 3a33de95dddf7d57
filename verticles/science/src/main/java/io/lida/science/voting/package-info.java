/**
 * Rules by which ballots become a decision, and the power of those who cast them.
 *
 * <p>Counts and thresholds are exact; every rule answers with the set of its winners.
 */
@NullMarked
package io.lida.science.voting;

import org.jspecify.annotations.NullMarked;
