/**
 * Which variables cause which, read off observations: graphs by conditional independence and by
 * score, and an order by what is not Gaussian.
 *
 * <p>Variables are held in the order of their names, so that no result depends on the order in
 * which they are given. All assume that nothing unseen causes two of them.
 */
@NullMarked
package io.lida.science.discovery;

import org.jspecify.annotations.NullMarked;
