package io.lida.llm;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where the pool finds its settings.
 *
 * @param home the user's data folder; key files are read from {@code keys/} in it
 * @param conf the folder of {@code providers.json} and {@code prices.json}
 * @param environment names and values as in the process's environment: keys and base URLs
 */
public record LlmOptions(Path home, Path conf, Map<String, String> environment) {
  public LlmOptions {
    environment = Map.copyOf(environment);
  }

  /** The configuration beside the program, the data folder {@code ~/.local/share/lida}, no keys. */
  public static LlmOptions defaults() {
    Path home = Path.of(System.getProperty("user.home"), ".local", "share", "lida");
    return new LlmOptions(home, Path.of("conf"), Map.of());
  }

  /** Says where, and never what: the environment holds keys. */
  @Override
  public String toString() {
    return "LlmOptions[home=" + home + ", conf=" + conf + "]";
  }
}
