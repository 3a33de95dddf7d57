package io.lida.cli;

import picocli.CommandLine.Command;

@Command(description = "programs that take seats: who is there, and tokens")
final class AgentsGroup {}
