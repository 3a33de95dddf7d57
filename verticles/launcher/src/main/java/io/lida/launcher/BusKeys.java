package io.lida.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What makes nodes one cluster and keeps all others out: its name, and the key pair by which nodes
 * know each other on the bus. Kept in {@code cluster/} of the data folder; a node of another data
 * folder joins with a copy of that folder.
 *
 * @param store the key pair, self-signed: PKCS12
 */
record BusKeys(String name, String password, Path store) {
  private static final String STORE = "bus.p12";
  private static final String SECRETS = "cluster.json";
  private static final String TEN_YEARS = "3650";
  private static final long PATIENCE_SECONDS = 60;

  /** What the file holds. */
  private record Kept(String schema, String name, String password) {}

  /**
   * Reads the keys of a data folder; makes them at the first start.
   *
   * @throws Fault HOME_UNWRITABLE when they can be neither read nor made, INVALID_CONFIG when
   *     others can read them
   */
  static BusKeys of(Path home) {
    Path folder = home.resolve("cluster");
    try {
      if (!Files.isDirectory(folder)) {
        make(home, folder);
      }
      checkPrivate(folder.resolve(SECRETS));
      checkPrivate(folder.resolve(STORE));
      Kept kept = Wire.read(Files.readAllBytes(folder.resolve(SECRETS)), Kept.class);
      return new BusKeys(kept.name(), kept.password(), folder.resolve(STORE));
    } catch (IOException | IllegalArgumentException failure) {
      throw new Fault(
          FaultCode.HOME_UNWRITABLE,
          "the keys of the cluster cannot be had",
          folder + ": " + failure.getMessage(),
          "remove " + folder + " to have new ones made, or copy that of another node");
    }
  }

  /** Makes the folder aside, so that of two nodes that start at once one is first. */
  private static void make(Path home, Path folder) throws IOException {
    Path aside = Files.createTempDirectory(home, ".cluster", Private.FOLDER);
    try {
      Kept kept = new Kept("lida.cluster/v1", "lida-" + uid(home) + "-" + random(8), random(32));
      Private.write(aside.resolve(SECRETS), Wire.pretty(kept).getBytes(UTF_8));
      keyPair(aside.resolve(STORE), kept.password());
      Files.move(aside, folder);
    } catch (IOException failure) {
      empty(aside);
      if (!Files.isDirectory(folder)) {
        throw failure;
      }
    }
  }

  private static void keyPair(Path store, String password) throws IOException {
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    ProcessBuilder maker =
        new ProcessBuilder(
            List.of(
                keytool.toString(),
                "-genkeypair",
                "-alias",
                "bus",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=lida",
                "-validity",
                TEN_YEARS,
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass:env",
                "LIDA_STORE_PASSWORD"));
    maker.environment().put("LIDA_STORE_PASSWORD", password);
    Process process = maker.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException("keytool: " + said.strip());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted");
    }
    Files.setPosixFilePermissions(
        store, Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
  }

  private static void checkPrivate(Path file) throws IOException {
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
    if (permissions.contains(PosixFilePermission.GROUP_READ)
        || permissions.contains(PosixFilePermission.OTHERS_READ)) {
      throw new Fault(
          FaultCode.INVALID_CONFIG,
          "the keys of the cluster can be read by others",
          file + " must be yours alone",
          "chmod 600 " + file);
    }
  }

  private static Object uid(Path folder) throws IOException {
    return Files.getAttribute(folder, "unix:uid");
  }

  private static String random(int bytes) {
    byte[] random = new byte[bytes];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  private static void empty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  @Override
  public String toString() {
    return "BusKeys[" + name + ", ***]";
  }
}
