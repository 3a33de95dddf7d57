/**
 * The words of the house: every record that crosses a room's wall, every address it may cross at,
 * every event a run consists of, and every way a question can fail.
 *
 * <p>Owns the typed {@link io.lida.contract.Bus}, the only class through which anything touches the
 * event bus; the protocols {@link io.lida.contract.Deliberation}, {@link io.lida.contract.Llm},
 * {@link io.lida.contract.Personas} and {@link io.lida.contract.Runs}; and the documents that leave
 * the house ({@link io.lida.contract.Event}, {@link io.lida.contract.Run}, {@link
 * io.lida.contract.Card}).
 *
 * <p>Asks nothing and announces nothing. Refuses to know who answers: it imports no other room.
 *
 * <p>Hot path: {@link io.lida.contract.Bus#request} and {@link io.lida.contract.Bus#serve} for each
 * model call. A record travels by reference on one node and as JSON between nodes; nothing is
 * written as JSON before it has to leave the process.
 */
@NullMarked
package io.lida.contract;

import org.jspecify.annotations.NullMarked;
