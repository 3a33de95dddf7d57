package io.lida.cli;

import picocli.CommandLine.Command;

@Command(description = "look at runs and steer them")
final class RunsGroup {}
