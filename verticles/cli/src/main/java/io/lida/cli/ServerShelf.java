package io.lida.cli;

import io.lida.contract.FaultCode;
import io.lida.contract.Monitor;
import io.lida.launcher.House;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the commands about a running server do. */
final class ServerShelf {
  private ServerShelf() {}

  static int health(Shell shell) {
    Monitor.Health health = shell.ask(Monitor.health(House.SERVER), new Monitor.Check());
    String status = health.ready() ? "up" : "down";
    if (shell.forPeople()) {
      Screen screen = shell.screen();
      String state = health.ready() ? "ready" : screen.resultInk().alarm("not ready");
      screen.result(state + "  " + Plain.line(health.node()));
      for (Monitor.Point point : health.points()) {
        String mark = point.ok() ? "ok  " : "fail";
        screen.result(
            mark + "  " + Columns.pad(Plain.line(point.name()), 10) + Plain.line(point.detail()));
      }
    } else {
      shell.document(
          new Documents.Health("lida.health/v1", status, health.node(), health.points()));
    }
    return health.ready() ? 0 : FaultCode.UNREACHABLE.exit();
  }

  static int metrics(Shell shell) {
    String text = shell.ask(Monitor.figures(House.SERVER), new Monitor.Scrape()).text();
    if (shell.forPeople()) {
      shell.screen().resultText(Plain.text(text));
    } else {
      shell.document(new Documents.Metrics("lida.metrics/v1", Samples.of(text)));
    }
    return 0;
  }

  static int view(Shell shell, boolean open) {
    String link = shell.house().link();
    if (shell.forPeople()) {
      shell.screen().result(link);
    } else {
      shell.document(new Documents.Link("lida.link/v1", link));
    }
    if (open && shell.world().errIsTerminal()) {
      browse(shell, link);
    }
    return 0;
  }

  /** Where a machine has no browser, the link that was printed must do. */
  private static void browse(Shell shell, String link) {
    Map<String, String> environment = shell.world().environment();
    List<String> openers = new ArrayList<>();
    if (System.getProperty("os.name").startsWith("Mac")) {
      openers.add("open");
    } else if (environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY")) {
      openers.add("xdg-open");
    }
    for (String opener : openers) {
      try {
        new ProcessBuilder(opener, link)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
      } catch (IOException none) {
        shell.screen().note("no browser could be opened; open the link yourself");
      }
    }
  }
}
