package io.lida.deliberation;

import io.lida.contract.Bus;
import io.lida.store.Store;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;

/**
 * What a session works with.
 *
 * @param retention how long the log of an ended run is kept
 */
record Rooms(
    Vertx vertx, Bus bus, Store store, InstantSource clock, Archive archive, Duration retention) {}
