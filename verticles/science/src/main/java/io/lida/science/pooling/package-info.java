/** Opinions made one: 13 operators, 13 weightings, and the 169 strategies that join them. */
@NullMarked
package io.lida.science.pooling;

import org.jspecify.annotations.NullMarked;
