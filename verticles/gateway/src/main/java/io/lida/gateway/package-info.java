/**
 * The front of the house: HTTP, server-sent events, WebSockets, the bridge to the event bus, and
 * the page.
 *
 * <p>Owns who is let in (keys, sessions, tickets, tokens), how much of it, and how words of the
 * contract look as HTTP. Asks all rooms on the bus; announces nothing. Refuses to hold any logic of
 * a deliberation: a request becomes an {@link io.lida.contract.Ask}, an answer becomes JSON.
 *
 * <p>A run is shown to its tenant alone; {@code RunDoor} is the one place where that is decided,
 * and another tenant's run is as absent as one that never was.
 *
 * <p>Hot path: an event on its way to those who watch its run. There is one subscription for each
 * watched run, each event is written as JSON once, and all watchers share its bytes; who reads too
 * slowly is sent nothing and catches up from the log later.
 */
@NullMarked
package io.lida.gateway;

import org.jspecify.annotations.NullMarked;
