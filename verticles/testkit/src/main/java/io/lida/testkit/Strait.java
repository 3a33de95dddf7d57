package io.lida.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A stretch of network between a node and a server that can be cut: what is under way then, or sent
 * later, is held as a network that drops packets holds it, and arrives when the cut is mended.
 * Thread-safe.
 */
public final class Strait implements AutoCloseable {
  private static final int PIECE = 1 << 14;

  private final ServerSocket shore;
  private final SocketAddress other;
  private final Set<AutoCloseable> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();
  private volatile CountDownLatch passage = new CountDownLatch(0);

  private Strait(ServerSocket shore, SocketAddress other) {
    this.shore = shore;
    this.other = other;
  }

  /** A way through a free port of the loopback to the server at this address. */
  public static Strait to(SocketAddress server) {
    try {
      Strait strait = new Strait(new ServerSocket(0, 64, InetAddress.getLoopbackAddress()), server);
      Thread.ofPlatform().daemon().name("strait").start(strait::accept);
      return strait;
    } catch (IOException unavailable) {
      throw new UncheckedIOException(unavailable);
    }
  }

  /** The port to connect to instead of the server. */
  public int port() {
    return shore.getLocalPort();
  }

  /** How often a node has connected so far. */
  public int connections() {
    return connections.get();
  }

  /** Lets nothing pass from now on; new connections are made and stay silent. */
  public void cut() {
    passage = new CountDownLatch(1);
  }

  /** Lets everything pass again, what was held first. */
  public void mend() {
    passage.countDown();
  }

  /** Closes the port and every connection. */
  @Override
  public void close() {
    mend();
    shut(shore);
    open.forEach(Strait::shut);
  }

  private void accept() {
    while (!shore.isClosed()) {
      try {
        Socket node = shore.accept();
        connections.incrementAndGet();
        node.setTcpNoDelay(true);
        open.add(node);
        Thread.ofPlatform().daemon().start(() -> join(node));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void join(Socket node) {
    try (node;
        SocketChannel server =
            other instanceof UnixDomainSocketAddress
                ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open()) {
      passage.await();
      server.connect(other);
      open.add(server);
      ReadableByteChannel asked = Channels.newChannel(node.getInputStream());
      WritableByteChannel answered = Channels.newChannel(node.getOutputStream());
      Thread.ofPlatform().daemon().start(() -> carry(server, answered, node, server));
      carry(asked, server, node, server);
    } catch (IOException | InterruptedException away) {
      // A server that is away costs the node its connection.
    }
  }

  private void carry(
      ReadableByteChannel from, WritableByteChannel to, AutoCloseable node, AutoCloseable server) {
    ByteBuffer piece = ByteBuffer.allocate(PIECE);
    try {
      while (from.read(piece.clear()) >= 0) {
        passage.await();
        piece.flip();
        while (piece.hasRemaining()) {
          to.write(piece);
        }
      }
    } catch (IOException | InterruptedException gone) {
      // One side left; so does the other.
    } finally {
      shut(node);
      shut(server);
    }
  }

  private static void shut(AutoCloseable connection) {
    try {
      connection.close();
    } catch (Exception unclosable) {
      throw new IllegalStateException(unclosable);
    }
  }
}
