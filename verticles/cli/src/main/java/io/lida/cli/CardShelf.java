package io.lida.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.lida.contract.Card;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Personas;
import io.lida.contract.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the {@code personas} commands do. */
final class CardShelf {
  private static final int DEEPEST_LINEAGE = 64;

  private CardShelf() {}

  static int list(Shell shell, Personas.Query query) {
    Personas.Listing listing = shell.ask(Personas.LIST, query);
    if (!shell.forPeople()) {
      shell.document(
          new Documents.PersonaList("lida.personas/v1", listing.personas(), listing.refused()));
      return 0;
    }
    Screen screen = shell.screen();
    if (listing.personas().isEmpty()) {
      screen.note("no card is like that; all of them: lida personas ls");
    } else {
      Table table = new Table("id", "name", "region", "from");
      for (Personas.Entry card : listing.personas()) {
        table.row(card.id(), card.name(), card.region(), card.origin());
      }
      int columns = shell.world().outIsTerminal() ? screen.columns() : Integer.MAX_VALUE;
      table.lines(columns, screen.resultInk()).forEach(screen::result);
    }
    for (Personas.Problem problem : listing.refused()) {
      screen.note("warning: refused " + line(problem));
    }
    return 0;
  }

  static int matrix(Shell shell, String axis) {
    if (!Card.AXES.contains(axis)) {
      throw new Fault(
          FaultCode.USAGE,
          "no belief axis " + Plain.line(axis) + Suggest.clause(axis, Card.AXES),
          "there are " + String.join(", ", Card.AXES),
          "lida personas matrix --axis pace");
    }
    BeliefMatrix matrix =
        BeliefMatrix.of(axis, shell.ask(Personas.LIST, Personas.Query.ALL).personas());
    if (shell.forPeople()) {
      Ink ink = shell.screen().resultInk();
      shell.screen().result(ink.strong(axis) + ink.faint("  in hundredths, 0 to 100"));
      matrix.lines(ink).forEach(shell.screen()::result);
    } else {
      shell.document(new Documents.Matrix("lida.matrix/v1", matrix));
    }
    return 0;
  }

  static int recompute(Shell shell, boolean rehearsal) {
    Personas.Recomputed done = shell.ask(Personas.RECOMPUTE, new Personas.Recompute(rehearsal));
    if (!shell.forPeople()) {
      shell.document(
          new Documents.Recomputed("lida.recomputed/v1", rehearsal, done.files(), done.changes()));
      return 0;
    }
    for (Personas.Renumbered change : done.changes()) {
      String where = Plain.line(change.file() + ": " + change.pointer());
      shell.screen().result(where + "  " + change.from() + " → " + change.to());
    }
    String many = Figures.many(done.changes().size(), "number", "numbers");
    shell
        .screen()
        .note(
            Figures.many(done.files(), "card", "cards")
                + " read, "
                + many
                + (rehearsal ? " would change" : " changed"));
    return 0;
  }

  static int show(Shell shell, String id, boolean withLineage) {
    Card card = card(shell, id);
    List<String> lineage = withLineage ? lineage(shell, card) : List.of();
    if (!shell.forPeople()) {
      shell.document(new Documents.Persona("lida.persona/v1", card, withLineage ? lineage : null));
      return 0;
    }
    new CardPage(shell.screen().resultInk()).lines(card).forEach(shell.screen()::result);
    if (withLineage) {
      String line = lineage.isEmpty() ? "not a fork" : String.join(" ← ", lineage);
      shell.screen().result("lineage  " + Plain.line(card.id() + " ← " + line));
    }
    return 0;
  }

  private static Card card(Shell shell, String id) {
    try {
      return shell.ask(Personas.SHOW, new Personas.Show(id));
    } catch (Fault fault) {
      if (fault.code() != FaultCode.NOT_FOUND) {
        throw fault;
      }
      throw Seating.unknown(
          id,
          shell.ask(Personas.LIST, Personas.Query.ALL).personas().stream()
              .map(Personas.Entry::id)
              .collect(Collectors.toSet()));
    }
  }

  private static List<String> lineage(Shell shell, Card card) {
    List<String> line = new ArrayList<>();
    String parent = card.parent();
    while (parent != null && line.size() < DEEPEST_LINEAGE && !line.contains(parent)) {
      line.add(parent);
      parent = ancestor(shell, parent);
    }
    return line;
  }

  private static @Nullable String ancestor(Shell shell, String id) {
    try {
      return shell.ask(Personas.SHOW, new Personas.Show(id)).parent();
    } catch (Fault gone) {
      return null;
    }
  }

  static int fork(Shell shell, String parent, String id, Map<String, String> written) {
    Map<String, JsonNode> changes = new LinkedHashMap<>();
    written.forEach((where, value) -> changes.put(pointer(where), value(value)));
    card(shell, parent);
    Personas.Forked forked = shell.ask(Personas.FORK, new Personas.Fork(parent, id, changes));
    if (!shell.forPeople()) {
      shell.document(
          new Documents.Fork("lida.fork/v1", forked.card(), forked.difference(), forked.file()));
      return 0;
    }
    Screen screen = shell.screen();
    screen.result(Plain.line(forked.card().id() + ", forked from " + parent));
    for (Card.Change change : forked.difference()) {
      screen.result(
          "  "
              + Plain.line(change.pointer())
              + "  "
              + shown(change.from())
              + " → "
              + shown(change.to()));
    }
    screen.note("wrote " + Plain.line(forked.file()));
    return 0;
  }

  /** {@code beliefs.pace} is short for {@code /beliefs/pace/value}; other dots become slashes. */
  static String pointer(String where) {
    if (where.startsWith("/")) {
      return where;
    }
    String pointer = "/" + where.replace('.', '/');
    return pointer.matches("/beliefs/[^/]+") ? pointer + "/value" : pointer;
  }

  /** JSON where it is JSON, else a text. */
  private static JsonNode value(String written) {
    try {
      return Wire.parse(written);
    } catch (IllegalArgumentException text) {
      return TextNode.valueOf(written);
    }
  }

  private static String shown(@Nullable JsonNode value) {
    return value == null ? "nothing" : Columns.cut(Plain.line(value.toString()), 60);
  }

  static int check(Shell shell, List<String> files) {
    int read = 0;
    List<Personas.Problem> problems = new ArrayList<>();
    List<Personas.Check> checks = new ArrayList<>();
    for (String file : files) {
      String path = shell.world().workingDirectory().resolve(file).toString();
      checks.add(new Personas.Check(path, null));
    }
    if (files.isEmpty()) {
      checks.add(new Personas.Check(null, null));
    }
    for (Personas.Check check : checks) {
      Personas.Checked checked = shell.ask(Personas.CHECK, check);
      read += checked.files();
      problems.addAll(checked.problems());
    }
    if (shell.forPeople()) {
      problems.forEach(problem -> shell.screen().result(line(problem)));
      shell
          .screen()
          .note(
              Figures.many(read, "card", "cards")
                  + " read, "
                  + Figures.many(problems.size(), "problem", "problems"));
    } else {
      shell.document(new Documents.Checked("lida.check/v1", read, problems));
    }
    return problems.isEmpty() ? 0 : FaultCode.INVALID_CARD.exit();
  }

  private static String line(Personas.Problem problem) {
    return Plain.line(problem.file() + ": " + problem.pointer() + ": " + problem.reason());
  }
}
