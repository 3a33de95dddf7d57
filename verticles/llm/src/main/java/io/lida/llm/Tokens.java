package io.lida.llm;

/** Estimates tokens where nobody counted them. */
final class Tokens {
  private static final int LETTERS_PER_TOKEN = 4;
  private static final int LAST_ALPHABETIC = 0x2E7F;

  private Tokens() {}

  /**
   * About how many tokens a text has: one for four letters of an alphabet, one for each character
   * of a script that writes words or syllables.
   */
  static int estimate(String text) {
    int letters = 0;
    int signs = 0;
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) <= LAST_ALPHABETIC) {
        letters++;
      } else {
        signs++;
      }
    }
    return (letters + LETTERS_PER_TOKEN - 1) / LETTERS_PER_TOKEN + signs;
  }
}
