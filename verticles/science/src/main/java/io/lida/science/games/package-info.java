/** Games between few players: equilibria, repetition, evolution, races and export control. */
@NullMarked
package io.lida.science.games;

import org.jspecify.annotations.NullMarked;
