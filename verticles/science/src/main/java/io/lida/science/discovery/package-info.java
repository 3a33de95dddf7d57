/** Causal graphs learned from data. */
@NullMarked
package io.lida.science.discovery;

import org.jspecify.annotations.NullMarked;
