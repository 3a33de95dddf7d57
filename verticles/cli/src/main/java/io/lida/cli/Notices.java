package io.lida.cli;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Monitor;
import io.lida.contract.Monitor.Notice;
import io.lida.contract.Wire;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What {@code events} does. */
final class Notices {
  private static final int MOST = 10_000;
  private static final long BETWEEN_LOOKS_MILLIS = 1_000;

  private Notices() {}

  static int show(Shell shell, String pattern, int limit, boolean follow) {
    if (limit < 1 || limit > MOST) {
      throw new Misuse("--limit cannot be " + limit, "it is from 1 to 10,000");
    }
    List<Notice> past = recall(shell, pattern, limit);
    if (follow) {
      return follow(shell, pattern, past);
    }
    switch (shell.globals().format()) {
      case JSON -> shell.document(new Documents.NoticeList("lida.notices/v1", past));
      case JSONL, TEXT -> past.forEach(notice -> print(shell, notice));
    }
    return 0;
  }

  private static int follow(Shell shell, String pattern, List<Notice> past) {
    BlockingQueue<Signals.Signal> signals = new LinkedBlockingQueue<>();
    try (Signals.Handle handle = shell.world().signals().handle(signals::offer)) {
      List<Notice> before = List.of();
      List<Notice> now = past;
      while (true) {
        List<Notice> told = before;
        now.stream().filter(notice -> !told.contains(notice)).forEach(n -> print(shell, n));
        before = now;
        Signals.Signal signal = next(signals);
        if (signal != null) {
          return signal.exit();
        }
        now = recall(shell, pattern, MOST / 10);
      }
    }
  }

  private static Signals.@Nullable Signal next(BlockingQueue<Signals.Signal> signals) {
    try {
      return signals.poll(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Fault(FaultCode.INTERNAL, "interrupted while following");
    }
  }

  private static List<Notice> recall(Shell shell, String pattern, int limit) {
    return shell.ask(Monitor.HISTORY, new Monitor.Recall(pattern, null, limit)).notices();
  }

  private static void print(Shell shell, Notice notice) {
    if (!shell.forPeople()) {
      shell.screen().result(Plain.json(Wire.text(notice)));
      return;
    }
    String facts =
        notice.facts().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(fact -> fact.getKey() + "=" + fact.getValue())
            .collect(Collectors.joining(" "));
    String run = notice.run() == null ? "" : notice.run() + " ";
    shell
        .screen()
        .result(
            Plain.line(notice.at() + "  " + Columns.pad(notice.name(), 18) + " " + run + facts));
  }
}
