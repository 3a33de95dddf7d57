/**
 * What LIDA costs, beside what the same work costs without it.
 *
 * <p>A driver ({@link io.lida.proof.bench.Bench}) and the processes it starts: a stub provider, a
 * bare Vert.x client's loop as the floor, a whole house, the server as it is shipped, and a browser
 * where there is one. Each figure is taken in one run with its floor and says whether the work was
 * right. Nothing here is ever asserted about time.
 */
@NullMarked
package io.lida.proof.bench;

import org.jspecify.annotations.NullMarked;
