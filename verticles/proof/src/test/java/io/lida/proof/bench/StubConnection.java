package io.lida.proof.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;

/** One connection to the stub: reads requests one after the other, writes what it is given. */
final class StubConnection {
  private static final byte[] LENGTH = "content-length:".getBytes(US_ASCII);

  /** Takes whole requests. */
  interface Desk {
    /** A request: its head up to {@code body}, its body up to {@code end}. */
    void take(StubConnection connection, byte[] bytes, int body, int end) throws IOException;
  }

  private final SocketChannel channel;
  private final SelectionKey key;
  private final Desk desk;
  private final Queue<ByteBuffer> unsent = new ArrayDeque<>();
  private byte[] bytes = new byte[8192];
  private int length;

  StubConnection(SocketChannel channel, SelectionKey key, Desk desk) {
    this.channel = channel;
    this.key = key;
    this.desk = desk;
  }

  void read(ByteBuffer scratch) throws IOException {
    scratch.clear();
    int count = channel.read(scratch);
    if (count < 0) {
      close();
      return;
    }
    if (length + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
    }
    scratch.flip().get(bytes, length, count);
    length += count;
    parse();
  }

  private void parse() throws IOException {
    int body = bodyAt();
    while (body > 0) {
      int end = body + contentLength(body);
      if (end > length) {
        return;
      }
      desk.take(this, bytes, body, end);
      System.arraycopy(bytes, end, bytes, 0, length - end);
      length -= end;
      body = bodyAt();
    }
  }

  private int bodyAt() {
    for (int i = 3; i < length; i++) {
      if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n') {
        return i + 1;
      }
    }
    return -1;
  }

  private int contentLength(int head) {
    for (int i = 0; i < head; i++) {
      if (bytes[i] == '\n' && isLength(i + 1, head)) {
        int at = i + 1 + LENGTH.length;
        while (bytes[at] == ' ') {
          at++;
        }
        int number = 0;
        while (bytes[at] >= '0' && bytes[at] <= '9') {
          number = number * 10 + bytes[at++] - '0';
        }
        return number;
      }
    }
    return 0;
  }

  private boolean isLength(int from, int end) {
    if (from + LENGTH.length >= end) {
      return false;
    }
    for (int i = 0; i < LENGTH.length; i++) {
      if (Character.toLowerCase(bytes[from + i]) != LENGTH[i]) {
        return false;
      }
    }
    return true;
  }

  void write(byte[] answer) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(answer);
    if (unsent.isEmpty()) {
      channel.write(buffer);
    }
    if (buffer.hasRemaining()) {
      unsent.add(buffer);
      key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    }
  }

  void flush() throws IOException {
    while (!unsent.isEmpty()) {
      channel.write(unsent.element());
      if (unsent.element().hasRemaining()) {
        return;
      }
      unsent.remove();
    }
    key.interestOps(SelectionKey.OP_READ);
  }

  void close() throws IOException {
    key.cancel();
    channel.close();
  }
}
