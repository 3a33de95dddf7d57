package io.lida.deliberation;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A mapping of a YAML document, read key by key; whatever is wrong is noted with line and column,
 * and reading goes on, so that all problems are told at once.
 *
 * <p>YAML 1.2, no tags, no duplicate keys, at most 1 MiB, 50 levels of flow nesting. Aliases are
 * never expanded beyond the keys that are asked for, so a bomb stays small.
 */
final class YamlMap {
  private static final int LARGEST = 1 << 20;
  private static final int DEEPEST = 50;
  private static final LevenshteinDistance DISTANCE = new LevenshteinDistance(4);

  private final List<String> problems;
  private final @Nullable Node node;
  private final Map<String, Node> fields = new LinkedHashMap<>();
  private final Map<String, Node> keys = new LinkedHashMap<>();
  private final Set<String> asked = new LinkedHashSet<>();

  private YamlMap(@Nullable Node node, List<String> problems) {
    this.node = node;
    this.problems = problems;
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        field(tuple);
      }
    } else if (node != null && !isNull(node)) {
      problem(node, "expected keys with values");
    }
  }

  private void field(NodeTuple tuple) {
    if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
      problem(tuple.getKeyNode(), "a key must be a word");
    } else if (fields.put(key.getValue(), tuple.getValueNode()) != null) {
      problem(key, "the key \"" + key.getValue() + "\" stands twice");
    } else {
      keys.put(key.getValue(), key);
    }
  }

  /**
   * Reads a document.
   *
   * @param problems collects what is wrong
   * @throws Fault INVALID_SCENARIO when the text is no YAML, or more than the limits allow
   */
  static YamlMap read(String source, String text, List<String> problems) {
    if (text.length() > LARGEST || depth(text) > DEEPEST) {
      throw new Fault(
          FaultCode.INVALID_SCENARIO,
          source + " is not a scenario",
          "larger than 1 MiB or nested deeper than 50 levels",
          "");
    }
    try {
      LoadSettings settings =
          LoadSettings.builder()
              .setLabel(source)
              .setAllowDuplicateKeys(false)
              .setMaxAliasesForCollections(50)
              .setCodePointLimit(LARGEST)
              .build();
      Optional<Node> root = new Compose(settings).composeString(text);
      return new YamlMap(root.orElse(null), problems);
    } catch (MarkedYamlEngineException malformed) {
      String where =
          malformed
              .getProblemMark()
              .map(mark -> (mark.getLine() + 1) + ":" + (mark.getColumn() + 1) + " ")
              .orElse("");
      throw unreadable(source, where + malformed.getProblem());
    } catch (YamlEngineException malformed) {
      throw unreadable(source, String.valueOf(malformed.getMessage()));
    } catch (StackOverflowError tooDeep) {
      throw unreadable(source, "nested too deep");
    }
  }

  private static Fault unreadable(String source, String why) {
    return new Fault(
        FaultCode.INVALID_SCENARIO, source + " is not YAML", why, "correct it at that place");
  }

  private static int depth(String text) {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '[', '{' -> deepest = Math.max(deepest, ++depth);
        case ']', '}' -> depth--;
        default -> {}
      }
    }
    return deepest;
  }

  boolean has(String key) {
    asked.add(key);
    Node value = fields.get(key);
    return value != null && !isNull(value);
  }

  /** The mapping under a key; an empty one where it is absent. */
  YamlMap map(String key) {
    return new YamlMap(has(key) ? fields.get(key) : null, problems);
  }

  /** The mappings in the list under a key. */
  List<YamlMap> maps(String key) {
    if (!has(key)) {
      return List.of();
    }
    if (!(fields.get(key) instanceof SequenceNode list)) {
      problem(fields.get(key), "\"" + key + "\" must be a list");
      return List.of();
    }
    return list.getValue().stream().map(item -> new YamlMap(item, problems)).toList();
  }

  /** The texts in the list under a key; none where it is absent. */
  List<String> texts(String key, int longest) {
    if (!has(key)) {
      return List.of();
    }
    if (!(fields.get(key) instanceof SequenceNode list)) {
      problem(fields.get(key), "\"" + key + "\" must be a list");
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (Node item : list.getValue()) {
      if (item instanceof ScalarNode scalar && scalar.getValue().length() <= longest) {
        texts.add(scalar.getValue());
      } else {
        problem(item, "\"" + key + "\" must be texts of at most " + longest + " characters");
      }
    }
    return texts;
  }

  /** The text under a key. */
  Optional<String> text(String key, int longest) {
    if (!has(key)) {
      return Optional.empty();
    }
    if (!(fields.get(key) instanceof ScalarNode scalar)) {
      problem(fields.get(key), "\"" + key + "\" must be text");
      return Optional.empty();
    }
    if (scalar.getValue().length() > longest) {
      problem(scalar, "\"" + key + "\" is longer than " + longest + " characters");
      return Optional.empty();
    }
    return Optional.of(scalar.getValue());
  }

  /** The whole number under a key. */
  Optional<Long> whole(String key, long least, long most) {
    return parsed(key, Long::valueOf, "a whole number")
        .filter(value -> within(key, value, least, most));
  }

  /** The number under a key. */
  Optional<Double> number(String key, double least, double most) {
    return parsed(key, Double::valueOf, "a number")
        .filter(value -> within(key, value, least, most));
  }

  /** The yes or no under a key. */
  Optional<Boolean> flag(String key) {
    return parsed(
        key,
        text ->
            switch (text) {
              case "true" -> true;
              case "false" -> false;
              default -> throw new NumberFormatException(text);
            },
        "true or false");
  }

  /** One of some words under a key. */
  <E extends Enum<E>> Optional<E> oneOf(String key, Class<E> type) {
    return oneOf(key, Arrays.stream(type.getEnumConstants()).map(YamlMap::word).toList())
        .map(word -> Enum.valueOf(type, word.toUpperCase(Locale.ROOT)));
  }

  /** One of some words under a key. */
  Optional<String> oneOf(String key, List<String> words) {
    return text(key, 200)
        .filter(
            word -> {
              if (!words.contains(word)) {
                String known = String.join(", ", words);
                problem(fields.get(key), "\"" + key + "\" must be one of " + known);
              }
              return words.contains(word);
            });
  }

  /** Some of some words in the list under a key, in its order. */
  <E extends Enum<E>> List<E> severalOf(String key, Class<E> type) {
    List<String> words = Arrays.stream(type.getEnumConstants()).map(YamlMap::word).toList();
    List<String> stated = texts(key, 200);
    if (!words.containsAll(stated)) {
      problem(fields.get(key), "\"" + key + "\" must be of " + String.join(", ", words));
      return List.of();
    }
    return stated.stream().map(word -> Enum.valueOf(type, word.toUpperCase(Locale.ROOT))).toList();
  }

  /** A word under a key, unless something is wrong with it. */
  Optional<String> checked(String key, Function<String, Optional<String>> problem) {
    return text(key, 200)
        .filter(
            word -> {
              Optional<String> wrong = problem.apply(word);
              wrong.ifPresent(reason -> problem(fields.get(key), reason));
              return wrong.isEmpty();
            });
  }

  /** A key that must be there. */
  <T> Optional<T> required(String key, Optional<T> value) {
    if (value.isEmpty() && !has(key)) {
      problem(node, "\"" + key + "\" is missing");
    }
    return value;
  }

  /** Keys nobody asked for are errors, each with the nearest that is known. */
  void refuseOthers() {
    keys.forEach(
        (key, at) -> {
          if (!asked.contains(key)) {
            problem(at, "unknown key \"" + key + "\"" + suggestion(key, asked));
          }
        });
  }

  /** Notes a problem with the value of a key. */
  void problemWith(String key, String what) {
    problem(fields.getOrDefault(key, node), what);
  }

  /** All keys. */
  Set<String> keys() {
    return keys.keySet();
  }

  /** The word nearest to an unknown one, or all that are known where none is near. */
  static String suggestion(String word, Collection<String> known) {
    return known.stream()
        .filter(other -> DISTANCE.apply(word, other) >= 0)
        .min(Comparator.comparingInt(other -> DISTANCE.apply(word, other)))
        .map(nearest -> "; did you mean \"" + nearest + "\"?")
        .orElse("; known are " + String.join(", ", known));
  }

  private <T> Optional<T> parsed(String key, Function<String, T> parser, String what) {
    return text(key, 200)
        .flatMap(
            text -> {
              try {
                return Optional.of(parser.apply(text));
              } catch (NumberFormatException malformed) {
                problem(fields.get(key), "\"" + key + "\" must be " + what);
                return Optional.empty();
              }
            });
  }

  private <T extends Number> boolean within(String key, T value, Number least, Number most) {
    double number = value.doubleValue();
    if (number >= least.doubleValue() && number <= most.doubleValue()) {
      return true;
    }
    problem(fields.get(key), "\"" + key + "\" must be from " + least + " to " + most);
    return false;
  }

  private void problem(@Nullable Node at, String what) {
    String where =
        at == null
            ? ""
            : at.getStartMark()
                .map(mark -> (mark.getLine() + 1) + ":" + (mark.getColumn() + 1) + " ")
                .orElse("");
    problems.add(where + what);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static boolean isNull(Node node) {
    return node.getTag().equals(Tag.NULL)
        || node instanceof ScalarNode scalar && scalar.getValue().isEmpty() && scalar.isPlain();
  }
}
