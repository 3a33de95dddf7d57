/**
 * The only room that knows them all: reads {@code conf/}, finds or starts Redis, builds Vert.x
 * (alone, or as a node of a cluster), and deploys the others.
 *
 * <p>Owns {@link io.lida.launcher.Settings} (where every value came from), {@link
 * io.lida.launcher.House} (a bus at which all rooms answer: in this process, or at a server that is
 * asked over HTTP) and {@link io.lida.launcher.Server} (a node that serves until it is told to
 * end). Announces {@code service.started}, {@code service.draining} and {@code service.stopped} as
 * notices. Refuses to hold any logic of a run: whatever is more than wiring belongs into another
 * room.
 *
 * <p>A server ends from the outside in: the gateway refuses, the engine finishes the calls under
 * way and lets its runs go, the gateway hangs up, the rooms close, then the store, Vert.x with the
 * cluster last, and Redis if nobody else of the data folder uses it.
 *
 * <p>Hot path: the start. Redis is found or started while Vert.x comes up, nothing is read that the
 * command at hand does not need, and class loading is paid for by the AOT cache made while
 * packaging. What runs later shares half as many event loops as there are cores, so that rooms
 * seldom wake each other's threads.
 */
@NullMarked
package io.lida.launcher;

import org.jspecify.annotations.NullMarked;
