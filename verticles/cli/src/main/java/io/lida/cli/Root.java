package io.lida.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "lida",
    description = "AI personas deliberate; everything they say is kept.",
    versionProvider = Version.class)
final class Root {
  @Mixin final Globals globals = new Globals();
}
