package io.lida.contract;

import io.vertx.core.internal.VertxBootstrap;
import io.vertx.core.spi.VertxServiceProvider;
import io.vertx.core.spi.context.storage.ContextLocal;

/** A place for a {@link Trace} in every context; found by Vert.x before it makes the first one. */
public final class TraceLocal implements VertxServiceProvider {
  static final ContextLocal<Trace> KEY = ContextLocal.registerLocal(Trace.class);

  /** For Vert.x, which makes it by name. */
  public TraceLocal() {}

  /** Nothing is left to do: being loaded is all. */
  @Override
  public void init(VertxBootstrap bootstrap) {}
}
