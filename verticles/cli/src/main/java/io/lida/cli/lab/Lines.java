package io.lida.cli.lab;

import io.lida.science.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** The lines of a stream, none held that is longer than the bound. Used on one thread. */
final class Lines {
  private final InputStream in;
  private final int longest;
  private final Runnable beforeWaiting;
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int end;

  /**
   * Lines of a stream.
   *
   * @param longest in bytes, without the line feed
   * @param beforeWaiting run when all that has come is read and more may have to be waited for
   */
  Lines(InputStream in, int longest, Runnable beforeWaiting) {
    this.in = in;
    this.longest = longest;
    this.beforeWaiting = beforeWaiting;
  }

  /** Whether there is another line; waits until that is known. */
  boolean more() throws IOException {
    if (position < end) {
      return true;
    }
    beforeWaiting.run();
    position = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }

  /**
   * The next line.
   *
   * @throws Refusal {@code too_large} when it is too long; it is passed over
   */
  byte[] next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    long length = 0;
    while (more()) {
      int start = position;
      while (position < end && buffer[position] != '\n') {
        position++;
      }
      length += position - start;
      if (length <= longest) {
        line.write(buffer, start, position - start);
      }
      if (position < end) {
        position++;
        break;
      }
    }
    if (length > longest) {
      throw new Refusal(
          "too_large", "the line has " + length + " bytes; " + longest + " is the most");
    }
    return line.toByteArray();
  }
}
