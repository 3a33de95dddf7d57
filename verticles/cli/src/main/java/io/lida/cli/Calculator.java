package io.lida.cli;

import io.lida.cli.lab.Field;
import io.lida.cli.lab.Lab;
import io.lida.cli.lab.Operation;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** What {@code lab} does: no house is opened for it. */
final class Calculator {
  private Calculator() {}

  /** Answers one document; a refusal is the answer too, and the exit code says so. */
  static int answer(Shell shell) throws IOException {
    refuseTerminal(shell);
    Lab.Answered answered = Lab.answer(shell.world().in());
    shell.screen().result(Plain.json(answered.json()));
    return answered.refused() ? FaultCode.INVALID.exit() : 0;
  }

  /** Answers line by line; 0 once each line has its answer, be it a refusal. */
  static int batch(Shell shell) throws IOException {
    refuseTerminal(shell);
    try {
      Lab.batch(shell.world().in(), new Lines(shell.screen().results()));
    } catch (NobodyReads end) {
      return 0;
    }
    return 0;
  }

  static int list(Shell shell) {
    List<Operation> operations = Lab.operations();
    if (shell.forPeople()) {
      Table table = new Table("operation", "computes", "source");
      operations.forEach(
          operation -> table.row(operation.name(), operation.help(), operation.source()));
      show(shell, table);
    } else {
      document(shell, operations);
    }
    return 0;
  }

  static int describe(Shell shell, String name) {
    Operation operation = Lab.operation(name).orElseThrow(() -> unknown(name));
    if (shell.forPeople()) {
      Screen screen = shell.screen();
      screen.result(operation.name() + ": " + operation.help() + " (" + operation.source() + ")");
      Table table = new Table("field", "type", "", "meaning");
      for (Field field : operation.fields()) {
        table.row(
            field.name(),
            field.type(),
            field.required() ? "required" : "optional",
            field.meaning());
      }
      show(shell, table);
    } else {
      document(shell, List.of(operation));
    }
    return 0;
  }

  private static void show(Shell shell, Table table) {
    Screen screen = shell.screen();
    table.lines(Integer.MAX_VALUE, screen.resultInk()).forEach(screen::result);
  }

  private static void document(Shell shell, List<Operation> operations) {
    shell.document(new Documents.LabOperations("lida.lab_operations/v1", operations));
  }

  private static Fault unknown(String name) {
    List<String> names = Lab.operations().stream().map(Operation::name).toList();
    return new Fault(
        FaultCode.NOT_FOUND,
        "no operation is called " + name,
        "there are " + names.size() + Suggest.clause(name, names),
        "lida lab --list");
  }

  private static void refuseTerminal(Shell shell) {
    if (shell.world().inIsTerminal()) {
      throw new Misuse(
          "lida lab reads from standard input",
          "nothing is piped into it",
          "echo '{\"op\":\"banzhaf\",\"input\":{\"weights\":[2,1,1],\"quota\":3}}' | lida lab");
    }
  }

  /** Lines of a batch, held back until there is many or the next may be long in coming. */
  private static final class Lines implements Lab.Printer {
    private static final int BUFFER = 1 << 16;

    private final PrintStream out;
    private final StringBuilder held = new StringBuilder(BUFFER);

    Lines(PrintStream out) {
      this.out = out;
    }

    @Override
    public void line(String json) {
      held.append(Plain.json(json)).append('\n');
      if (held.length() >= BUFFER) {
        flush();
      }
    }

    @Override
    public void flush() {
      out.print(held);
      out.flush();
      held.setLength(0);
      if (out.checkError()) {
        throw new NobodyReads();
      }
    }
  }

  /** The reader of the answers has gone, as {@code head} does when it has seen enough. */
  private static final class NobodyReads extends RuntimeException {
    NobodyReads() {
      super("nobody reads the answers", null, false, false);
    }
  }
}
