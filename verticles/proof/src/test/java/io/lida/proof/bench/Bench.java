package io.lida.proof.bench;

import io.lida.contract.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The driver: {@code Bench ROOT [--quick | --size NAME] [--json]}. */
public final class Bench {
  private Bench() {}

  /** Measures and prints; ends with 1 when the work that was measured was wrong. */
  public static void main(String[] words) throws Exception {
    List<String> given = List.of(words);
    Size size = given.contains("--quick") ? Size.QUICK : Size.FULL;
    if (given.contains("--size")) {
      size = Size.named(given.get(given.indexOf("--size") + 1));
    }
    Report report = run(Path.of(words[0]), size);
    System.out.println(given.contains("--json") ? Wire.pretty(report) : report.table());
    System.exit(report.right() ? 0 : 1);
  }

  /** One run of everything. */
  static Report run(Path root, Size size) throws Exception {
    Path scratch = Files.createTempDirectory("lida-bench");
    try (Provider provider = Provider.start()) {
      Ledger ledger = new Ledger();
      try (Child floor = Child.start(Floor.class, provider.port());
          Child house =
              Child.start(
                  HouseWorker.class,
                  root,
                  Files.createDirectory(scratch.resolve("house")),
                  provider.port())) {
        new Debates(size, provider, floor, house, ledger).measure();
        new Rooms(size, floor, house, ledger).measure();
      }
      if (size.starts() > 0) {
        Nodes.measure(size, root, scratch, ledger);
        Served.measure(size, provider, root, scratch, ledger);
        Shown.measure(root, scratch, ledger);
        provider.latency(0);
        starts(new ColdStart(root, scratch, provider.port(), size.starts()), ledger);
      }
      return ledger.report(size, machine());
    } finally {
      remove(scratch);
    }
  }

  private static void starts(ColdStart cold, Ledger ledger)
      throws IOException, InterruptedException {
    String plain = "-XX:AOTMode=off";
    double jvm = cold.bareJvm();
    ledger.add(Figure.atMost("lida --help", "ms", cold.help(""), 250).beside(jvm));
    ledger.add(Figure.told("lida --help, no cache", "ms", cold.help(plain)).beside(jvm));
    ledger.add(Figure.atMost("lida run to first turn", "ms", cold.firstTurn(""), 900));
    ledger.add(Figure.atMost("lida run, no cache", "ms", cold.firstTurn(plain), 1_500));
  }

  private static String machine() {
    return String.format(
        "%d cores, %s %s, Java %s",
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        Runtime.version());
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (UncheckedIOException vanishing) {
      throw vanishing.getCause();
    }
  }
}
