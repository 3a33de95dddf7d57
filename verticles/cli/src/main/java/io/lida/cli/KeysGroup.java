package io.lida.cli;

import picocli.CommandLine.Command;

@Command(description = "keys of model providers")
final class KeysGroup {}
