package io.lida.personas;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Card;
import io.lida.contract.Card.Background;
import io.lida.contract.Card.Belief;
import io.lida.contract.Card.Dynamics;
import io.lida.contract.Card.Expertise;
import io.lida.contract.Card.Style;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A card of five keys: {@code id}, {@code name}, {@code background}, {@code beliefs}, {@code
 * communication_style}; one who works in a team has {@code capabilities}, too.
 *
 * <p>What it leaves out is neutral, and the card's notes say so. Words that no field can hold, such
 * as a belief in prose, become part of the backstory, where a model reads them. Immutable.
 */
final class ShortForm {
  private static final double NEUTRAL = 0.5;
  private static final int LONGEST_SUMMARY = 300;
  private static final int MAX_WORDS = 150;

  private final Grid.Neutral neutral;

  ShortForm(Grid grid) {
    this.neutral = grid.neutral();
  }

  /** The whole card of a short one that has passed {@link CardRules}. */
  Card card(JsonNode json) {
    List<String> notes = new ArrayList<>();
    JsonNode sources = json.path("sources");
    return new Card(
        json.path("id").asText(),
        1,
        json.path("name").asText(),
        neutral.constituency(),
        neutral.disposition(),
        !json.path("public_figure").booleanValue(),
        json.path("public_figure").booleanValue(),
        sources.valueStream().map(JsonNode::asText).toList(),
        background(json, notes),
        List.of(new Expertise("ethics", "none")),
        json.path("capabilities").valueStream().map(JsonNode::asText).toList(),
        beliefs(json.path("beliefs"), notes),
        style(json.path("communication_style").asText(), notes),
        List.of(),
        List.of(),
        new Dynamics("friedkin_johnsen", neutral.openness(), neutral.epsilon(), neutral.bias()),
        null,
        List.of(),
        null,
        List.of(),
        notes(notes));
  }

  private static List<String> notes(List<String> particular) {
    return Stream.concat(
            Stream.of(
                "short form: constituency, disposition, expertise, arguments, red lines and"
                    + " dynamics are left out and neutral"),
            particular.stream())
        .toList();
  }

  private static Background background(JsonNode json, List<String> notes) {
    String told = json.path("background").asText().strip();
    List<String> story = new ArrayList<>();
    String summary = told;
    if (told.isEmpty()) {
      notes.add("background is left out");
      summary = json.path("name").asText();
    } else if (told.length() > LONGEST_SUMMARY) {
      summary = beginning(told);
      story.add(summary.endsWith("...") ? told : told.substring(summary.length()).strip());
    }
    for (Map.Entry<String, JsonNode> belief : json.path("beliefs").properties()) {
      if (belief.getValue().isTextual()) {
        story.add("On " + words(belief.getKey()) + ": " + belief.getValue().asText());
      }
    }
    if (json.has("communication_style")) {
      story.add("How I speak: " + json.path("communication_style").asText());
    }
    return new Background(summary, String.join("\n\n", story), List.of(), "");
  }

  /** The first sentences that fit, or as many words as do. */
  private static String beginning(String told) {
    String head = told.substring(0, LONGEST_SUMMARY);
    int sentence = head.lastIndexOf(". ");
    int word = head.lastIndexOf(' ');
    return sentence > 0
        ? head.substring(0, sentence + 1)
        : head.substring(0, word > 0 ? word : LONGEST_SUMMARY - 1) + "...";
  }

  private Map<String, Belief> beliefs(JsonNode json, List<String> notes) {
    Map<String, Belief> beliefs = new LinkedHashMap<>();
    List<String> absent = new ArrayList<>();
    List<String> prose = new ArrayList<>();
    for (String axis : Card.AXES) {
      JsonNode belief = json.path(axis);
      if (belief.isTextual()) {
        prose.add(axis);
      } else if (!belief.isNumber()) {
        absent.add(axis);
      }
      double value = belief.isNumber() ? belief.doubleValue() : NEUTRAL;
      double strength = belief.isNumber() ? NEUTRAL : 0;
      beliefs.put(axis, new Belief(value, strength, neutral.openness(), "", List.of()));
    }
    json.fieldNames()
        .forEachRemaining(
            name -> {
              if (!beliefs.containsKey(name)) {
                prose.add(name);
              }
            });
    if (!absent.isEmpty()) {
      notes.add("beliefs left out and neutral (0.5): " + String.join(", ", absent));
    }
    if (!prose.isEmpty()) {
      notes.add(
          "beliefs given in words are told to the model but have no value: "
              + String.join(", ", prose.stream().map(Shape::escaped).toList()));
    }
    return beliefs;
  }

  private Style style(String said, List<String> notes) {
    String lower = said.toLowerCase(Locale.ROOT);
    String register =
        Stream.of("formal", "technical", "conversational")
            .filter(lower::contains)
            .filter(word -> !lower.contains("in" + word))
            .findFirst()
            .orElse(lower.contains("informal") ? "conversational" : "plain");
    if (said.isEmpty()) {
      notes.add("communication_style is left out and plain");
    }
    return new Style(register, neutral.assertiveness(), MAX_WORDS, "cases", List.of());
  }

  private static String words(String key) {
    return key.replace('_', ' ');
  }
}
