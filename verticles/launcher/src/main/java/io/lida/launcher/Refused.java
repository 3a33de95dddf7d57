package io.lida.launcher;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import java.util.function.Supplier;

/** Values that make no sense are the fault of the setting they came from. */
final class Refused {
  private Refused() {}

  /**
   * What is made of the setting.
   *
   * @throws Fault INVALID_CONFIG when an {@link IllegalArgumentException} refuses it
   */
  static <T> T unless(String key, Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException refusal) {
      throw because(key, String.valueOf(refusal.getMessage()));
    }
  }

  /** The refusal of a setting, in words. */
  static Fault because(String key, String why) {
    return new Fault(
        FaultCode.INVALID_CONFIG,
        "the setting " + key + " is refused",
        why,
        "lida config show --origin");
  }
}
