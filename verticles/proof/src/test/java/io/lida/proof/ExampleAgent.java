package io.lida.proof;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One of the programs in {@code webroot/agents}, in a process of its own. */
final class ExampleAgent implements AutoCloseable {
  private static final Path PROGRAMS = Product.ROOT.resolve("webroot/agents");

  private final Process process;

  private ExampleAgent(List<String> command, String name, String bus, Path log) {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("LIDA_AGENT", name);
    builder.environment().put("LIDA_BUS", bus);
    try {
      process = builder.start();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** The Python one, if there is a Python with websockets here. */
  static ExampleAgent python(String name, String bus, Path log) {
    List<String> python =
        first(
            "a python3 with websockets",
            List.of("-c", "import websockets"),
            List.of("python3"),
            List.of("/usr/bin/python3"));
    return new ExampleAgent(with(python, PROGRAMS.resolve("agent.py").toString()), name, bus, log);
  }

  /** The JavaScript one, if there is a Node with WebSockets here. */
  static ExampleAgent javascript(String name, String bus, Path log) {
    List<String> node =
        first(
            "a node with WebSocket",
            List.of("-e", "new WebSocket('ws://127.0.0.1:1').onerror = () => {}"),
            List.of("node"),
            List.of("node", "--experimental-websocket"));
    return new ExampleAgent(with(node, PROGRAMS.resolve("agent.mjs").toString()), name, bus, log);
  }

  /** The first command that can do this; where there is none, the test cannot be made. */
  @SafeVarargs
  private static List<String> first(String what, List<String> trial, List<String>... commands) {
    Optional<List<String>> found =
        List.of(commands).stream().filter(command -> runs(with(command, trial))).findFirst();
    if ("required".equals(System.getenv("LIDA_TEST_AGENTS"))) {
      assertNotEquals(Optional.empty(), found, what);
    }
    assumeTrue(found.isPresent(), "there is no " + what + " here");
    return found.get();
  }

  private static boolean runs(List<String> command) {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(new File("/dev/null"))
              .start()
              .waitFor()
          == 0;
    } catch (IOException missing) {
      return false;
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private static List<String> with(List<String> command, String word) {
    return with(command, List.of(word));
  }

  private static List<String> with(List<String> command, List<String> words) {
    List<String> all = new ArrayList<>(command);
    all.addAll(words);
    return all;
  }

  /** Ends it as {@code kill -9} does. */
  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
