package io.lida.cli;

import picocli.CommandLine.Command;

@Command(name = "keys", description = "keys of model providers")
final class KeysGroup {}
