package io.lida.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Llm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the {@code keys} commands do; a key passes through here and is never shown. */
final class KeyRing {
  private static final int LONGEST = 4_096;

  private KeyRing() {}

  static int list(Shell shell) {
    List<Llm.Provider> providers = providers(shell);
    if (!shell.forPeople()) {
      shell.document(
          new Documents.Keys(
              "lida.keys/v1", providers.stream().map(Documents.Keys.Key::of).toList()));
      return 0;
    }
    Table table = new Table("provider", "key", "looked for in");
    for (Llm.Provider provider : providers) {
      String key = provider.key();
      String state = key != null ? key : provider.keyless() ? "not needed" : "none";
      table.row(provider.id(), state, String.join(", ", provider.keyNames()));
    }
    Screen screen = shell.screen();
    table.lines(screen.columns(), screen.resultInk()).forEach(screen::result);
    return 0;
  }

  static int set(Shell shell, String provider, @Nullable String file) {
    known(shell, provider);
    String key = sound(read(shell, provider, file));
    Path written = KeyFile.of(shell.settings().home(), provider).write(key);
    report(shell, provider, "kept", written);
    return 0;
  }

  static int remove(Shell shell, String provider) {
    known(shell, provider);
    KeyFile file = KeyFile.of(shell.settings().home(), provider);
    if (!file.remove()) {
      throw new Fault(
          FaultCode.NOT_FOUND,
          "no key of " + provider + " is kept",
          file.path() + " does not exist; a key of the environment is removed there",
          "lida keys ls");
    }
    report(shell, provider, "removed", file.path());
    return 0;
  }

  private static void report(Shell shell, String provider, String action, Path file) {
    if (shell.forPeople()) {
      shell.screen().result("key of " + provider + " " + action + ": " + file);
    } else {
      shell.document(new Documents.KeyChanged("lida.key/v1", provider, action, file.toString()));
    }
  }

  private static List<Llm.Provider> providers(Shell shell) {
    return shell.ask(Llm.PROVIDERS, new Llm.ListProviders()).providers();
  }

  private static void known(Shell shell, String provider) {
    List<String> ids = providers(shell).stream().map(Llm.Provider::id).toList();
    if (!ids.contains(provider)) {
      throw new Fault(
          FaultCode.NOT_FOUND,
          "no provider is called " + Plain.line(provider),
          "there are " + String.join(", ", ids) + Suggest.clause(provider, ids),
          "lida keys ls");
    }
  }

  private static String read(Shell shell, String provider, @Nullable String file) {
    try {
      if (file != null) {
        return Files.readString(shell.world().workingDirectory().resolve(file), UTF_8);
      }
      if (shell.world().inIsTerminal()) {
        if (!shell.canAsk()) {
          throw new Misuse(
              "a key wants to be typed, and nobody may be asked",
              "a key is never a flag",
              "lida keys set " + provider + " --from-file FILE");
        }
        return shell.world().asker().secret("key of " + provider + " (not shown): ");
      }
      return new String(shell.world().in().readNBytes(LONGEST + 1), UTF_8);
    } catch (IOException unreadable) {
      if (file == null) {
        throw new UncheckedIOException(unreadable);
      }
      throw new Fault(
          FaultCode.INVALID,
          "cannot read " + file,
          unreadable.toString(),
          "name a file that holds the key and nothing else");
    }
  }

  private static String sound(String read) {
    String key = read.strip();
    boolean whole = key.chars().allMatch(unit -> unit > ' ' && unit < 0x7f);
    if (key.isEmpty() || key.length() > LONGEST || !whole) {
      throw new Fault(
          FaultCode.INVALID,
          "that is no key",
          key.isEmpty() ? "it is empty" : "a key is one word of printable characters",
          "copy the key again");
    }
    return key;
  }
}
