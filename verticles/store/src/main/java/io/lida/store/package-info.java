/**
 * The only room that speaks to Redis: the logs of all runs, who owns them, the index over them,
 * token buckets, the keys that let in, the plans of studies, and the Redis server itself where
 * nobody gives us one.
 *
 * <p>Owns every key below {@code lida:} and all Lua; each change of state is one script, so that a
 * check and what it guards are one step. Answers {@link io.lida.contract.Runs} and {@link
 * io.lida.contract.Access} on the bus and mirrors every event on Redis pub/sub for foreign readers;
 * asks nobody.
 *
 * <p>Refuses to know what a run means: it keeps events in order, fences writers that lost their
 * run, and masks what looks like a secret. Expects one Redis, not a Redis Cluster: the scripts of
 * the index touch keys of several slots. An own server listens on a Unix socket only, which the
 * JDK's transport can use without native code.
 *
 * <p>Hot path: {@link io.lida.store.LogWriter#append}. One batch a run is in flight, what comes
 * meanwhile goes together in the next, and all runs share one pipelined connection.
 */
@NullMarked
package io.lida.store;

import org.jspecify.annotations.NullMarked;
