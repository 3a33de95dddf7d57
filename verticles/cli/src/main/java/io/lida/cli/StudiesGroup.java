package io.lida.cli;

import picocli.CommandLine.Command;

@Command(description = "look at studies and steer them")
final class StudiesGroup {}
