package io.lida.testkit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * Stands between a node and Redis, counts the commands that matter, and lets a test step in just
 * before Redis hears one of them or just before the node hears that Redis has done it. Thread-safe.
 */
public final class FaultProxy implements AutoCloseable {
  /** A run's log is written by this command alone. */
  public static final Predicate<List<String>> APPENDS =
      words ->
          words.size() > 3
              && words.get(0).equalsIgnoreCase("EVALSHA")
              && words.get(3).endsWith("}:log");

  /** The two moments of a command at which a test may step in. */
  public enum Point {
    /** Redis has not heard it. */
    ASKED,
    /** Redis has done it, and nobody knows. */
    ANSWERED
  }

  /** Decides what becomes of a command; called on the connection's thread, which waits for it. */
  @FunctionalInterface
  public interface Warden {
    /**
     * Whether the connection goes on; otherwise it is cut, and the message is lost.
     *
     * @param number of the command among those that count, from 1
     * @param words the command
     */
    boolean pass(int number, Point point, List<String> words);
  }

  private record Asked(int number, List<String> words) {}

  private final ServerSocket server;
  private final SocketAddress redis;
  private final Predicate<List<String>> counts;
  private final Warden warden;
  private final AtomicInteger counted = new AtomicInteger();
  private final Set<AutoCloseable> open = ConcurrentHashMap.newKeySet();

  private FaultProxy(
      ServerSocket server, SocketAddress redis, Predicate<List<String>> counts, Warden warden) {
    this.server = server;
    this.redis = redis;
    this.counts = counts;
    this.warden = warden;
  }

  /** A proxy on a free port of the loopback before the Redis at this address. */
  public static FaultProxy start(
      SocketAddress redis, Predicate<List<String>> counts, Warden warden) {
    try {
      ServerSocket server = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
      FaultProxy proxy = new FaultProxy(server, redis, counts, warden);
      Thread.ofVirtual().name("fault-proxy").start(proxy::accept);
      return proxy;
    } catch (IOException unavailable) {
      throw new UncheckedIOException(unavailable);
    }
  }

  /** The port to connect to instead of Redis. */
  public int port() {
    return server.getLocalPort();
  }

  /** How many of the commands that count were asked. */
  public int counted() {
    return counted.get();
  }

  /** Closes the port and every connection. */
  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException unclosable) {
      throw new UncheckedIOException(unclosable);
    }
    open.forEach(FaultProxy::cut);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket node = server.accept();
        node.setTcpNoDelay(true);
        join(node);
      } catch (IOException closed) {
        // A closed port ends the loop; a Redis that is away costs the node its connection.
      }
    }
  }

  private void join(Socket node) throws IOException {
    SocketChannel redisSide =
        redis instanceof UnixDomainSocketAddress
            ? SocketChannel.open(java.net.StandardProtocolFamily.UNIX)
            : SocketChannel.open();
    try {
      redisSide.connect(redis);
    } catch (IOException away) {
      cut(redisSide);
      cut(node);
      return;
    }
    open.add(node);
    open.add(redisSide);
    Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    Thread.ofVirtual().start(() -> commands(node, redisSide, asked));
    Thread.ofPlatform().daemon().start(() -> answers(node, redisSide, asked));
  }

  private void commands(Socket node, SocketChannel redisSide, Queue<Asked> asked) {
    try (node;
        redisSide) {
      Resp commands = new Resp(new BufferedInputStream(node.getInputStream()));
      while (true) {
        Resp.Message command = commands.next();
        int number = counts.test(command.words()) ? counted.incrementAndGet() : 0;
        if (number > 0 && !warden.pass(number, Point.ASKED, command.words())) {
          return;
        }
        asked.add(new Asked(number, command.words()));
        var bytes = java.nio.ByteBuffer.wrap(command.bytes());
        while (bytes.hasRemaining()) {
          redisSide.write(bytes);
        }
      }
    } catch (IOException gone) {
      // One side left; so does the other.
    }
  }

  private void answers(Socket node, SocketChannel redisSide, Queue<Asked> asked) {
    try (node;
        redisSide) {
      Resp answers = new Resp(new BufferedInputStream(Channels.newInputStream(redisSide)));
      while (true) {
        Resp.Message answer = answers.next();
        Asked question = answer.push() ? null : asked.poll();
        if (question != null
            && question.number() > 0
            && !warden.pass(question.number(), Point.ANSWERED, question.words())) {
          return;
        }
        node.getOutputStream().write(answer.bytes());
      }
    } catch (IOException gone) {
      // One side left; so does the other.
    }
  }

  private static void cut(AutoCloseable connection) {
    try {
      connection.close();
    } catch (Exception unclosable) {
      throw new IllegalStateException(unclosable);
    }
  }
}
