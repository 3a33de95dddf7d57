/** How beliefs move under influence, and how far apart they stand. */
@NullMarked
package io.lida.science.dynamics;

import org.jspecify.annotations.NullMarked;
