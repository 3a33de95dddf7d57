package io.lida.cli;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import java.util.ArrayList;
import java.util.List;

/** A failure as people and programs see it: four parts, always. */
record Complaint(FaultCode code, String title, String detail, String fix) {
  private static final int WIDTH = 76;
  private static final String DOCS = "lida help exit-codes";

  static Complaint of(Fault fault) {
    return new Complaint(
        fault.code(),
        Plain.line(fault.title()),
        fault.detail().isEmpty() ? meaning(fault.code()) : Plain.text(fault.detail()),
        fault.fix().isEmpty() ? remedy(fault.code()) : Plain.text(fault.fix()));
  }

  static Complaint of(Misuse misuse, String command) {
    String fix = misuse.fix().isEmpty() ? command + " --help" : misuse.fix();
    return new Complaint(
        FaultCode.USAGE, Plain.line(misuse.title()), Plain.text(misuse.detail()), Plain.text(fix));
  }

  /** The document of the failure. */
  Documents.Failure document() {
    return new Documents.Failure(
        "lida.error/v1", new Documents.Failure.Error(code.id(), title, detail, fix, DOCS));
  }

  /** Writes the four parts to standard error. */
  void print(Screen screen) {
    lines(screen.noteInk()).forEach(screen::say);
  }

  List<String> lines(Ink ink) {
    List<String> lines = new ArrayList<>();
    String tag = "[" + code.id() + "]";
    String head = "error: " + title;
    int gap = WIDTH - Columns.width(head) - tag.length();
    lines.add(ink.alarm("error:") + " " + title + " ".repeat(Math.max(2, gap)) + ink.faint(tag));
    part(lines, "why", detail);
    part(lines, "fix", fix);
    part(lines, "see", DOCS);
    return lines;
  }

  /** A fix is a command to be pasted and therefore never broken. */
  private static void part(List<String> lines, String name, String text) {
    List<String> wrapped =
        name.equals("why") ? Columns.wrap(text, WIDTH - 7) : text.strip().lines().toList();
    for (int line = 0; line < wrapped.size(); line++) {
      lines.add((line == 0 ? "  " + name + ": " : "       ") + wrapped.get(line));
    }
  }

  private static String meaning(FaultCode code) {
    return code.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }

  private static String remedy(FaultCode code) {
    return code.retriable() ? "try again; if it stays, lida doctor" : "lida doctor";
  }
}
