package io.lida.launcher;

/**
 * Sends all logs to one JSON file in the data folder, and a server's to standard error as well.
 * Each has effect only before anything was logged in this process.
 */
final class Logs {
  private Logs() {}

  /** For one command: the terminal belongs to its results. */
  static void toFile(Settings settings) {
    configure(settings, "lida", "silent");
  }

  /** For a server, in a file of its own, named after its port. */
  static void toStandardError(Settings settings) {
    String terminal =
        switch (settings.get("log_format")) {
          case "text" -> "lines";
          case "json" -> "json";
          default ->
              throw Refused.because(
                  "log_format", settings.get("log_format") + " is neither text nor json");
        };
    configure(settings, "serve-" + settings.get("port"), terminal);
  }

  private static void configure(Settings settings, String file, String terminal) {
    set(LogConfigurator.FOLDER, settings.home().resolve("logs").toString());
    set(LogConfigurator.FILE, file);
    set(LogConfigurator.TERMINAL, terminal);
    set(LogConfigurator.LEVEL, settings.get("log_level"));
    set(
        "vertx.logger-delegate-factory-class-name",
        "io.vertx.core.logging.SLF4JLogDelegateFactory");
    // Rooms start side by side, so the first lines meet a logger in the making; they are kept.
    set("slf4j.internal.verbosity", "ERROR");
  }

  private static void set(String key, String value) {
    if (System.getProperty(key) == null) {
      System.setProperty(key, value);
    }
  }
}
