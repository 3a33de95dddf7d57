package io.lida.cli;

import picocli.CommandLine.Command;

@Command(name = "studies", description = "look at studies and steer them")
final class StudiesGroup {}
