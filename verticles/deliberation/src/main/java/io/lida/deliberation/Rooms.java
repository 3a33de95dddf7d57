package io.lida.deliberation;

import io.lida.contract.Bus;
import io.lida.store.Store;
import io.vertx.core.Vertx;
import java.time.InstantSource;

/** What a session works with. */
record Rooms(
    Vertx vertx,
    Bus bus,
    Store store,
    InstantSource clock,
    Archive archive,
    Notices notices,
    Tenure tenure,
    DeliberationOptions options) {}
