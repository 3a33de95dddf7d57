package io.lida.cli;

/**
 * A command line that was understood and cannot be meant: exit 2. Stackless; light enough to be
 * loaded before anything of the contract is.
 */
final class Misuse extends RuntimeException {
  private final String detail;
  private final String fix;

  Misuse(String title, String detail) {
    this(title, detail, "");
  }

  Misuse(String title, String detail, String fix) {
    super(title, null, false, false);
    this.detail = detail;
    this.fix = fix;
  }

  String title() {
    return String.valueOf(getMessage());
  }

  String detail() {
    return detail;
  }

  /** What to type instead; empty for the help of the command. */
  String fix() {
    return fix;
  }
}
