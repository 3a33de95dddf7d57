package io.lida.cli;

/**
 * Colour, or none: nothing depends on it. Personas have eight hues that the colour-blind can tell
 * apart; stances have no colour of their own.
 */
record Ink(boolean coloured) {
  private static final int[] RAMP = {255, 189, 153, 111, 68, 62, 60, 17};
  private static final int[] HUES = {68, 172, 36, 134, 178, 75, 137, 168};

  /** What carries the meaning of a line. */
  String strong(String text) {
    return wrap("1", text);
  }

  /** What may be read later. */
  String faint(String text) {
    return wrap("2", text);
  }

  /** What went wrong. */
  String alarm(String text) {
    return wrap("1;38;5;166", text);
  }

  /** The hue of a seat; the moderator at -1 has none. */
  String seat(int seat, String text) {
    return seat < 0 ? strong(text) : wrap("1;38;5;" + HUES[seat % HUES.length], text);
  }

  /** A share of 0 to 1 on a ramp from pale to deep; the text must say it, too. */
  String shade(double share, String text) {
    int step = (int) Math.clamp(share * RAMP.length, 0, RAMP.length - 1.0);
    int letters = step < RAMP.length / 2 ? 16 : 231;
    return wrap("48;5;" + RAMP[step] + ";38;5;" + letters, text);
  }

  private String wrap(String code, String text) {
    return coloured && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
