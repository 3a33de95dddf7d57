package io.lida.proof.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** A client without manners: bytes as they are, and what comes back. */
final class RawSocket implements AutoCloseable {
  private static final int MOST = 1 << 20;

  private final Socket socket = new Socket();
  private final InputStream in;

  RawSocket(int port) throws IOException {
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5_000);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream());
  }

  RawSocket send(String text) throws IOException {
    return send(text.getBytes(ISO_8859_1));
  }

  RawSocket send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    return this;
  }

  /**
   * The status of the next answer: 0 when the connection was closed without one, -1 when nothing
   * came in time.
   */
  int status(Duration patience) throws IOException {
    try {
      String line = line(patience);
      return line.startsWith("HTTP/1.1 ") ? Integer.parseInt(line.substring(9, 12)) : 0;
    } catch (SocketTimeoutException silent) {
      return -1;
    } catch (IOException reset) {
      return 0;
    }
  }

  /** Reads a head to its end. */
  void skipHead() throws IOException {
    while (!line(Duration.ofSeconds(5)).isEmpty()) {
      continue;
    }
  }

  private String line(Duration patience) throws IOException {
    socket.setSoTimeout((int) Math.max(1, patience.toMillis()));
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        return line.toString();
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  /** The rest of what comes, until it is closed or silent for so long. */
  String rest(Duration patience) throws IOException {
    StringBuilder text = new StringBuilder();
    byte[] piece = new byte[8192];
    try {
      socket.setSoTimeout((int) patience.toMillis());
      for (int count = in.read(piece); count >= 0 && text.length() < MOST; count = in.read(piece)) {
        text.append(new String(piece, 0, count, ISO_8859_1));
      }
    } catch (IOException silentOrReset) {
      return text.toString();
    }
    return text.toString();
  }

  /** What is there to read, waiting at most so long for each byte. */
  InputStream in(Duration patience) throws IOException {
    socket.setSoTimeout((int) patience.toMillis());
    return in;
  }

  /** Whether the other side closes within this time, whatever it says before. */
  boolean closedWithin(Duration patience) throws IOException {
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      while (System.nanoTime() < deadline) {
        long left = Math.max(1, (deadline - System.nanoTime()) / 1_000_000);
        socket.setSoTimeout((int) left);
        if (in.read() < 0) {
          return true;
        }
      }
    } catch (SocketTimeoutException open) {
      return false;
    } catch (IOException reset) {
      return true;
    }
    return false;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
