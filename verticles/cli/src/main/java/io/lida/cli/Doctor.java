package io.lida.cli;

import io.lida.cli.Documents.Diagnosis.Finding;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Llm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Looks at everything a run needs, in the order in which it is needed. */
final class Doctor {
  private static final long LITTLE_SPACE = 500L << 20;
  private static final long NO_SPACE = 20L << 20;
  private static final int JAVA = 25;

  private final Shell shell;
  private final List<Finding> findings = new ArrayList<>();
  private int exit;

  Doctor(Shell shell) {
    this.shell = shell;
  }

  /** Reports; exit 0 unless something fails, then that failure's own code. */
  int examine() {
    java();
    Path home = home();
    space(home);
    house();
    terminal();
    report();
    return exit;
  }

  private void java() {
    int feature = Runtime.version().feature();
    String detail = Runtime.version() + " in " + System.getProperty("java.home");
    if (feature >= JAVA) {
      ok("java", detail);
    } else {
      fail("java", detail, "install a JDK 25", FaultCode.INVALID_CONFIG);
    }
  }

  private Path home() {
    Path home = shell.settings().home();
    try {
      Files.createDirectories(home);
      Files.deleteIfExists(Files.createTempFile(home, ".doctor", ""));
      if (openToOthers(home)) {
        warn("home", home + " can be written by others", "chmod go-w " + home);
      } else {
        ok("home", home.toString());
      }
    } catch (IOException unwritable) {
      fail(
          "home",
          home + " cannot be written: " + unwritable,
          "lida doctor --home DIR, or make " + home + " yours",
          FaultCode.HOME_UNWRITABLE);
    }
    return home;
  }

  private static boolean openToOthers(Path folder) throws IOException {
    if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return false;
    }
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder);
    return permissions.contains(PosixFilePermission.OTHERS_WRITE)
        || permissions.contains(PosixFilePermission.GROUP_WRITE);
  }

  private void space(Path home) {
    Path existing = home;
    while (!Files.exists(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    try {
      long free = Files.getFileStore(existing).getUsableSpace();
      String detail = Figures.count(free >> 20) + " MiB free";
      if (free < NO_SPACE) {
        fail("disk", detail, "make room on the disk of " + home, FaultCode.HOME_UNWRITABLE);
      } else if (free < LITTLE_SPACE) {
        warn("disk", detail, "make room on the disk of " + home);
      } else {
        ok("disk", detail);
      }
    } catch (IOException unknown) {
      warn("disk", "free space is unknown: " + unknown.getMessage(), "df " + existing);
    }
  }

  private void house() {
    try {
      ok("redis", Plain.line(shell.house().store()));
    } catch (Fault fault) {
      fail("redis", Plain.line(fault.title() + ": " + fault.detail()), fault.fix(), fault.code());
      return;
    }
    try {
      providers(shell.ask(Llm.PROVIDERS, new Llm.ListProviders()).providers());
    } catch (Fault fault) {
      fail("providers", Plain.line(fault.title()), fault.fix(), fault.code());
    }
  }

  private void providers(List<Llm.Provider> providers) {
    List<String> keyed =
        providers.stream()
            .filter(provider -> provider.key() != null)
            .map(provider -> provider.id() + " (" + provider.key() + ")")
            .toList();
    if (keyed.isEmpty()) {
      warn(
          "keys",
          "no provider has a key; the simulated model needs none",
          "lida keys set anthropic");
    } else {
      ok("keys", Plain.line(String.join(", ", keyed)));
    }
    List<String> broken =
        providers.stream()
            .flatMap(
                provider ->
                    provider.circuits().entrySet().stream()
                        .filter(circuit -> !circuit.getValue().equals("closed"))
                        .map(circuit -> circuit.getKey() + " " + circuit.getValue()))
            .toList();
    if (!broken.isEmpty()) {
      warn("circuits", Plain.line(String.join(", ", broken)), "wait a minute, then try again");
    }
  }

  private void terminal() {
    Surroundings world = shell.world();
    String term = world.environment().getOrDefault("TERM", "");
    String detail =
        (world.errIsTerminal() ? "a terminal" : "not a terminal")
            + (term.isEmpty() ? "" : ", " + Plain.line(term))
            + ", "
            + world.columns()
            + " columns";
    if (world.errIsTerminal() && world.columns() < 80) {
      warn("terminal", detail, "widen the window to 80 columns");
    } else {
      ok("terminal", detail);
    }
  }

  private void ok(String name, String detail) {
    findings.add(new Finding(name, "ok", detail, ""));
  }

  private void warn(String name, String detail, String fix) {
    findings.add(new Finding(name, "warn", detail, fix));
  }

  private void fail(String name, String detail, String fix, FaultCode code) {
    findings.add(new Finding(name, "fail", detail, fix));
    exit = exit == 0 ? code.exit() : exit;
  }

  private void report() {
    if (!shell.forPeople()) {
      boolean warned = findings.stream().anyMatch(finding -> finding.state().equals("warn"));
      String state = exit != 0 ? "fail" : warned ? "warn" : "ok";
      shell.document(new Documents.Diagnosis("lida.doctor/v1", state, findings));
      return;
    }
    Ink ink = shell.screen().resultInk();
    for (Finding finding : findings) {
      String state = Columns.pad(finding.state(), 4);
      String shown = finding.state().equals("ok") ? ink.faint(state) : ink.alarm(state);
      shell.screen().result(shown + "  " + Columns.pad(finding.name(), 10) + finding.detail());
      if (!finding.fix().isEmpty()) {
        shell.screen().result("      " + Columns.pad("", 10) + "fix: " + finding.fix());
      }
    }
  }
}
