package io.lida.launcher;

/** Sends all logs to one JSON file in the data folder, before the first line is logged. */
final class Logs {
  private Logs() {}

  /** Has effect only before anything was logged in this process. */
  static void configure(Settings settings) {
    set("logback.configurationFile", settings.root().resolve("conf/logback.xml").toString());
    set("lida.logs", settings.home().resolve("logs").toString());
    set("lida.log.level", settings.get("log_level"));
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
