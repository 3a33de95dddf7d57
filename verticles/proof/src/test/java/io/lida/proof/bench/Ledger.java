package io.lida.proof.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collects the figures, and what was wrong with the work behind them. */
final class Ledger {
  private final List<Figure> figures = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();

  void add(Figure figure) {
    figures.add(figure);
    System.err.printf("  %s: %.4f %s%n", figure.name(), figure.value(), figure.unit());
  }

  /** Notes work that must be right for its figures to count. */
  void check(String what, boolean right) {
    if (!right) {
      wrong.add(what);
      System.err.println("  wrong: " + what);
    }
  }

  /** The same, for work that judged itself. */
  Map<String, Double> checked(String what, Map<String, Double> work) {
    check(what, work.getOrDefault("wrong", 0.0) == 0);
    return work;
  }

  Report report(Size size, String machine) {
    return new Report(Report.SCHEMA, size.name(), machine, wrong.isEmpty(), wrong, figures);
  }
}
