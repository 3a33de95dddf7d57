package io.lida.personas;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import org.jspecify.annotations.Nullable;

/** What a question must say; one that arrives as JSON may have left it out. */
final class Given {
  private Given() {}

  /**
   * The value.
   *
   * @throws Fault INVALID when it is absent
   */
  static <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw new Fault(FaultCode.INVALID, field + " is missing");
    }
    return value;
  }
}
