package io.lida.proof.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Wire;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A process started for the measurement; ends when closed, and when this process ends. */
final class Child implements AutoCloseable {
  /** What a server is started with: a small heap, and a compiler that is soon done. */
  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:+UseCompactObjectHeaders",
          "-Xms192m",
          "-Xmx320m",
          "-Xmn128m",
          "-XX:MaxInlineLevel=9",
          "-XX:FreqInlineSize=150",
          "-XX:InlineSmallCode=1200",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private final Process process;
  private final BufferedReader answers;
  private final Writer tasks;
  private final String greeting;

  private Child(Process process) throws IOException {
    this.process = process;
    this.answers = process.inputReader();
    this.tasks = process.outputWriter();
    this.greeting = line();
  }

  /** Starts a class's main method; returns when it has said its first line. */
  static Child start(Class<?> type, Object... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    String extra = System.getenv("LIDA_BENCH_OPTS");
    if (extra != null && type == HouseWorker.class) {
      command.addAll(List.of(extra.split(" ")));
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), type.getName()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return new Child(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  String greeting() {
    return greeting;
  }

  /** Has a task done and answers its figures. */
  Map<String, Double> work(String what, int total, int atOnce) throws IOException {
    tasks.write(Wire.text(new Task(what, total, atOnce)) + "\n");
    tasks.flush();
    Map<String, Double> figures = new TreeMap<>();
    for (Map.Entry<String, JsonNode> figure : Wire.parse(line()).properties()) {
      figures.put(figure.getKey(), figure.getValue().asDouble());
    }
    return figures;
  }

  private String line() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IOException("a process of the benchmark ended early");
    }
    return line;
  }

  @Override
  public void close() throws IOException {
    tasks.close();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
