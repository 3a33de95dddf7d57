package io.lida.proof.faults;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** A WebSocket whose frames may be anything. */
final class RawWebSocket implements AutoCloseable {
  private static final byte[] MASK = {1, 2, 3, 4};

  private final RawSocket socket;

  /** Opens it, or fails with the status that was answered. */
  RawWebSocket(int port, String path, String key) throws IOException {
    socket = new RawSocket(port);
    socket.send(
        "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuthorization: Bearer %s\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: AQIDBAUGBwgJCgsMDQ4PEA==\r\nSec-WebSocket-Version: 13\r\n\r\n"
            .formatted(path, port, key));
    int status = socket.status(Duration.ofSeconds(5));
    if (status != 101) {
      socket.close();
      throw new IOException("the upgrade of " + path + " got " + status);
    }
    socket.skipHead();
  }

  /** A frame: its first byte as it is, masked or not, and as long as it says or not. */
  RawWebSocket frame(int first, boolean masked, long length, byte[] payload) throws IOException {
    int head = length < 126 ? 2 : length < 1 << 16 ? 4 : 10;
    byte[] frame = new byte[head + (masked ? 4 : 0) + payload.length];
    frame[0] = (byte) first;
    int bit = masked ? 0x80 : 0;
    if (head == 2) {
      frame[1] = (byte) (bit | length);
    } else {
      frame[1] = (byte) (bit | (head == 4 ? 126 : 127));
      for (int i = 2; i < head; i++) {
        frame[i] = (byte) (length >>> (8 * (head - 1 - i)));
      }
    }
    int at = head;
    if (masked) {
      System.arraycopy(MASK, 0, frame, at, 4);
      at += 4;
    }
    for (int i = 0; i < payload.length; i++) {
      frame[at + i] = (byte) (masked ? payload[i] ^ MASK[i % 4] : payload[i]);
    }
    socket.send(frame);
    return this;
  }

  /** A whole text. */
  RawWebSocket text(String text) throws IOException {
    byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return frame(0x81, true, bytes.length, bytes);
  }

  /** A frame that came: its kind and what it carries. */
  record Frame(int opcode, byte[] payload) {
    String text() {
      return new String(payload, java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  /**
   * The next frame of the other side.
   *
   * @throws SocketTimeoutException when none comes in time
   * @throws IOException when the connection is closed
   */
  Frame next(Duration patience) throws IOException {
    DataInputStream in = new DataInputStream(socket.in(patience));
    int first = in.readUnsignedByte();
    long length = in.readUnsignedByte() & 0x7f;
    length = length == 126 ? in.readUnsignedShort() : length == 127 ? in.readLong() : length;
    byte[] payload = new byte[Math.toIntExact(length)];
    in.readFully(payload);
    return new Frame(first & 0xf, payload);
  }

  /** The code it is closed with: 0 for none said, -1 when it stays open. */
  int closeCode(Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      while (System.nanoTime() < deadline) {
        Frame frame = next(patience);
        if (frame.opcode() == 8) {
          byte[] code = frame.payload();
          return code.length < 2 ? 0 : (code[0] & 0xff) << 8 | (code[1] & 0xff);
        }
      }
      return -1;
    } catch (SocketTimeoutException open) {
      return -1;
    } catch (IOException closed) {
      return 0;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
