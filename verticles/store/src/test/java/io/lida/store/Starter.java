package io.lida.store;

import java.io.IOException;
import java.nio.file.Path;

/** A process of its own that finds a server, says so, and stays until somebody ends it. */
final class Starter {
  private Starter() {}

  public static void main(String[] arguments) throws IOException {
    RedisServer server = RedisServer.find(Rig.options(Path.of(arguments[0]), arguments[1]));
    System.out.println(server.url());
    System.out.flush();
    System.exit(System.in.read());
  }

  /** Starts the process; its first line is the server's URL. */
  static Process start(Path home, String path) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Starter.class.getName(),
            home.toString(),
            path)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
