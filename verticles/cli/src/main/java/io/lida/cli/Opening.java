package io.lida.cli;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.launcher.House;
import io.lida.launcher.Settings;

/** Opens the house of this process. */
final class Opening implements Shell.Opener {
  @Override
  public House apply(Settings settings) {
    throw new Fault(FaultCode.ABSENT, "this build has no rooms to open", "", "");
  }
}
