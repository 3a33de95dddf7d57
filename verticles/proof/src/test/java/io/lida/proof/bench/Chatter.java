package io.lida.proof.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A provider that speaks at length, one event for each word and {@link #WORDS_A_SECOND} of them on
 * each connection; the words are numbers that count up. Who does not ask for a stream gets the
 * stub's answer after {@link #LATENCY_MS}.
 */
final class Chatter {
  static final int WORDS_A_SECOND = 525;
  static final int SECONDS = 14;
  private static final int LATENCY_MS = 300;
  private static final int PERIOD_MS = 8;

  private Chatter() {}

  /** Speaks until standard input ends; says its port first. */
  public static void main(String[] none) throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1_024, InetAddress.getLoopbackAddress())) {
      System.out.println(server.getLocalPort());
      Thread.ofPlatform().daemon().start(Worker::exitWithTheDriver);
      while (true) {
        Socket caller = server.accept();
        Thread.ofVirtual().start(() -> serve(caller));
      }
    }
  }

  private static void serve(Socket caller) {
    try (caller) {
      caller.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(caller.getInputStream(), 1 << 16);
      OutputStream out = caller.getOutputStream();
      while (true) {
        byte[] asked = request(in);
        if (new String(asked, UTF_8).contains("\"stream\":true")) {
          speak(out);
        } else {
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LATENCY_MS));
          out.write(StubReply.http(StubReply.kind(asked, 0, asked.length), asked.length / 4));
        }
        out.flush();
      }
    } catch (IOException gone) {
      return; // who asked has closed the connection
    }
  }

  /** The body of the next request. */
  private static byte[] request(InputStream in) throws IOException {
    int length = 0;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
      }
    }
    return in.readNBytes(length);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException();
      }
      line.append((char) next);
    }
    return line.toString().stripTrailing();
  }

  private static void speak(OutputStream out) throws IOException {
    out.write(
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
            .getBytes(UTF_8));
    send(out, event("{\\\"stance\\\":0.2,\\\"confidence\\\":0.7,\\\"argument\\\":\\\""));
    long begin = System.nanoTime();
    int said = 0;
    while (said < SECONDS * WORDS_A_SECOND) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PERIOD_MS));
      double seconds = (System.nanoTime() - begin) / 1e9;
      StringBuilder words = new StringBuilder();
      while (said < seconds * WORDS_A_SECOND) {
        words.append(event("%06d ".formatted(said++)));
      }
      send(out, words.toString());
    }
    send(out, event("\\\"}") + "data: {\"choices\":[{\"finish_reason\":\"stop\"}]}\n\n");
    send(out, "data: [DONE]\n\n");
    out.write("0\r\n\r\n".getBytes(UTF_8));
  }

  private static String event(String content) {
    return "data: {\"choices\":[{\"delta\":{\"content\":\"" + content + "\"}}]}\n\n";
  }

  private static void send(OutputStream out, String events) throws IOException {
    if (!events.isEmpty()) {
      byte[] bytes = events.getBytes(UTF_8);
      out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(UTF_8));
      out.write(bytes);
      out.write("\r\n".getBytes(UTF_8));
      out.flush();
    }
  }
}
