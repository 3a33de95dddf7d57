package io.lida.cli;

import picocli.CommandLine.Command;

@Command(name = "config", description = "settings and where they come from")
final class ConfigGroup {}
