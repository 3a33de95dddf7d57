package io.lida.cli;

import io.lida.contract.Retally;
import io.lida.contract.RunEvent.Aggregate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** One run under every rule and strategy, as people read it. */
record TallyPage(Ink ink, int columns) {
  private static final int TEXT = 78;

  /** Short heads of the weightings, in their order; what each means stands under the grid. */
  private static final Map<String, String> HEADS = new LinkedHashMap<>();

  static {
    HEADS.put("equal", "eq");
    HEADS.put("expertise", "ex");
    HEADS.put("self_confidence", "sc");
    HEADS.put("track_record", "tr");
    HEADS.put("inverse_variance", "iv");
    HEADS.put("cooke", "ck");
    HEADS.put("degroot_trust", "dt");
    HEADS.put("surprisingly_popular", "sp");
    HEADS.put("contribution", "cn");
    HEADS.put("recency", "rc");
    HEADS.put("diversity", "dv");
    HEADS.put("entropy", "en");
    HEADS.put("role_balanced", "rb");
  }

  List<String> lines(Retally tally, boolean all) {
    List<String> lines = new ArrayList<>();
    Columns.wrap(Plain.text(tally.topic()), TEXT).forEach(line -> lines.add(ink.strong(line)));
    lines.add(ink.faint("run " + Plain.line(tally.id()) + " · counted again, no model was asked"));
    if (tally.majorities() == null) {
      lines.add("");
      lines.add("  nobody voted, so there is nothing for a rule to count");
    } else {
      section(lines, "Rules", rules(tally));
    }
    section(lines, "Where the winner depends on the rule", camps(tally));
    section(lines, "Majorities", majorities(tally));
    section(lines, "Pivotal personas", pivotal(tally));
    section(lines, "Pooled confidence in a yes", all ? grid(tally) : span(tally));
    return lines;
  }

  private void section(List<String> lines, String title, List<String> body) {
    if (!body.isEmpty()) {
      lines.add("");
      lines.add(ink.strong(title));
      lines.addAll(body);
    }
  }

  private List<String> rules(Retally tally) {
    Table table = new Table("", "rule", "winner", "counted");
    for (Retally.Rule rule : tally.rules()) {
      table.row(
          rule.rule().equals(tally.chosen().rule()) ? "→" : "",
          rule.rule().replace('_', ' '),
          winner(rule),
          counted(rule));
    }
    return table.lines(columns, ink);
  }

  private static String winner(Retally.Rule rule) {
    return rule.winners().isEmpty() ? "none" : String.join(" = ", rule.winners());
  }

  private static String counted(Retally.Rule rule) {
    List<String> parts = new ArrayList<>();
    List<String> order = rule.order();
    if (order != null) {
      parts.add(String.join(" > ", order));
    }
    if (!rule.scores().isEmpty()) {
      parts.add(
          rule.scores().entrySet().stream()
              .map(score -> score.getKey() + " " + Figures.plain(score.getValue()))
              .collect(Collectors.joining(", ")));
    }
    rule.flags().forEach(flag -> parts.add(words(flag)));
    return String.join(" · ", parts);
  }

  private static String words(String flag) {
    String[] parts = flag.split("=", 2);
    String form = parts.length == 2 ? parts[1] : "";
    return switch (parts[0]) {
      case "derived" -> "read as " + form;
      case "missing" -> "the ballots hold no " + form;
      default -> flag.replace('_', ' ');
    };
  }

  private static List<String> camps(Retally tally) {
    List<String> lines = new ArrayList<>();
    if (tally.camps().isEmpty()) {
      return lines;
    }
    if (tally.agree()) {
      String winner = tally.camps().keySet().iterator().next();
      lines.add("  it does not: every rule that names one winner names \"" + winner + "\"");
      return lines;
    }
    tally
        .camps()
        .forEach(
            (winner, rules) ->
                Columns.wrap(
                        "\"" + winner + "\" by " + String.join(", ", rules).replace('_', ' '),
                        TEXT - 2)
                    .forEach(line -> lines.add("  " + Plain.line(line))));
    return lines;
  }

  private static List<String> majorities(Retally tally) {
    Retally.Majorities majorities = tally.majorities();
    if (majorities == null) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    if (majorities.winner() != null) {
      lines.add("  \"" + Plain.line(majorities.winner()) + "\" beats every other option");
    } else {
      String set = String.join(", ", majorities.smithSet());
      lines.add(
          majorities.cycle()
              ? "  a cycle: each of " + set + " is beaten by another of them"
              : "  nobody beats every other option; undominated are " + set);
    }
    List<String> options = tally.options();
    for (int one = 0; one < options.size(); one++) {
      for (int other = one + 1; other < options.size(); other++) {
        String there = options.get(one) + ">" + options.get(other);
        String back = options.get(other) + ">" + options.get(one);
        lines.add(
            "  "
                + Plain.line(options.get(one))
                + " "
                + majorities.preferred().getOrDefault(there, 0L)
                + " : "
                + majorities.preferred().getOrDefault(back, 0L)
                + " "
                + Plain.line(options.get(other)));
      }
    }
    return lines;
  }

  private static List<String> pivotal(Retally tally) {
    List<String> lines = new ArrayList<>();
    for (Retally.Pivotal pivotal : tally.pivotal()) {
      String rules = String.join(", ", pivotal.rules()).replace('_', ' ');
      Columns.wrap(Plain.line(pivotal.name()) + ": " + rules, TEXT - 2)
          .forEach(line -> lines.add("  " + line));
    }
    if (lines.isEmpty() && !tally.camps().isEmpty()) {
      lines.add("  none: without any one of them every rule comes out the same");
    }
    return lines;
  }

  private static List<String> span(Retally tally) {
    List<Double> values =
        tally.strategies().stream()
            .map(Aggregate::value)
            .filter(Objects::nonNull)
            .map(Objects::requireNonNull)
            .sorted()
            .toList();
    if (values.isEmpty()) {
      return List.of();
    }
    return List.of(
        "  "
            + Figures.share(values.getFirst())
            + " to "
            + Figures.share(values.getLast())
            + " over "
            + values.size()
            + " strategies, median "
            + Figures.share(values.get(values.size() / 2))
            + "; this run's "
            + Plain.line(tally.chosen().strategy())
            + " "
            + Figures.share(value(tally, tally.chosen().strategy())),
        "  all of them: lida runs tally " + Plain.line(tally.id()) + " --all");
  }

  private static double value(Retally tally, String strategy) {
    return tally.strategies().stream()
        .filter(one -> one.strategy().equals(strategy))
        .map(Aggregate::value)
        .filter(Objects::nonNull)
        .mapToDouble(value -> Objects.requireNonNull(value))
        .findFirst()
        .orElse(Double.NaN);
  }

  /** Operators down, weightings across; a weighting whose datum nobody has is marked. */
  private List<String> grid(Retally tally) {
    Map<String, StringBuilder> rows = new LinkedHashMap<>();
    for (Aggregate one : tally.strategies()) {
      String operator = one.strategy().substring(0, one.strategy().indexOf('.'));
      StringBuilder row =
          rows.computeIfAbsent(
              operator, name -> new StringBuilder("  " + Columns.pad(name.replace('_', ' '), 18)));
      Double value = one.value();
      boolean fell = one.flags().stream().anyMatch(flag -> flag.startsWith("weights_"));
      String figure = value == null ? "–" : Figures.share(value).replaceFirst("^0", "");
      row.append(' ').append(right(figure + (fell ? "~" : " ")));
    }
    List<String> lines = new ArrayList<>();
    if (rows.isEmpty()) {
      return lines;
    }
    StringBuilder head = new StringBuilder("  " + Columns.pad("", 18));
    HEADS.values().forEach(code -> head.append(' ').append(right(code + " ")));
    lines.add(ink.faint(head.toString().stripTrailing()));
    rows.values().forEach(row -> lines.add(row.toString().stripTrailing()));
    String legend =
        HEADS.entrySet().stream()
            .map(one -> one.getValue() + " " + one.getKey().replace('_', ' '))
            .collect(Collectors.joining(", "));
    Columns.wrap(legend + "; ~ the run has no such datum, so all weigh the same", TEXT - 2)
        .forEach(line -> lines.add("  " + ink.faint(line)));
    return lines;
  }

  private static String right(String cell) {
    return " ".repeat(Math.max(0, 5 - Columns.width(cell))) + cell;
  }
}
