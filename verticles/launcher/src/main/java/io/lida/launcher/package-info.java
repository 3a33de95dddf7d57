/**
 * The only room that knows them all: reads {@code conf/}, finds or starts Redis, builds Vert.x, and
 * deploys the others.
 *
 * <p>Owns {@link io.lida.launcher.Settings} (where every value came from) and {@link
 * io.lida.launcher.House} (a running node). Asks and announces nothing itself. Refuses to hold any
 * logic of a run: whatever is more than wiring belongs into another room.
 *
 * <p>Hot path: the start. Redis is found or started while Vert.x comes up, nothing is read that the
 * command at hand does not need, and class loading is paid for by the AOT cache made while
 * packaging. What runs later shares half as many event loops as there are cores, so that rooms
 * seldom wake each other's threads.
 */
@NullMarked
package io.lida.launcher;

import org.jspecify.annotations.NullMarked;
