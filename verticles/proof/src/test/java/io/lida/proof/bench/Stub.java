package io.lida.proof.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/**
 * A provider that costs next to nothing: one selector thread, OpenAI's chat completions, an answer
 * after a fixed latency. {@code GET /latency/MS} sets that and forgets the figures; {@code GET
 * /stats} tells them.
 */
final class Stub {
  private record Due(StubConnection connection, byte[] answer, long at) {}

  private final Selector selector;
  private final ServerSocketChannel server;
  private final Queue<Due> due = new ArrayDeque<>();
  private final ByteBuffer scratch = ByteBuffer.allocateDirect(1 << 18);
  private long latencyNanos;
  private long requests;
  private long bytes;
  private int most;

  private Stub() throws IOException {
    selector = Selector.open();
    server = ServerSocketChannel.open();
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16_384);
    server.configureBlocking(false);
    server.register(selector, SelectionKey.OP_ACCEPT);
  }

  /** Serves until standard input ends; says its port first. */
  public static void main(String[] none) throws IOException {
    Stub stub = new Stub();
    System.out.println(stub.server.socket().getLocalPort());
    Thread.ofPlatform().daemon().start(Worker::exitWithTheDriver);
    while (true) {
      stub.turn();
    }
  }

  private void turn() throws IOException {
    Due next = due.peek();
    if (next == null) {
      selector.select();
    } else {
      long wait = TimeUnit.NANOSECONDS.toMillis(next.at() - System.nanoTime());
      if (wait > 0) {
        selector.select(wait);
      } else {
        selector.selectNow();
      }
    }
    for (SelectionKey key : selector.selectedKeys()) {
      serve(key);
    }
    selector.selectedKeys().clear();
    long now = System.nanoTime();
    while (!due.isEmpty() && due.element().at() <= now) {
      Due ready = due.remove();
      write(ready.connection(), ready.answer());
    }
  }

  private void serve(SelectionKey key) throws IOException {
    if (key.isAcceptable()) {
      accept();
      return;
    }
    StubConnection connection = (StubConnection) key.attachment();
    try {
      if (key.isReadable()) {
        connection.read(scratch);
      }
      if (key.isValid() && key.isWritable()) {
        connection.flush();
      }
    } catch (IOException gone) {
      connection.close();
    }
  }

  private void accept() throws IOException {
    for (SocketChannel channel = server.accept(); channel != null; channel = server.accept()) {
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
      key.attach(new StubConnection(channel, key, this::take));
    }
  }

  private void take(StubConnection connection, byte[] request, int body, int end)
      throws IOException {
    if (request[0] == 'G') {
      connection.write(StubReply.http(control(new String(request, 0, body, US_ASCII))));
      return;
    }
    requests++;
    bytes += end - body;
    byte[] answer = StubReply.http(StubReply.kind(request, body, end), (end - body) / 4);
    if (latencyNanos == 0) {
      connection.write(answer);
      most = Math.max(most, 1);
    } else {
      due.add(new Due(connection, answer, System.nanoTime() + latencyNanos));
      most = Math.max(most, due.size());
    }
  }

  private String control(String head) {
    String path = head.split(" ", 3)[1];
    if (path.startsWith("/latency/")) {
      latencyNanos = TimeUnit.MILLISECONDS.toNanos(Long.parseLong(path.substring(9)));
      requests = 0;
      bytes = 0;
      most = 0;
    }
    return "{\"requests\":" + requests + ",\"bytes\":" + bytes + ",\"in_flight\":" + most + "}";
  }

  private static void write(StubConnection connection, byte[] answer) throws IOException {
    try {
      connection.write(answer);
    } catch (IOException gone) {
      connection.close();
    }
  }
}
