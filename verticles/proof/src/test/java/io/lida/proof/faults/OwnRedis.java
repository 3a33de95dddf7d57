package io.lida.proof.faults;

import io.lida.store.RedisOptions;
import io.lida.store.RedisServer;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A Redis that the servers of a row are given, so that its life is the row's alone. */
final class OwnRedis implements AutoCloseable {
  private final Path folder;
  private final RedisServer server;

  OwnRedis(Path folder) {
    this.folder = folder;
    server = RedisServer.find(RedisOptions.defaults(folder));
  }

  /** Where it is, with the password. */
  String url() {
    return server.url();
  }

  /** Where a proxy has to connect to. */
  SocketAddress address() {
    return UnixDomainSocketAddress.of(URI.create(server.url()).getPath());
  }

  /** How to reach it through a port of the loopback. */
  String urlAt(int port) {
    return "redis://" + URI.create(server.url()).getRawUserInfo() + "@127.0.0.1:" + port;
  }

  /** Ends it as {@code kill -9} does. */
  void kill() throws IOException {
    killIn(folder);
  }

  /** Starts it again over what it left. */
  void restart() {
    RedisServer.find(RedisOptions.defaults(folder));
  }

  /** The process of the Redis of a data folder, if it runs. */
  static Optional<ProcessHandle> processIn(Path home) throws IOException {
    Path file = home.resolve("redis/redis.pid");
    String pid = Files.exists(file) ? Files.readString(file).strip() : "";
    return pid.isEmpty()
        ? Optional.empty()
        : ProcessHandle.of(Long.parseLong(pid))
            .filter(ProcessHandle::isAlive)
            .filter(process -> process.info().command().orElse("").matches(".*(redis|valkey).*"));
  }

  /** Ends the Redis of a data folder, if it runs; answers whether it did. */
  static boolean killIn(Path home) throws IOException {
    Optional<ProcessHandle> process = processIn(home);
    process.ifPresent(
        running -> {
          running.destroyForcibly();
          running.onExit().orTimeout(10, TimeUnit.SECONDS).join();
        });
    return process.isPresent();
  }

  @Override
  public void close() throws IOException {
    kill();
  }
}
