package io.lida.llm;

import java.util.Set;
import java.util.function.Consumer;

/**
 * Takes the prose out of an answer while it comes: of a JSON object the text of its {@code
 * argument} or {@code reason}, of anything else all of it. For one thread at a time.
 */
final class Prose {
  private static final Set<String> FIELDS = Set.of("argument", "reason");

  private enum Kind {
    UNKNOWN,
    JSON,
    PLAIN
  }

  private final Consumer<String> words;
  private final StringBuilder head = new StringBuilder();
  private final StringBuilder name = new StringBuilder();
  private final StringBuilder hex = new StringBuilder();
  private Kind kind = Kind.UNKNOWN;
  private int depth;
  private boolean inString;
  private boolean escaped;
  private boolean inUnicode;
  private boolean afterColon;

  Prose(Consumer<String> words) {
    this.words = words;
  }

  void feed(String piece) {
    String text = piece;
    if (kind == Kind.UNKNOWN) {
      head.append(piece);
      text = head.toString();
      kind = kindOf(text.stripLeading());
    }
    switch (kind) {
      case UNKNOWN -> {}
      case PLAIN -> words.accept(text);
      case JSON -> scan(text);
    }
  }

  private static Kind kindOf(String text) {
    if (text.startsWith("{") || (text.startsWith("`") && text.contains("{"))) {
      return Kind.JSON;
    }
    return text.isEmpty() || text.startsWith("`") ? Kind.UNKNOWN : Kind.PLAIN;
  }

  private void scan(String text) {
    StringBuilder prose = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      char next = text.charAt(at);
      if (inString) {
        inside(next, prose);
      } else {
        between(next);
      }
    }
    if (!prose.isEmpty()) {
      words.accept(prose.toString());
    }
  }

  private void between(char next) {
    switch (next) {
      case '"' -> {
        inString = true;
        if (!afterColon) {
          name.setLength(0);
        }
      }
      case '{', '[' -> {
        depth++;
        afterColon = false;
      }
      case '}', ']' -> depth--;
      case ':' -> afterColon = true;
      case ',' -> afterColon = false;
      default -> {}
    }
  }

  private void inside(char next, StringBuilder prose) {
    if (inUnicode) {
      hex.append(next);
      if (hex.length() == 4) {
        inUnicode = false;
        put(unicode(), prose);
      }
    } else if (escaped) {
      escaped = false;
      unescape(next, prose);
    } else if (next == '\\') {
      escaped = true;
    } else if (next == '"') {
      inString = false;
    } else {
      put(next, prose);
    }
  }

  private void unescape(char next, StringBuilder prose) {
    switch (next) {
      case 'u' -> {
        inUnicode = true;
        hex.setLength(0);
      }
      case 'n', 'r' -> put('\n', prose);
      case 't' -> put('\t', prose);
      case 'b', 'f' -> {}
      default -> put(next, prose);
    }
  }

  private char unicode() {
    try {
      return (char) Integer.parseInt(hex.toString(), 16);
    } catch (NumberFormatException notHex) {
      return '\uFFFD';
    }
  }

  private void put(char letter, StringBuilder prose) {
    if (!afterColon) {
      name.append(letter);
    } else if (depth == 1 && FIELDS.contains(name.toString())) {
      prose.append(letter);
    }
  }
}
