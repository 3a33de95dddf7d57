package io.lida.science;

/**
 * An input to which there is no answer: empty, out of range, or undefined under the rule asked.
 *
 * <p>Expected, therefore without a stack trace.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String code;

  /**
   * A refusal.
   *
   * @param code stable and in snake case, such as {@code empty_input}, {@code invalid_probability},
   *     {@code invalid_weights}, {@code invalid_ballot}, {@code over_budget}
   * @param message what was wrong with which value, and what would be accepted
   */
  public Refusal(String code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  /** Which rule of the input was broken; programs decide by it. */
  public String code() {
    return code;
  }
}
