package io.lida.store;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at a Redis that runs: does it answer, what is it, who uses it. Blocks. */
final class RedisProbe {
  private static final Logger LOG = System.getLogger(RedisProbe.class.getName());
  private static final RedisBinary.Version LEAST = new RedisBinary.Version(6, 2, 0);
  private static final Pattern VERSION =
      Pattern.compile("(?:redis|valkey)_version:(\\d+)\\.(\\d+)\\.(\\d+)");
  private static final Pattern PROGRAM = Pattern.compile("executable:(\\S.*)");

  private RedisProbe() {}

  /** A server that answers. */
  record Found(String url, String description) {}

  /** A server that somebody named. */
  static Found given(String url) {
    RedisUrl parsed;
    try {
      parsed = RedisUrl.parse(url);
    } catch (IllegalArgumentException unreadable) {
      throw RedisServer.unavailable(
          RedisFolder.reason(unreadable), "--redis redis://:password@host:6379");
    }
    try (Knock knock = Knock.at(parsed)) {
      knock.ask("PING");
      String info = knock.ask("INFO", "server");
      Optional<RedisBinary.Version> version = RedisBinary.Version.in(info, VERSION);
      if (version.isEmpty() || version.get().compareTo(LEAST) < 0) {
        throw RedisServer.unavailable(
            "it is version " + version.map(Object::toString).orElse("unknown"),
            "give a Redis or Valkey of at least " + LEAST);
      }
      warn(knock, "maxmemory-policy", "noeviction", "runs may be lost when its memory is full");
      warn(knock, "appendonly", "yes", "runs may be lost when it ends");
      return new Found(url, "%s %s, given by --redis".formatted(name(info), version.get()));
    } catch (IOException unreachable) {
      throw RedisServer.unavailable(
          "the server given at " + parsed.place() + ": " + RedisFolder.reason(unreachable),
          "check that it runs, and the password in its URL");
    }
  }

  private static void warn(Knock knock, String setting, String good, String else_) {
    try {
      String value = knock.ask("CONFIG", "GET", setting);
      if (!value.contains(good)) {
        LOG.log(Level.WARNING, "the given redis does not have {0} {1}: {2}", setting, good, else_);
      }
    } catch (IOException notTold) {
      LOG.log(Level.DEBUG, "the given redis does not tell its {0}", setting);
    }
  }

  private static String name(String info) {
    return info.contains("valkey_version:") ? "valkey" : "redis";
  }

  /** What runs at the URL of a folder of ours, as far as it is not known from having started it. */
  static Found own(String url, RedisFolder folder) throws IOException {
    try (Knock knock = Knock.at(RedisUrl.parse(url))) {
      knock.ask("PING");
      String info = knock.ask("INFO", "server");
      String version =
          RedisBinary.Version.in(info, VERSION).map(Object::toString).orElse("of unknown version");
      Matcher program = PROGRAM.matcher(info);
      boolean bundled = program.find() && program.group(1).startsWith(folder.bin().toString());
      return new Found(
          url,
          bundled
              ? "bundled Redis " + version + "; install redis >= 7 on a shared server"
              : name(info) + " " + version + " (on the path)");
    }
  }

  /** Whether anybody but the connections of this name is connected. */
  static boolean othersAt(String url, String clientName) {
    try (Knock knock = Knock.at(RedisUrl.parse(url))) {
      knock.ask("CLIENT", "SETNAME", clientName);
      return Arrays.stream(knock.ask("CLIENT", "LIST").split("\n"))
          .anyMatch(client -> !client.isBlank() && !client.contains(" name=" + clientName + " "));
    } catch (IOException gone) {
      return false;
    }
  }
}
