package io.lida.proof.faults;

import io.lida.contract.Wire;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The driver: {@code Faults ROOT [--seed N] [--rows 1,3,5] [--quick] [--json]}. */
public final class Faults {
  private static final int MISUSE = 2;

  private final List<String> command;
  private final boolean quick;
  private final long seed;
  private final Consumer<String> progress;
  private volatile @Nullable Stage stage;
  private volatile boolean ended;

  Faults(List<String> command, boolean quick, long seed, Consumer<String> progress) {
    this.command = command;
    this.quick = quick;
    this.seed = seed;
    this.progress = progress;
  }

  /** Runs the rows and prints; ends with 1 when one does not hold, with 2 on misuse. */
  public static void main(String[] words) throws Exception {
    Path root = Path.of(words[0]).toAbsolutePath().normalize();
    List<String> given = List.of(words).subList(1, words.length);
    Wishes wishes;
    try {
      wishes = Wishes.of(given, new TreeSet<>(Matrix.rows().stream().map(Row::number).toList()));
    } catch (IllegalArgumentException misuse) {
      System.err.println("error: " + misuse.getMessage() + "\n  fix: scripts/faults --help");
      System.exit(MISUSE);
      return;
    }
    if (wishes.help()) {
      System.out.print(Wishes.HELP);
      Matrix.rows().forEach(row -> System.out.printf("  %3d  %s%n", row.number(), row.fault()));
      return;
    }
    System.setProperty("lida.root", root.toString());
    Faults faults =
        new Faults(
            List.of(root.resolve("scripts/lida").toString()),
            wishes.quick(),
            wishes.seed(),
            System.err::println);
    Runtime.getRuntime().addShutdownHook(new Thread(faults::end));
    Report report = faults.run(Matrix.rows(), wishes.rows());
    System.out.println(wishes.json() ? Wire.pretty(report) : report.table());
    System.exit(report.holds() ? 0 : 1);
  }

  /** The rows with these numbers, or all, one after the other. */
  Report run(List<Row> rows, Set<Integer> numbers) {
    progress.accept("seed " + seed);
    List<Verdict> verdicts = new ArrayList<>();
    for (Row row : rows) {
      if (!ended && (numbers.isEmpty() || numbers.contains(row.number()))) {
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
    ended = true;
    Stage running = stage;
    if (running != null) {
      try {
        running.close();
      } catch (Exception unclosable) {
        progress.accept("could not clear up: " + unclosable);
      }
    }
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
  }

  private static String machine() {
    return "%d cores, %s, Java %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            Runtime.version());
  }
}
