package io.lida.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * What this process was told, and by whom: a flag beats the environment, which beats {@code
 * ./lida.yaml}, which beats the profile, which beats the user's configuration, which beats {@code
 * conf/lida.json}. Immutable.
 */
public final class Settings {
  private static final int LARGEST_FILE = 1 << 20;

  /** A value and where it came from, such as {@code env LIDA_REDIS_URL}. */
  public record Setting(String key, String value, String origin) {}

  /**
   * Where settings may come from.
   *
   * @param root the folder of {@code conf/}, {@code personas/} and {@code scenarios/}
   * @param flags settings given on the command line, by key
   */
  public record Sources(
      Path root,
      Path workingDirectory,
      Map<String, String> environment,
      Map<String, String> flags) {
    public Sources {
      environment = Map.copyOf(environment);
      flags = Map.copyOf(flags);
    }
  }

  private final Sources sources;
  private final Map<String, Setting> settings;

  private Settings(Sources sources, Map<String, Setting> settings) {
    this.sources = sources;
    this.settings = settings;
  }

  /**
   * Reads all sources.
   *
   * @throws Fault INVALID_CONFIG for a file that cannot be read, or a key that nothing uses
   */
  public static Settings read(Sources sources) {
    Path base = sources.root().resolve("conf/lida.json");
    Map<String, String> defaults = json(base);
    Map<String, Setting> found = new LinkedHashMap<>();
    defaults.forEach((key, value) -> found.put(key, new Setting(key, value, "conf/lida.json")));
    found.put("home", new Setting("home", defaultHome(sources.environment()), "default"));

    Layers layers = new Layers(found);
    Path user = userConfiguration(sources.environment());
    Map<String, String> userValues = yaml(user);
    Path local = sources.workingDirectory().resolve("lida.yaml");
    Map<String, String> localValues = yaml(local);
    Map<String, String> environment = environment(sources.environment(), found);
    String profile =
        first("profile", sources.flags(), environment, localValues, userValues, defaults);

    layers.lay(userValues, user.toString());
    layers.lay(profile(sources.root(), profile), "profile " + profile);
    layers.lay(localValues, "./lida.yaml");
    for (Map.Entry<String, String> value : environment.entrySet()) {
      String name = environmentName(sources.environment(), value.getKey());
      layers.lay(Map.of(value.getKey(), value.getValue()), "env " + name);
    }
    for (Map.Entry<String, String> value : sources.flags().entrySet()) {
      String flag = "flag --" + value.getKey().replace('_', '-');
      layers.lay(Map.of(value.getKey(), value.getValue()), flag);
    }
    return new Settings(sources, Map.copyOf(found));
  }

  /** The value of a key that {@code conf/lida.json} names. */
  public String get(String key) {
    Setting setting = settings.get(key);
    if (setting == null) {
      throw new IllegalArgumentException("no such setting: " + key);
    }
    return setting.value();
  }

  /** The value, absent when empty. */
  public Optional<String> find(String key) {
    return Optional.of(get(key)).filter(value -> !value.isEmpty());
  }

  /** All settings, by key. */
  public List<Setting> all() {
    return settings.values().stream().sorted(java.util.Comparator.comparing(Setting::key)).toList();
  }

  /** The folder of all that the user owns. */
  public Path home() {
    return Path.of(get("home")).toAbsolutePath().normalize();
  }

  /** The folder of {@code conf/}, {@code personas/} and {@code scenarios/}. */
  public Path root() {
    return sources.root();
  }

  /** The environment the process was started in. */
  public Map<String, String> environment() {
    return sources.environment();
  }

  private record Layers(Map<String, Setting> found) {
    void lay(Map<String, String> values, String origin) {
      List<String> unknown = new ArrayList<>();
      values.forEach(
          (key, value) -> {
            if (found.containsKey(key)) {
              found.put(key, new Setting(key, value, origin));
            } else {
              unknown.add(key);
            }
          });
      if (!unknown.isEmpty()) {
        throw new Fault(
            FaultCode.INVALID_CONFIG,
            "unknown setting " + String.join(", ", unknown),
            origin + "; known are " + String.join(", ", found.keySet().stream().sorted().toList()),
            "lida config show --origin");
      }
    }
  }

  private static String defaultHome(Map<String, String> environment) {
    String data = environment.get("XDG_DATA_HOME");
    Path base =
        data == null || data.isEmpty()
            ? userHome(environment).resolve(".local/share")
            : Path.of(data);
    return base.resolve("lida").toString();
  }

  private static Path userConfiguration(Map<String, String> environment) {
    String configuration = environment.get("XDG_CONFIG_HOME");
    Path base =
        configuration == null || configuration.isEmpty()
            ? userHome(environment).resolve(".config")
            : Path.of(configuration);
    return base.resolve("lida").resolve("config.yaml");
  }

  private static Path userHome(Map<String, String> environment) {
    return Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")));
  }

  private static Map<String, String> environment(
      Map<String, String> environment, Map<String, Setting> known) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String key : known.keySet()) {
      String value = environment.get(environmentName(environment, key));
      if (value != null && !value.isEmpty()) {
        values.put(key, value);
      }
    }
    return values;
  }

  /** {@code LIDA_REDIS_URL} for {@code redis_url}; {@code REDIS_URL} serves where that is unset. */
  private static String environmentName(Map<String, String> environment, String key) {
    String name = "LIDA_" + key.toUpperCase(java.util.Locale.ROOT);
    return key.equals("redis_url") && !environment.containsKey(name) ? "REDIS_URL" : name;
  }

  @SafeVarargs
  private static String first(String key, Map<String, String>... layers) {
    for (Map<String, String> layer : layers) {
      String value = layer.get(key);
      if (value != null) {
        return value;
      }
    }
    return "";
  }

  private static Map<String, String> profile(Path root, String name) {
    if (name.isEmpty()) {
      return Map.of();
    }
    JsonNode profiles = tree(root.resolve("conf/profiles.json"));
    if (!profiles.has(name)) {
      throw new Fault(
          FaultCode.INVALID_CONFIG,
          "no profile is called " + name,
          "conf/profiles.json has " + String.join(", ", keys(profiles)),
          "lida config show --origin");
    }
    return values(profiles.get(name));
  }

  private static Map<String, String> json(Path file) {
    return values(tree(file));
  }

  private static JsonNode tree(Path file) {
    try {
      return Wire.parse(bounded(file));
    } catch (IllegalArgumentException malformed) {
      throw unreadable(file, malformed.getMessage());
    }
  }

  private static Map<String, String> yaml(Path file) {
    if (!Files.isRegularFile(file)) {
      return Map.of();
    }
    Object document;
    try {
      LoadSettings settings = LoadSettings.builder().setLabel(file.toString()).build();
      document = new Load(settings).loadFromString(new String(bounded(file), UTF_8));
    } catch (YamlEngineException malformed) {
      throw unreadable(file, malformed.getMessage());
    }
    if (document == null) {
      return Map.of();
    }
    if (!(document instanceof Map<?, ?> map)) {
      throw unreadable(file, "expected keys with values");
    }
    Map<String, String> values = new LinkedHashMap<>();
    map.forEach((key, value) -> values.put(String.valueOf(key), String.valueOf(value)));
    return values;
  }

  private static byte[] bounded(Path file) {
    try {
      if (Files.size(file) > LARGEST_FILE) {
        throw unreadable(file, "larger than 1 MiB");
      }
      return Files.readAllBytes(file);
    } catch (IOException failure) {
      throw unreadable(file, failure.toString());
    }
  }

  private static Map<String, String> values(JsonNode object) {
    Map<String, String> values = new LinkedHashMap<>();
    object.properties().forEach(entry -> values.put(entry.getKey(), entry.getValue().asText()));
    return values;
  }

  private static List<String> keys(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }

  private static Fault unreadable(Path file, @Nullable String why) {
    return new Fault(
        FaultCode.INVALID_CONFIG,
        "cannot read " + file,
        why == null ? "" : why,
        "correct or remove " + file);
  }
}
