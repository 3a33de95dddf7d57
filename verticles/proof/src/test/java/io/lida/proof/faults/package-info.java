/**
 * What LIDA survives, tried on whole servers.
 *
 * <p>A driver ({@link io.lida.proof.faults.Faults}) runs the rows of the fault matrix one after the
 * other: each starts real servers with a home and a Redis of their own, lets a client load them,
 * injects one fault, and reads the logs afterwards. What was accepted is written down by the
 * client, never asked of the server. A row tells what was required and what was seen; the same seed
 * injects the same faults.
 */
@NullMarked
package io.lida.proof.faults;

import org.jspecify.annotations.NullMarked;
