package io.lida.cli;

import picocli.CommandLine.Command;

@Command(description = "who can sit at the table")
final class PersonasGroup {}
