package io.lida.contract;

/** A stream of facts anyone may follow; delivery is best-effort, so nothing may depend on it. */
public record Topic<E>(String address, Class<E> event) {}
