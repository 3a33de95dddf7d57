package io.lida.store;

import io.lida.contract.Event;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The folder in which a Redis of ours lives: what is in it, and that nobody else can look into it.
 */
record RedisFolder(Path folder, Path socket) {
  private static final String USER = "lida";
  private static final int LONGEST_SOCKET_PATH = 100;
  private static final Pattern PASSWORD = Pattern.compile("user " + USER + " on >([0-9a-f]{64}) ");
  private static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final FileAttribute<Set<PosixFilePermission>> SECRET =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  /** Makes the folder if it is not there; a {@code HOME_UNWRITABLE} fault if it cannot be had. */
  static RedisFolder of(RedisOptions options) {
    Path folder = options.home().resolve("redis");
    try {
      Files.createDirectories(options.home());
      makePrivate(folder);
      Files.delete(Files.createTempFile(folder, "writable", ".probe"));
      Path socket = folder.resolve("redis.sock");
      return new RedisFolder(folder, fits(socket) ? socket : elsewhere(options, folder));
    } catch (IOException | UnsupportedOperationException unwritable) {
      throw new Fault(
          FaultCode.HOME_UNWRITABLE,
          "the data folder cannot be written",
          folder + ": " + reason(unwritable),
          "chmod u+rwx " + options.home() + ", or set LIDA_HOME to a folder of your own");
    }
  }

  private static boolean fits(Path socket) {
    return socket.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_SOCKET_PATH;
  }

  private static Path elsewhere(RedisOptions options, Path folder) throws IOException {
    String hash = Event.digest(folder.toString()).substring("sha256:".length()).substring(0, 8);
    Path beside =
        options.temporary().resolve("lida-" + System.getProperty("user.name") + "-" + hash);
    makePrivate(beside);
    if (!Files.getOwner(beside).equals(Files.getOwner(folder))) {
      throw new IOException(beside + " belongs to " + Files.getOwner(beside));
    }
    return beside.resolve("redis.sock");
  }

  private static void makePrivate(Path folder) throws IOException {
    try {
      Files.createDirectory(folder, PRIVATE);
    } catch (FileAlreadyExistsException madeBefore) {
      // By an earlier start, or by one at this very moment; a link or a file is neither.
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        throw madeBefore;
      }
    }
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }

  Path pidFile() {
    return folder.resolve("redis.pid");
  }

  Path log() {
    return folder.resolve("redis.log");
  }

  Path conf() {
    return folder.resolve("redis.conf");
  }

  /** Where the bundled server is unpacked. */
  Path bin() {
    return folder.resolve("bin");
  }

  /** Whether only Redis 7 or later understands what is kept here. */
  boolean needsSeven() {
    return Files.isDirectory(folder.resolve("appendonlydir"));
  }

  /** The URL of the server here, once it has been configured. */
  Optional<String> url() throws IOException {
    if (!Files.isReadable(conf())) {
      return Optional.empty();
    }
    Matcher line = PASSWORD.matcher(Files.readString(conf()));
    return line.find()
        ? Optional.of(RedisUrl.ofSocket(socket, USER, line.group(1)))
        : Optional.empty();
  }

  /** Writes the configuration, with the password it had or a new one of 256 bits. */
  String configure(String appendfsync) throws IOException {
    String password = url().map(url -> RedisUrl.parse(url).password()).orElseGet(this::password);
    List<String> lines =
        List.of(
            "# written anew at each start",
            "port 0",
            "unixsocket " + quoted(socket),
            "unixsocketperm 700",
            "dir " + quoted(folder),
            "pidfile " + quoted(pidFile()),
            "logfile " + quoted(log()),
            "daemonize no",
            "databases 1",
            "appendonly yes",
            "appendfsync " + appendfsync,
            "auto-aof-rewrite-min-size 64mb",
            "save \"\"",
            "maxmemory-policy noeviction",
            "hz 50", // how often it looks whether it is to end
            // Nobody can be this user, but Redis >= 7 reads its own log back with its rights.
            "user default off resetpass ~* &* +@all",
            "user "
                + USER
                + " on >"
                + password
                + " resetchannels ~lida:* &lida:* +@all -@dangerous +info +client|list"
                + " +client|setname");
    Path fresh = Files.createTempFile(folder, "redis", ".conf", SECRET);
    Files.writeString(fresh, String.join("\n", lines) + "\n");
    Files.move(fresh, conf(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return RedisUrl.ofSocket(socket, USER, password);
  }

  private String password() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  private static String quoted(Path path) {
    return '"' + path.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** The server's process, if the one that wrote the pid file still runs. */
  Optional<ProcessHandle> process() throws IOException {
    if (!Files.isReadable(pidFile())) {
      return Optional.empty();
    }
    String pid = Files.readString(pidFile()).strip();
    if (!pid.matches("\\d{1,18}")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(pid))
        .filter(ProcessHandle::isAlive)
        .filter(RedisFolder::looksLikeRedis);
  }

  /** A number may have been given to another program since. */
  private static boolean looksLikeRedis(ProcessHandle process) {
    return process
        .info()
        .command()
        .map(command -> command.contains("redis") || command.contains("valkey"))
        .orElse(false);
  }

  /** Removes what a dead server left that would mislead. */
  void tidy() throws IOException {
    Files.deleteIfExists(pidFile());
    Files.deleteIfExists(socket);
  }

  /** The last lines of the server's log. */
  String lastWords() {
    try {
      List<String> lines = Files.readAllLines(log(), StandardCharsets.ISO_8859_1);
      return String.join("; ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
    } catch (IOException silent) {
      return "it left no log";
    }
  }

  static String reason(Exception cause) {
    String text = cause.getMessage();
    String kind = cause.getClass().getSimpleName();
    return text == null ? kind : kind.equals("IOException") ? text : kind + ": " + text;
  }
}
