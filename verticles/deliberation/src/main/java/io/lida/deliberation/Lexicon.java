package io.lida.deliberation;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Axis;
import io.lida.contract.Card;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Reading;
import io.lida.contract.Scenario;
import io.lida.contract.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a question: which belief axes a yes speaks to, and which expertise it calls for.
 *
 * <p>Plain word lists in {@code conf/lexicon.json}, so that a researcher sees and can change what
 * happens: a word's stem gives an axis and a direction, a word of restraint ("ban", "limit") turns
 * the direction of what it restrains. The reading stands in the run's manifest. Immutable.
 */
final class Lexicon {
  /** What a question without any known word is read as; the run says so. */
  private static final Map<String, Double> UNKNOWN = Map.of("pace", 1.0);

  private static final Pattern WORD = Pattern.compile("[\\p{L}]+");
  private static final int LONGEST_TOPIC = 2_000;

  private record Sense(List<String> stems, String axis, double weight, boolean turns) {}

  private final List<Sense> senses = new ArrayList<>();
  private final List<String> restraints = new ArrayList<>();
  private final Map<String, List<String>> topics = new LinkedHashMap<>();
  private final Poles poles;

  private Lexicon(JsonNode json, Poles poles) {
    this.poles = poles;
    for (JsonNode sense : json.path("axes")) {
      boolean turns = sense.path("turned_by_restraint").asBoolean();
      String axis = sense.path("axis").asText();
      senses.add(
          new Sense(stems(sense.path("stems")), axis, sense.path("weight").asDouble(), turns));
    }
    restraints.addAll(stems(json.path("restraints")));
    json.path("topics")
        .properties()
        .forEach(topic -> topics.put(topic.getKey(), stems(topic.getValue())));
  }

  /**
   * Reads the lists, and what the axes are called.
   *
   * @throws Fault INVALID_CONFIG when a file is missing or malformed
   */
  static Lexicon read(Path conf) {
    Poles poles = Poles.read(conf.resolve("grid.json"));
    Path file = conf.resolve("lexicon.json");
    try {
      return new Lexicon(Wire.parse(Files.readAllBytes(file)), poles);
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new Fault(
          FaultCode.INVALID_CONFIG,
          "cannot read " + file,
          String.valueOf(unreadable.getMessage()),
          "restore conf/lexicon.json");
    }
  }

  /** A reading, and whether no word of the question named an axis. */
  record Read(Reading reading, Optional<String> note) {}

  /** Reads a question, or takes the axes that the scenario states. */
  Read of(Scenario scenario) {
    List<String> words = words(scenario.topic());
    Map<String, Double> topicShares = topicShares(words);
    Map<String, Double> stated = scenario.deliberation().axes();
    if (stated != null) {
      return new Read(new Reading(inOrder(stated), topicShares), Optional.empty());
    }
    Map<String, Double> axes = axes(words);
    if (axes.isEmpty()) {
      return new Read(
          new Reading(UNKNOWN, topicShares),
          Optional.of(
              "no word of the question names a belief axis, so it is read as speaking for a faster"
                  + " pace; set deliberation.axes to say what a yes means"));
    }
    return new Read(new Reading(axes, topicShares), Optional.empty());
  }

  /**
   * How the options of a scenario are read, by id and in its order. One that no word ties to an
   * axis has none, and a simulated persona is indifferent to it.
   */
  Map<String, Reading> options(Scenario scenario) {
    Map<String, Reading> readings = new LinkedHashMap<>();
    for (Scenario.Option option : scenario.deliberation().options()) {
      List<String> words = words(option.text());
      Map<String, Double> stated = option.axes();
      readings.put(
          option.id(),
          new Reading(stated == null ? axes(words) : inOrder(stated), topicShares(words)));
    }
    return readings;
  }

  /** The belief axes that private questions ask for, in words. */
  List<Axis> asked(Scenario scenario) {
    Scenario.Probes probes = scenario.deliberation().probes();
    return probes == null ? List.of() : poles.of(probes.axes());
  }

  private Map<String, Double> axes(List<String> words) {
    boolean restrained = words.stream().anyMatch(word -> startsWithAny(word, restraints));
    Map<String, Double> found = new LinkedHashMap<>();
    for (Sense sense : senses) {
      if (words.stream().anyMatch(word -> startsWithAny(word, sense.stems()))) {
        double weight = sense.turns() && restrained ? -sense.weight() : sense.weight();
        found.merge(sense.axis(), weight, Double::sum);
      }
    }
    found.replaceAll((axis, weight) -> Math.clamp(weight, -1.0, 1.0));
    found.values().removeIf(weight -> weight == 0);
    return inOrder(found);
  }

  private static Map<String, Double> inOrder(Map<String, Double> axes) {
    Map<String, Double> ordered = new LinkedHashMap<>();
    for (String axis : Card.AXES) {
      Double weight = axes.get(axis);
      if (weight != null) {
        ordered.put(axis, weight);
      }
    }
    return ordered;
  }

  private Map<String, Double> topicShares(List<String> words) {
    Map<String, Double> counts = new LinkedHashMap<>();
    topics.forEach(
        (topic, stems) -> {
          long hits = words.stream().filter(word -> startsWithAny(word, stems)).count();
          if (hits > 0) {
            counts.put(topic, (double) hits);
          }
        });
    double sum = counts.values().stream().mapToDouble(Double::doubleValue).sum();
    counts.replaceAll((topic, count) -> count / sum);
    return counts;
  }

  private static boolean startsWithAny(String word, List<String> stems) {
    for (String stem : stems) {
      if (word.startsWith(stem)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> words(String topic) {
    String head = topic.length() <= LONGEST_TOPIC ? topic : topic.substring(0, LONGEST_TOPIC);
    return WORD.matcher(head.toLowerCase(Locale.ROOT)).results().map(m -> m.group()).toList();
  }

  private static List<String> stems(JsonNode list) {
    List<String> stems = new ArrayList<>();
    list.forEach(stem -> stems.add(stem.asText()));
    return stems;
  }
}
