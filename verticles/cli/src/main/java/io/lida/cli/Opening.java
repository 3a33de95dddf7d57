package io.lida.cli;

import io.lida.launcher.House;
import io.lida.launcher.Settings;

/** Opens the house of this process. */
final class Opening implements Shell.Opener {
  @Override
  public House apply(Settings settings) {
    return House.open(settings);
  }
}
