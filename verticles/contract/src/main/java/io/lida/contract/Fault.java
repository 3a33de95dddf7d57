package io.lida.contract;

import io.vertx.core.eventbus.ReplyException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/**
 * The one failure that crosses a room's wall: what happened, why, and what to do about it.
 *
 * <p>Carries no stack trace, because it is an answer and not an accident. Immutable.
 */
public final class Fault extends RuntimeException {
  private final FaultCode code;
  private final String detail;
  private final String fix;

  /**
   * A failure in its four parts.
   *
   * @param title what happened, in a few words, lower case, without a final period
   * @param detail why, as far as it is known; empty when the title says it all
   * @param fix what to do, if possible a command that can be pasted; empty when there is nothing
   */
  public Fault(FaultCode code, String title, String detail, String fix) {
    super(Secrets.mask(title), null, false, false);
    this.code = code;
    this.detail = Secrets.mask(detail);
    this.fix = Secrets.mask(fix);
  }

  /** A failure that explains itself by its title. */
  public Fault(FaultCode code, String title) {
    this(code, title, "", "");
  }

  public FaultCode code() {
    return code;
  }

  /** What happened. */
  public String title() {
    return String.valueOf(getMessage());
  }

  /** Why; may be empty. */
  public String detail() {
    return detail;
  }

  /** What to do; may be empty. */
  public String fix() {
    return fix;
  }

  /** Reads any failure as a fault; the text of an unforeseen one stays at home. */
  public static Fault of(Throwable cause) {
    return switch (cause) {
      case Fault fault -> fault;
      case ReplyException reply -> ofReply(reply);
      case CompletionException wrapped when wrapped.getCause() != null -> of(wrapped.getCause());
      case ExecutionException wrapped when wrapped.getCause() != null -> of(wrapped.getCause());
      case IllegalArgumentException refusal -> new Fault(FaultCode.INVALID, text(root(refusal)));
      default ->
          new Fault(
              FaultCode.INTERNAL,
              "unforeseen failure (" + cause.getClass().getSimpleName() + ")",
              "the log has the whole story",
              "lida doctor");
    };
  }

  private static Fault ofReply(ReplyException reply) {
    return switch (reply.failureType()) {
      case NO_HANDLERS -> new Fault(FaultCode.ABSENT, "nobody answers", text(reply), "");
      case TIMEOUT -> new Fault(FaultCode.TIMEOUT, "no answer in time", text(reply), "");
      case RECIPIENT_FAILURE -> Wire.fault(FaultCode.of(reply.failureCode()), text(reply));
      case ERROR -> new Fault(FaultCode.INTERNAL, "the message could not be delivered");
    };
  }

  private static Throwable root(Throwable cause) {
    Throwable root = cause;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root;
  }

  private static String text(Throwable cause) {
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
