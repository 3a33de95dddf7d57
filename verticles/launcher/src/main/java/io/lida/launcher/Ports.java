package io.lida.launcher;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Whether a port can be had, and who has it. */
final class Ports {
  private static final Path PROC = Path.of("/proc");
  private static final String LISTENING = "0A";

  private Ports() {}

  /**
   * Sees before anything is started that nobody listens there.
   *
   * @param flag the flag that names the port, for the fix
   * @throws Fault PORT_TAKEN, with the process if it can be known
   */
  static void check(String bind, int port, String flag) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getByName(bind), port));
    } catch (IOException refused) {
      throw taken(bind, port, flag, refused);
    }
  }

  /** The fault of a port that cannot be had. */
  static Fault taken(String bind, int port, String flag, Exception refused) {
    String why =
        owner(port)
            .map(process -> process + " listens on " + bind + ":" + port)
            .orElseGet(() -> bind + ":" + port + ": " + refused.getMessage());
    return new Fault(
        FaultCode.PORT_TAKEN,
        "port " + port + " cannot be had",
        why,
        "lida serve " + flag + " " + (port < 65_535 ? port + 1 : port - 1));
  }

  /** The process in words; only those of the same user can be told apart. */
  private static Optional<String> owner(int port) {
    return inode(port).flatMap(Ports::holder);
  }

  private static Optional<String> inode(int port) {
    String suffix = String.format(":%04X", port);
    for (String table : new String[] {"net/tcp", "net/tcp6"}) {
      try {
        Optional<String> inode =
            Files.readAllLines(PROC.resolve(table)).stream()
                .map(line -> line.strip().split("\\s+"))
                .filter(words -> words.length > 9 && words[1].endsWith(suffix))
                .filter(words -> words[3].equals(LISTENING))
                .map(words -> words[9])
                .findFirst();
        if (inode.isPresent()) {
          return inode;
        }
      } catch (IOException unknown) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Optional<String> holder(String inode) {
    Path socket = Path.of("socket:[" + inode + "]");
    return ProcessHandle.allProcesses()
        .filter(process -> holds(process, socket))
        .findFirst()
        .map(
            process ->
                "process "
                    + process.pid()
                    + process.info().user().map(user -> " (user " + user + ")").orElse(""));
  }

  private static boolean holds(ProcessHandle process, Path socket) {
    Path descriptors = PROC.resolve(Long.toString(process.pid())).resolve("fd");
    try (DirectoryStream<Path> open = Files.newDirectoryStream(descriptors)) {
      for (Path descriptor : open) {
        if (Files.readSymbolicLink(descriptor).equals(socket)) {
          return true;
        }
      }
    } catch (IOException | RuntimeException gone) {
      return false;
    }
    return false;
  }
}
