package io.lida.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartTest {
  private static final List<String> HEAVY =
      List.of(
          "io.vertx.", "com.fasterxml.", "org.jline.", "io.netty.", "ch.qos.", "com.hazelcast.");

  @ParameterizedTest
  @ValueSource(strings = {"--help", "--version", "debate --help", "help exit-codes"})
  void helpLoadsNothingHeavy(String line) throws Exception {
    Process process = start("-Xlog:class+load:stdout", line);
    List<String> loaded =
        new String(process.getInputStream().readAllBytes())
            .lines()
            .filter(said -> HEAVY.stream().anyMatch(heavy -> said.contains("] " + heavy)))
            .toList();
    process.waitFor(20, TimeUnit.SECONDS);
    assertEquals(List.of(), loaded);
    assertEquals(0, process.exitValue());
  }

  @Test
  void theProcessEndsWithTheExitCode() throws Exception {
    Process process = start("-Xshare:auto", "nonsuch");
    process.getInputStream().readAllBytes();
    process.waitFor(20, TimeUnit.SECONDS);
    assertEquals(2, process.exitValue());
  }

  private static Process start(String flag, String line) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        new java.util.ArrayList<>(
            List.of(
                java,
                flag,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.lida.cli.Lida"));
    command.addAll(List.of(line.split(" ")));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }
}
