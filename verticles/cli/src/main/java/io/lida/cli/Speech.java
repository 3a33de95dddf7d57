package io.lida.cli;

import io.lida.contract.Llm;

/**
 * What one says, shown as it is said: wrapped at words, and made whole at the end where some of it
 * was lost on the way.
 */
final class Speech {
  static final int WIDTH = 74;

  private final Screen screen;
  private final StringBuilder heard = new StringBuilder();
  private final StringBuilder word = new StringBuilder();
  private int column;
  private boolean begun;

  Speech(Screen screen) {
    this.screen = screen;
  }

  /** Whether anything was heard. */
  boolean begun() {
    return begun;
  }

  /** Takes words in; what does not follow on what was heard is left for the end. */
  void hear(Llm.Words words) {
    if (words.at() == heard.length()) {
      heard.append(words.text());
      show(words.text());
    }
  }

  /** It is over, and this is all of it. */
  void end(String whole) {
    if (whole.startsWith(heard.toString())) {
      show(whole.substring(heard.length()));
    } else {
      line();
      show(whole);
    }
    put();
    line();
  }

  private void show(String text) {
    begun = true;
    text.codePoints()
        .forEach(
            point -> {
              if (!Character.isWhitespace(point)) {
                word.appendCodePoint(point);
                return;
              }
              put();
              if (point == '\n') {
                line();
              }
            });
  }

  private void put() {
    String next = Plain.line(word.toString());
    word.setLength(0);
    if (next.isEmpty()) {
      return;
    }
    if (column > 0 && column + 1 + Columns.width(next) > WIDTH) {
      line();
    }
    screen.resultText((column == 0 ? "  " : " ") + next);
    column += (column == 0 ? 0 : 1) + Columns.width(next);
  }

  private void line() {
    if (column > 0) {
      screen.resultText("\n");
      column = 0;
    }
  }
}
