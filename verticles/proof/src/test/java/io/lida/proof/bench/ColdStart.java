package io.lida.proof.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** How long a person waits: {@code scripts/lida} from the start of the process. */
final class ColdStart {
  private static final List<String> HELP = List.of("--help");
  private static final List<String> DEBATE =
      List.of("run", "scenarios/ai_safety_debate.yaml", "--model", "local/stub", "-o", "jsonl");

  private final Path root;
  private final Path homes;
  private final int port;
  private final int times;
  private int number;

  ColdStart(Path root, Path homes, int port, int times) {
    this.root = root;
    this.homes = homes;
    this.port = port;
    this.times = times;
  }

  /** The median time of {@code lida --help}, in ms. */
  double help(String javaOptions) throws IOException, InterruptedException {
    return median(HELP, javaOptions, line -> false);
  }

  /** The median time to the first turn of a debate with a Redis of its own, in ms. */
  double firstTurn(String javaOptions) throws IOException, InterruptedException {
    return median(DEBATE, javaOptions, line -> line.contains("\"turn_spoken\""));
  }

  /** The median time of a JVM that does nothing but say its version, in ms. */
  double bareJvm() throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command = List.of(java.toString(), "-XX:TieredStopAtLevel=1", "-version");
    double[] found = new double[times];
    for (int i = 0; i < times; i++) {
      found[i] = time(new ProcessBuilder(command), line -> false);
    }
    return median(found);
  }

  private double median(List<String> words, String javaOptions, Predicate<String> enough)
      throws IOException, InterruptedException {
    double[] found = new double[times];
    for (int i = 0; i < times; i++) {
      Path home = Files.createDirectories(homes.resolve("cold" + number++));
      ProcessBuilder builder = new ProcessBuilder(root.resolve("scripts/lida").toString());
      builder.command().addAll(words);
      builder.directory(root.toFile());
      builder
          .environment()
          .putAll(
              Map.of(
                  "LIDA_HOME",
                  home.toString(),
                  "LIDA_LOCAL_BASE_URL",
                  "http://127.0.0.1:" + port + "/v1",
                  "LIDA_JAVA_OPTS",
                  javaOptions));
      found[i] = time(builder, enough);
    }
    return median(found);
  }

  /** Until the first line that is enough, or else until the end. */
  private static double time(ProcessBuilder builder, Predicate<String> enough)
      throws IOException, InterruptedException {
    long begin = System.nanoTime();
    Process process =
        builder.redirectErrorStream(true).redirectInput(ProcessBuilder.Redirect.PIPE).start();
    process.outputWriter().close();
    long end = 0;
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (end == 0 && enough.test(line)) {
          end = System.nanoTime();
        }
      }
    }
    int code = process.waitFor();
    if (code > 3) {
      throw new IOException(String.join(" ", builder.command()) + " ended with " + code);
    }
    return ((end == 0 ? System.nanoTime() : end) - begin) / 1e6;
  }

  private static double median(double[] found) {
    Arrays.sort(found);
    return found[found.length / 2];
  }
}
