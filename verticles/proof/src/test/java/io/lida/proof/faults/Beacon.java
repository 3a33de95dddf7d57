package io.lida.proof.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Where a script that should not have run, or an image that should not be fetched, calls home. */
final class Beacon implements AutoCloseable {
  private final ServerSocket server = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
  private final Queue<String> calls = new ConcurrentLinkedQueue<>();

  Beacon() throws IOException {
    Thread.ofVirtual().start(this::accept);
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  /** The request lines that came. */
  List<String> calls() {
    return List.copyOf(calls);
  }

  private void accept() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        socket.setSoTimeout(500);
        byte[] head = new byte[200];
        int count = socket.getInputStream().read(head);
        String text =
            new String(head, 0, Math.max(0, count), java.nio.charset.StandardCharsets.ISO_8859_1);
        calls.add(text.lines().findFirst().orElse("a connection"));
      } catch (IOException gone) {
        // Closed by us, or a call that said nothing.
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
