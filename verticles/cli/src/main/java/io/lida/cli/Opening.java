package io.lida.cli;

import io.lida.launcher.House;
import io.lida.launcher.Server;
import io.lida.launcher.Settings;

/** Opens what this process needs, and remembers that it did. */
final class Opening implements Shell.Opener {
  private boolean opened;

  /** Whether anything was opened that an orderly end would close. */
  boolean opened() {
    return opened;
  }

  @Override
  public House apply(Settings settings) {
    opened = true;
    return House.open(settings);
  }

  @Override
  public House nearest(Settings settings) {
    opened = true;
    return House.nearest(settings);
  }

  @Override
  public House records(Settings settings) {
    opened = true;
    return House.records(settings);
  }

  @Override
  public Server serve(Settings settings) {
    opened = true;
    return Server.open(settings);
  }
}
