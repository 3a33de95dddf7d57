package io.lida.cli;

import io.lida.contract.Secrets;
import io.lida.launcher.Settings;
import java.util.ArrayList;
import java.util.List;

/** What {@code config show} does. */
final class Configuration {
  private Configuration() {}

  static int show(Shell shell, boolean withOrigin) {
    List<Documents.Config.Setting> settings = new ArrayList<>();
    for (Settings.Setting setting : shell.settings().all()) {
      settings.add(
          new Documents.Config.Setting(
              setting.key(), Secrets.mask(setting.value()), setting.origin()));
    }
    if (!shell.forPeople()) {
      shell.document(new Documents.Config("lida.config/v1", settings));
      return 0;
    }
    Table table =
        withOrigin ? new Table("setting", "value", "from") : new Table("setting", "value");
    for (Documents.Config.Setting setting : settings) {
      String value = setting.value().isEmpty() ? "-" : setting.value();
      if (withOrigin) {
        table.row(setting.key(), value, setting.origin());
      } else {
        table.row(setting.key(), value);
      }
    }
    Screen screen = shell.screen();
    table.lines(Integer.MAX_VALUE, screen.resultInk()).forEach(screen::result);
    return 0;
  }
}
