package io.lida.llm;

import io.lida.contract.Fault;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One try that failed: what the caller will be told, and what to make of it here.
 *
 * <p>Carries no stack trace, because it is an answer and not an accident.
 */
final class Trouble extends RuntimeException {
  /** What a failed try says about the provider. */
  enum Sign {
    /** It is ill: counts against its circuit. */
    ILL,
    /** It is busy: fewer calls at once are wise. */
    BUSY,
    /** It is ill because it is busy: both. */
    DROWNING,
    /** It is well, and the request was at fault. */
    WELL
  }

  private final Fault fault;
  private final Sign sign;
  private final boolean again;
  private final boolean reached;
  private final @Nullable Duration after;

  /**
   * A failed try.
   *
   * @param again whether another try may succeed
   * @param reached whether the provider saw the request
   * @param after how long the provider asks to be left alone
   */
  Trouble(Fault fault, Sign sign, boolean again, boolean reached, @Nullable Duration after) {
    super(fault.title(), null, true, false);
    this.fault = fault;
    this.sign = sign;
    this.again = again;
    this.reached = reached;
    this.after = after;
  }

  Fault fault() {
    return fault;
  }

  /** The fault as the caller is told it: with what went wrong in the tries before. */
  Fault told() {
    Throwable[] earlier = getSuppressed();
    if (earlier.length == 0) {
      return fault;
    }
    String before =
        Arrays.stream(earlier).map(Throwable::getMessage).collect(Collectors.joining(", "));
    String why = fault.detail().isEmpty() ? "" : fault.detail() + "; ";
    return new Fault(
        fault.code(),
        fault.title(),
        why + "try " + (earlier.length + 1) + ", before it: " + before,
        fault.fix());
  }

  Sign sign() {
    return sign;
  }

  boolean again() {
    return again;
  }

  boolean reached() {
    return reached;
  }

  /** How long the provider asks to be left alone; absent when it does not say. */
  @Nullable Duration after() {
    return after;
  }
}
