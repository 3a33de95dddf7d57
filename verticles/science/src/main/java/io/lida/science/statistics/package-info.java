/** How sure an estimate is, how many of many findings hold, and how good forecasts were. */
@NullMarked
package io.lida.science.statistics;

import org.jspecify.annotations.NullMarked;
