/** What a treatment did to an outcome, what would have been, and who brought it about. */
@NullMarked
package io.lida.science.causal;

import org.jspecify.annotations.NullMarked;
