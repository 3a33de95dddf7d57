package io.lida.testkit;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Cuts one direction of a connection to Redis into its messages, in either version of RESP. */
final class Resp {
  private static final byte[] END = {'\r', '\n'};

  private final InputStream in;

  Resp(InputStream in) {
    this.in = in;
  }

  /**
   * A message as it came.
   *
   * @param words its bulk strings in order, which of a command are all there is
   * @param push whether it answers nothing
   */
  record Message(byte[] bytes, List<String> words, boolean push) {}

  /**
   * The next message; waits for it.
   *
   * @throws EOFException at the end of the stream
   */
  Message next() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    List<String> words = new ArrayList<>();
    boolean push = value(bytes, words) == '>';
    return new Message(bytes.toByteArray(), List.copyOf(words), push);
  }

  private int value(ByteArrayOutputStream bytes, List<String> words) throws IOException {
    String head = line(bytes);
    char type = head.charAt(0);
    switch (type) {
      case '$', '=', '!' -> bulk(Integer.parseInt(head.substring(1)), bytes, words);
      case '*', '~', '>' -> values(Integer.parseInt(head.substring(1)), bytes, words);
      case '%' -> values(2 * Integer.parseInt(head.substring(1)), bytes, words);
      case '|' -> {
        values(2 * Integer.parseInt(head.substring(1)), bytes, words);
        return value(bytes, words);
      }
      default -> {}
    }
    return type;
  }

  private void values(int count, ByteArrayOutputStream bytes, List<String> words)
      throws IOException {
    for (int i = 0; i < count; i++) {
      value(bytes, words);
    }
  }

  private void bulk(int length, ByteArrayOutputStream bytes, List<String> words)
      throws IOException {
    if (length >= 0) {
      byte[] text = in.readNBytes(length + END.length);
      if (text.length < length + END.length) {
        throw new EOFException();
      }
      bytes.writeBytes(text);
      words.add(new String(text, 0, length, StandardCharsets.UTF_8));
    }
  }

  private String line(ByteArrayOutputStream bytes) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException();
      }
      line.write(next);
    }
    bytes.writeBytes(line.toByteArray());
    bytes.write('\n');
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }
}
