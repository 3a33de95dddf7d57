package io.lida.contract;

import java.util.Arrays;

/**
 * The reasons for which a question is not answered.
 *
 * <p>The number is what crosses the bus and what a person sees as {@code LIDA-3001}; its first
 * digit is the exit code of the command line wherever that has one digit.
 */
public enum FaultCode {
  /** A failure nobody foresaw; its text stays in the log. */
  INTERNAL(1001, 500, 1, false),
  /** The command line was not understood. */
  USAGE(2001, 400, 2, false),
  /** A value was refused. */
  INVALID(3000, 400, 3, false),
  /** A scenario was refused. */
  INVALID_SCENARIO(3001, 400, 3, false),
  /** A persona card was refused. */
  INVALID_CARD(3002, 400, 3, false),
  /** A configuration was refused. */
  INVALID_CONFIG(3003, 400, 3, false),
  /** What is asked for contradicts what already is. */
  CONFLICT(3009, 409, 3, false),
  /** A text or a message is larger than is taken. */
  TOO_LARGE(3013, 413, 3, false),
  /** The key of an earlier ask came with another question. */
  KEY_REUSED(3022, 422, 3, false),
  /** This path knows no such method. */
  METHOD(3405, 405, 3, false),
  /** The form of a body is none that is read here. */
  MEDIA_TYPE(3415, 415, 3, false),
  /** No key is known for a provider. */
  KEY_MISSING(4001, 401, 4, false),
  /** A provider refused the key. */
  KEY_REFUSED(4002, 403, 4, false),
  /** No key, or none that is known here. */
  UNAUTHENTICATED(4003, 401, 4, false),
  /** The key does not allow this. */
  FORBIDDEN(4004, 403, 4, false),
  /** Redis cannot be had. */
  STORE_UNAVAILABLE(5001, 503, 5, true),
  /** Somebody else listens on the port. */
  PORT_TAKEN(5002, 503, 5, false),
  /** The data folder cannot be written. */
  HOME_UNWRITABLE(5003, 503, 5, false),
  /** Nobody serves the address. */
  ABSENT(5004, 503, 5, true),
  /** The node ends and takes no new work. */
  DRAINING(5005, 503, 5, true),
  /** A server cannot be reached. */
  UNREACHABLE(5006, 503, 5, true),
  /** The node has as much work as it takes. */
  BUSY(5007, 503, 5, true),
  /** Asked more often than is allowed. */
  RATE_LIMITED(5008, 429, 5, true),
  /** A provider failed after all retries. */
  UPSTREAM(6001, 502, 6, true),
  /** A provider asks to be called less often. */
  OVERLOADED(6002, 429, 6, true),
  /** The circuit breaker of a model is open. */
  CIRCUIT_OPEN(6003, 503, 6, true),
  /** A provider's answer could not be read. */
  GARBLED(6004, 502, 6, true),
  /** A provider refused the request for a reason that another try would meet again. */
  REFUSED(6005, 422, 6, false),
  /** A model, or the filter before it, would not answer what it was asked. */
  DECLINED(6006, 422, 6, false),
  /** There is no such thing. */
  NOT_FOUND(7001, 404, 7, false),
  /** The budget of a run is spent. */
  BUDGET(9012, 402, 12, false),
  /** No answer within the patience of the ask. */
  TIMEOUT(9124, 504, 124, true);

  private final int number;
  private final int status;
  private final int exit;
  private final boolean retriable;

  FaultCode(int number, int status, int exit, boolean retriable) {
    this.number = number;
    this.status = status;
    this.exit = exit;
    this.retriable = retriable;
  }

  /** Four digits, unique and stable. */
  public int number() {
    return number;
  }

  /** The HTTP status that says the same. */
  public int status() {
    return status;
  }

  /** The exit code of the command line. */
  public int exit() {
    return exit;
  }

  /** Whether asking again, later, may succeed. */
  public boolean retriable() {
    return retriable;
  }

  /** The form in which people see the code, such as {@code LIDA-3001}. */
  public String id() {
    return "LIDA-" + number;
  }

  /** The code with this number; {@link #INTERNAL} for one this version does not know. */
  public static FaultCode of(int number) {
    return Arrays.stream(values())
        .filter(code -> code.number == number)
        .findFirst()
        .orElse(INTERNAL);
  }
}
