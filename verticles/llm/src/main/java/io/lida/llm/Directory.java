package io.lida.llm;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import java.net.URI;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Knows the providers by id, and where each is found in this environment. Immutable. */
final class Directory {
  /**
   * A provider and where it is.
   *
   * @param baseUrl without a slash at the end
   * @param origin what said so: {@code conf} or {@code env NAME}
   */
  record Entry(Settings.Provider provider, String baseUrl, String origin) {}

  private final Map<String, Entry> entries = new LinkedHashMap<>();

  Directory(Settings settings, Map<String, String> environment) {
    for (Settings.Provider provider : settings.providers()) {
      entries.put(provider.id(), locate(provider, environment));
    }
  }

  Collection<Entry> all() {
    return entries.values();
  }

  /**
   * The provider with this id.
   *
   * @throws Fault when there is none; names the nearest there is
   */
  Entry find(String id) {
    Entry entry = entries.get(id);
    if (entry != null) {
      return entry;
    }
    String known = String.join(", ", entries.keySet());
    String nearest =
        entries.keySet().stream()
            .min(Comparator.comparingInt(other -> distance(id, other)))
            .orElse("sim");
    throw new Fault(
        FaultCode.INVALID,
        "no provider \"" + id + "\"",
        "there are " + known,
        "did you mean " + nearest + "/...?");
  }

  private static Entry locate(Settings.Provider provider, Map<String, String> environment) {
    String own = "LIDA_" + provider.id().toUpperCase(Locale.ROOT).replace('-', '_');
    Entry found = override(provider, own + "_BASE_URL", environment);
    for (String name : provider.baseUrlNames()) {
      found = found == null ? override(provider, name, environment) : found;
    }
    return found == null ? new Entry(provider, trimmed(provider.baseUrl()), "conf") : found;
  }

  private static @Nullable Entry override(
      Settings.Provider provider, String name, Map<String, String> environment) {
    String value = environment.getOrDefault(name, "").strip();
    if (value.isEmpty() || !provider.wire().remote()) {
      return null;
    }
    String path = pathOf(name, value);
    String url = path.isEmpty() ? trimmed(value) + pathOf("conf", provider.baseUrl()) : value;
    return new Entry(provider, trimmed(url), "env " + name);
  }

  /** The path without a slash at the end; of a base URL without one, the usual one is meant. */
  private static String pathOf(String name, String url) {
    try {
      URI uri = URI.create(url);
      if (uri.getHost() == null || !uri.getScheme().matches("https?")) {
        throw new IllegalArgumentException("no http or https URL");
      }
      return trimmed(uri.getRawPath() == null ? "" : uri.getRawPath());
    } catch (IllegalArgumentException | NullPointerException refusal) {
      throw new Fault(
          FaultCode.INVALID_CONFIG,
          name + " is no base URL",
          "found \"" + url + "\"",
          name + "=http://127.0.0.1:8080/v1");
    }
  }

  private static String trimmed(String url) {
    return url.endsWith("/") ? trimmed(url.substring(0, url.length() - 1)) : url;
  }

  /** How many letters must be put in, left out or changed to make one word the other. */
  private static int distance(String one, String other) {
    int[] above = new int[other.length() + 1];
    for (int column = 0; column <= other.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= one.length(); row++) {
      int[] current = new int[other.length() + 1];
      current[0] = row;
      for (int column = 1; column <= other.length(); column++) {
        int change = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
        current[column] =
            Math.min(above[column - 1] + change, 1 + Math.min(above[column], current[column - 1]));
      }
      above = current;
    }
    return above[other.length()];
  }
}
