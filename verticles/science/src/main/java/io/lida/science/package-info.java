/**
 * The science of deciding as plain functions: no bus, no clock, and no chance but the seed handed
 * in.
 *
 * <p>One package for each part of the field: {@code voting}, {@code pooling} (operators, weightings
 * and their strategies), {@code dynamics} of beliefs, {@code games}, {@code causal} effects and
 * attribution, {@code discovery} of causes, {@code statistics} of how good an estimate is. Each
 * public type states its formula, source and edge cases.
 *
 * <p>All of it is immutable and safe from any thread. The same input and seed give the same result
 * bit for bit on one machine. What cannot be answered is a {@link io.lida.science.Refusal}; NaN is
 * never returned.
 */
@NullMarked
package io.lida.science;

import org.jspecify.annotations.NullMarked;
