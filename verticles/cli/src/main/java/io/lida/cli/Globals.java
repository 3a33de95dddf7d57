package io.lida.cli;

import static picocli.CommandLine.ScopeType.INHERIT;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags every command takes, before or after its name. */
final class Globals {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = INHERIT,
      description = "say what a command does")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      scope = INHERIT,
      description = "say which version this is")
  boolean version;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      scope = INHERIT,
      description = "text, json or jsonl (for `runs export`: the file to write)")
  @Nullable String output;

  @Option(names = "--json", scope = INHERIT, description = "the same as -o json")
  boolean json;

  @Option(
      names = {"-q", "--quiet"},
      scope = INHERIT,
      description = "only the result")
  boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      scope = INHERIT,
      description = "say more on standard error")
  boolean verbose;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      scope = INHERIT,
      description = "auto, always or never (also NO_COLOR)")
  String color = "auto";

  @Option(names = "--no-input", scope = INHERIT, description = "never ask, fail instead")
  boolean noInput;

  @Option(
      names = {"-y", "--yes"},
      scope = INHERIT,
      description = "take yes for an answer")
  boolean yes;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      scope = INHERIT,
      description = "settings of conf/profiles.json")
  @Nullable String profile;

  @Option(
      names = "--home",
      paramLabel = "DIR",
      scope = INHERIT,
      description = "the folder of all that is yours")
  @Nullable String home;

  @Option(names = "--redis", paramLabel = "URL", scope = INHERIT, description = "the Redis to use")
  @Nullable String redis;

  @Option(
      names = "--server",
      paramLabel = "URL",
      scope = INHERIT,
      description = "work at a server (key: LIDA_API_KEY or api-key in the data folder)")
  @Nullable String server;

  @Option(
      names = "--log-level",
      paramLabel = "LEVEL",
      scope = INHERIT,
      description = "trace, debug, info, warn or error")
  @Nullable String logLevel;

  private final Map<String, String> own = new LinkedHashMap<>();

  /** Takes a setting from a flag of one command; absent to leave it as it is. */
  void set(String key, @Nullable String value) {
    put(own, key, value);
  }

  /** The settings among the flags, by key. */
  Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>(own);
    put(settings, "profile", profile);
    put(settings, "home", home);
    put(settings, "redis_url", redis);
    put(settings, "server", server);
    put(settings, "log_level", logLevel);
    return settings;
  }

  /** The format asked for; a word that names none is a usage error. */
  Format format() {
    if (json) {
      return Format.JSON;
    }
    return output == null ? Format.TEXT : Choices.of(Format.class, "--output", output);
  }

  /** Whether the words of a command line, parsed or not, ask for JSON. */
  static boolean wantsJson(String... words) {
    String before = "";
    for (String word : words) {
      if (word.equals("--")) {
        return false;
      }
      String lower = word.toLowerCase(Locale.ROOT);
      boolean named = before.equals("-o") || before.equals("--output");
      if (lower.equals("--json")
          || (named && lower.startsWith("json"))
          || lower.startsWith("--output=json")
          || lower.startsWith("-o=json")
          || lower.startsWith("-ojson")) {
        return true;
      }
      before = lower;
    }
    return false;
  }

  private static void put(Map<String, String> settings, String key, @Nullable String value) {
    if (value != null) {
      settings.put(key, value);
    }
  }
}
