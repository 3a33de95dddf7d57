package io.lida.proof.faults;

import io.lida.contract.Wire;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The driver: {@code Faults ROOT [--seed N] [--rows 1,3,5] [--quick] [--json]}. */
public final class Faults {
  private final List<String> command;
  private final boolean quick;
  private final long seed;
  private final Consumer<String> progress;
  private volatile @Nullable Stage stage;

  Faults(List<String> command, boolean quick, long seed, Consumer<String> progress) {
    this.command = command;
    this.quick = quick;
    this.seed = seed;
    this.progress = progress;
  }

  /** Runs the rows and prints; ends with 1 when one does not hold. */
  public static void main(String[] words) throws Exception {
    List<String> given = List.of(words);
    String seed = after(given, "--seed");
    Path root = Path.of(words[0]).toAbsolutePath().normalize();
    System.setProperty("lida.root", root.toString());
    Faults faults =
        new Faults(
            List.of(root.resolve("scripts/lida").toString()),
            given.contains("--quick"),
            seed.isEmpty() ? ThreadLocalRandom.current().nextInt(1 << 30) : Long.parseLong(seed),
            System.err::println);
    Runtime.getRuntime().addShutdownHook(new Thread(faults::end));
    Report report = faults.run(Matrix.rows(), numbers(after(given, "--rows")));
    System.out.println(given.contains("--json") ? Wire.pretty(report) : report.table());
    System.exit(report.holds() ? 0 : 1);
  }

  /** The rows with these numbers, or all, one after the other. */
  Report run(List<Row> rows, Set<Integer> numbers) {
    progress.accept("seed " + seed);
    List<Verdict> verdicts = new ArrayList<>();
    for (Row row : rows) {
      if (numbers.isEmpty() || numbers.contains(row.number())) {
        verdicts.add(verdict(row));
      }
    }
    boolean holds = verdicts.stream().allMatch(Verdict::holds) && !verdicts.isEmpty();
    return new Report(Report.SCHEMA, seed, quick, machine(), holds, verdicts);
  }

  private Verdict verdict(Row row) {
    progress.accept("row %d: %s".formatted(row.number(), row.fault()));
    Findings findings = new Findings();
    long begun = System.nanoTime();
    try (Stage own = new Stage(command, quick, seed * 1_000_003 + row.number(), this::indented)) {
      stage = own;
      row.run(own, findings);
    } catch (Exception | AssertionError failure) {
      findings.require(false, "it could not be tried: %s", failure);
      if (System.getenv("LIDA_FAULTS_KEEP") != null) {
        failure.printStackTrace();
      }
    }
    stage = null;
    double seconds = (System.nanoTime() - begun) / 1e9;
    boolean holds = findings.broken().isEmpty();
    indented((holds ? "holds: " : "DOES NOT HOLD: ") + findings.seen());
    findings.broken().forEach(why -> indented("! " + why));
    return new Verdict(
        row.number(),
        row.fault(),
        row.required(),
        findings.seen(),
        holds,
        findings.broken(),
        seconds);
  }

  private void indented(String line) {
    progress.accept("  " + line);
  }

  /** Ends what runs, when the driver itself is ended. */
  private void end() {
    Stage running = stage;
    if (running != null) {
      try {
        running.close();
      } catch (Exception unclosable) {
        progress.accept("could not clear up: " + unclosable);
      }
    }
  }

  private static String after(List<String> words, String option) {
    int at = words.indexOf(option);
    return at >= 0 && at + 1 < words.size() ? words.get(at + 1) : "";
  }

  private static Set<Integer> numbers(String list) {
    Set<Integer> numbers = new TreeSet<>();
    for (String number : list.split(",")) {
      if (!number.isBlank()) {
        numbers.add(Integer.parseInt(number.strip()));
      }
    }
    return numbers;
  }

  private static String machine() {
    return "%d cores, %s, Java %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            Runtime.version());
  }
}
