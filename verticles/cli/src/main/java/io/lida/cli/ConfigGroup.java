package io.lida.cli;

import picocli.CommandLine.Command;

@Command(description = "settings and where they come from")
final class ConfigGroup {}
