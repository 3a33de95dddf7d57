package io.lida.store;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocketFactory;

/**
 * A few plain words with a Redis server, before there is any event loop. Blocks, for 2 s an answer
 * at most; one thread.
 */
final class Knock implements AutoCloseable {
  private static final int PATIENCE_MS = 2_000;

  private final AutoCloseable connection;
  private final InputStream in;
  private final OutputStream out;

  private Knock(AutoCloseable connection, InputStream in, OutputStream out) {
    this.connection = connection;
    this.in = new BufferedInputStream(in);
    this.out = out;
  }

  /** Connects and logs in. */
  static Knock at(RedisUrl url) throws IOException {
    Knock knock = url.scheme().equals("unix") ? socket(url) : host(url);
    try {
      String password = url.password();
      if (password != null) {
        String user = url.user();
        knock.ask(
            user == null ? new String[] {"AUTH", password} : new String[] {"AUTH", user, password});
      }
      return knock;
    } catch (IOException refused) {
      knock.close();
      throw refused;
    }
  }

  private static Knock socket(RedisUrl url) throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.connect(UnixDomainSocketAddress.of(url.path()));
      channel.configureBlocking(false);
    } catch (IOException unreachable) {
      channel.close();
      throw unreachable;
    }
    // A channel of this kind knows no time limit in blocking mode, so a selector keeps it.
    return new Knock(channel, new Patient(channel), new Written(channel));
  }

  private static Knock host(RedisUrl url) throws IOException {
    Socket socket =
        url.scheme().equals("rediss") ? SSLSocketFactory.getDefault().createSocket() : new Socket();
    socket.connect(new InetSocketAddress(url.host(), url.port()), PATIENCE_MS);
    socket.setSoTimeout(PATIENCE_MS);
    return new Knock(socket, socket.getInputStream(), socket.getOutputStream());
  }

  /** Asks for a text, a word or a number; what Redis refuses is thrown with its text. */
  String ask(String... command) throws IOException {
    StringBuilder request = new StringBuilder("*" + command.length + "\r\n");
    for (String word : command) {
      int length = word.getBytes(StandardCharsets.UTF_8).length;
      request.append('$').append(length).append("\r\n").append(word).append("\r\n");
    }
    out.write(request.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
    return answer();
  }

  private String answer() throws IOException {
    String line = line();
    String rest = line.substring(1);
    return switch (line.charAt(0)) {
      case '+', ':' -> rest;
      case '-' -> throw new IOException(rest);
      case '$' -> text(Integer.parseInt(rest));
      case '*' -> {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < Integer.parseInt(rest); i++) {
          all.append(answer()).append('\n');
        }
        yield all.toString();
      }
      default -> throw new IOException("that is not Redis: " + line);
    };
  }

  private String text(int length) throws IOException {
    byte[] bytes = in.readNBytes(Math.max(0, length) + (length < 0 ? 0 : 2));
    return new String(
        bytes, 0, Math.max(0, Math.min(length, bytes.length)), StandardCharsets.UTF_8);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the server hung up");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    if (line.isEmpty()) {
      throw new IOException("that is not Redis: an empty line");
    }
    return line.toString();
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (Exception closedAlready) {
      // Nothing is owed to a connection that cannot even be closed.
    }
  }

  /** Reads a channel that does not block, waiting as long as we are ready to. */
  private static final class Patient extends InputStream {
    private final SocketChannel channel;

    private Patient(SocketChannel channel) {
      this.channel = channel;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
      int count = channel.read(buffer);
      if (count != 0) {
        return count;
      }
      try (Selector selector = Selector.open()) {
        channel.register(selector, SelectionKey.OP_READ);
        if (selector.select(PATIENCE_MS) == 0) {
          throw new IOException("no answer within " + PATIENCE_MS + " ms");
        }
      }
      return channel.read(buffer);
    }
  }

  /** Writes a channel that does not block; our words are far shorter than its buffer. */
  private static final class Written extends OutputStream {
    private final SocketChannel channel;

    private Written(SocketChannel channel) {
      this.channel = channel;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (channel.write(ByteBuffer.wrap(bytes, offset, length)) < length) {
        throw new IOException("the server does not read");
      }
    }
  }
}
