package io.lida.cli;

import picocli.CommandLine.Command;

@Command(name = "runs", description = "look at runs and steer them")
final class RunsGroup {}
