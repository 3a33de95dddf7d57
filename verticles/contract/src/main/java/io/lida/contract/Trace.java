package io.lida.contract;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of all that one request from outside set in motion, in every room and on every node.
 *
 * <p>The {@link Bus} carries it with every question: it is current where the question is answered,
 * and with all questions asked from there. Immutable.
 *
 * @param id 32 lower-case hexadecimal digits, not all of them 0, as in W3C Trace Context
 */
public record Trace(String id) {
  static final String HEADER = "trace";

  private static final Pattern ID = Pattern.compile("(?!0{32})[0-9a-f]{32}");

  /** Version 00 has four fields; what a later version adds is not read. */
  private static final Pattern PARENT =
      Pattern.compile("(?!ff)([0-9a-f]{2})-([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");

  private static final ScopedValue<Trace> SCOPE = ScopedValue.newInstance();

  public Trace {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("not a trace id: " + id);
    }
  }

  /** The trace of a {@code traceparent} header; empty if there is none or it is not valid. */
  public static Optional<Trace> of(@Nullable String traceparent) {
    Matcher parent = PARENT.matcher(traceparent == null ? "" : traceparent);
    boolean valid = parent.matches() && (parent.group(3) == null || !"00".equals(parent.group(1)));
    return valid ? known(parent.group(2)) : Optional.empty();
  }

  /** A new trace. */
  public static Trace fresh(RandomGenerator random) {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    // Any one digit that is not 0 makes the id valid.
    bytes[0] |= 1;
    return new Trace(HexFormat.of().formatHex(bytes));
  }

  /** The trace that what runs now belongs to. */
  public static Optional<Trace> current() {
    return Optional.ofNullable(here());
  }

  static @Nullable Trace here() {
    if (SCOPE.isBound()) {
      return SCOPE.get();
    }
    Context context = Vertx.currentContext();
    return context == null ? null : context.getLocal(TraceLocal.KEY);
  }

  /**
   * Makes this the trace of the current context from now on, callbacks included. Only for the
   * context of one piece of work, such as an HTTP request, never for a verticle's own.
   */
  public void enter() {
    Context context = Vertx.currentContext();
    if (context != null) {
      context.putLocal(TraceLocal.KEY, this);
    }
  }

  /** Runs something under this trace, but not what its callbacks do later. Any thread may. */
  public <T> T run(Supplier<T> action) {
    return ScopedValue.where(SCOPE, this).call(action::get);
  }

  static Optional<Trace> known(@Nullable String id) {
    return id != null && ID.matcher(id).matches() ? Optional.of(new Trace(id)) : Optional.empty();
  }
}
