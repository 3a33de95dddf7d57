package io.lida.deliberation;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Axis;
import io.lida.contract.Ballot;
import io.lida.contract.RunEvent.Choice;
import io.lida.contract.Scenario.BallotForm;
import io.lida.contract.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a model's reply says, if it keeps to the form that was asked for.
 *
 * <p>The JSON object may stand in prose or in a fenced block; numbers may be strings, and {@code
 * concedes} a single text. What matters (a stance, an argument, a choice) must be there and in
 * range: a reply without it is unreadable, and is never guessed. Pure functions.
 */
final class Answers {
  private static final int LONGEST_TEXT = 16_384;
  private static final int MOST_ITEMS = 20;
  private static final int MOST_TRUSTED = 100;

  private Answers() {}

  /** A turn as the model gave it; confidence 0.5 where it gave none. */
  record Spoken(
      double stance,
      double confidence,
      String argument,
      List<String> concedes,
      List<String> cites) {}

  /** A vote as the model gave it: a choice, or a ballot on options. */
  record Cast(
      @Nullable Choice choice,
      @Nullable Ballot ballot,
      double confidence,
      @Nullable Double expectsYes,
      Map<String, Double> trust,
      String reason) {}

  /** Whom a moderator gives the floor. */
  record Named(String next, String reason) {}

  /** What somebody said in private. */
  record Stated(double stance, double confidence, Map<String, Double> axes, String reason) {}

  /** Reads a turn. */
  static Optional<Spoken> turn(String reply) {
    return object(reply)
        .flatMap(
            json -> {
              double stance = number(json, "stance", "position");
              String argument = text(json, "argument", "text");
              if (Double.isNaN(stance) || Math.abs(stance) > 1 || argument.isBlank()) {
                return Optional.empty();
              }
              return Optional.of(
                  new Spoken(
                      stance,
                      confidence(json),
                      argument,
                      list(json.path("concedes")),
                      list(json.path("cites"))));
            });
  }

  /** Reads a vote; a stated stance without a vote counts by its side. */
  static Optional<Cast> vote(String reply) {
    return object(reply).flatMap(json -> choice(json).map(choice -> cast(json, choice, null)));
  }

  /** Reads a ballot on options. */
  static Optional<Cast> ballot(String reply, BallotForm form, Set<String> options) {
    return object(reply)
        .flatMap(json -> Ballots.of(json, form, options).map(ballot -> cast(json, null, ballot)));
  }

  private static Cast cast(JsonNode json, @Nullable Choice choice, @Nullable Ballot ballot) {
    double expects = number(json, "expects_yes", "expects_yes");
    boolean stated = expects >= 0 && expects <= 1;
    Map<String, Double> trust = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : json.path("trust").properties()) {
      double share = entry.getValue().asDouble(Double.NaN);
      if (share >= 0 && share <= 1 && trust.size() < MOST_TRUSTED) {
        trust.put(clip(entry.getKey()), share);
      }
    }
    return new Cast(
        choice,
        ballot,
        confidence(json),
        stated ? expects : null,
        trust,
        text(json, "reason", "argument"));
  }

  /** Reads whom a moderator names. */
  static Optional<Named> nomination(String reply) {
    return object(reply)
        .map(json -> new Named(text(json, "next", "speaker").strip(), text(json, "reason", "why")))
        .filter(named -> !named.next().isEmpty());
  }

  /**
   * Reads a private answer; only the stance must be there.
   *
   * @param asked the axes asked for; a belief that is missing or out of range is left out
   */
  static Optional<Stated> probe(String reply, List<Axis> asked) {
    return object(reply)
        .flatMap(
            json -> {
              double stance = number(json, "stance", "position");
              return Math.abs(stance) <= 1
                  ? Optional.of(
                      new Stated(
                          stance,
                          confidence(json),
                          axes(json.path("axes"), asked),
                          text(json, "reason", "argument")))
                  : Optional.empty();
            });
  }

  private static Map<String, Double> axes(JsonNode json, List<Axis> asked) {
    Map<String, Double> axes = new LinkedHashMap<>();
    for (Axis axis : asked) {
      double belief = number(json, axis.id(), axis.id());
      if (belief >= 0 && belief <= 1) {
        axes.put(axis.id(), belief);
      }
    }
    return axes;
  }

  /** Reads a moderator's summary; prose without JSON will do, for nothing is counted in it. */
  static Optional<String> moderation(String reply) {
    String text = object(reply).map(json -> text(json, "argument", "summary")).orElse(reply);
    return Optional.of(clip(text)).filter(summary -> !summary.isBlank());
  }

  private static Optional<Choice> choice(JsonNode json) {
    String word = text(json, "vote", "choice").strip().toLowerCase(Locale.ROOT);
    return switch (word) {
      case "for", "yes", "aye", "approve", "support" -> Optional.of(Choice.FOR);
      case "against", "no", "nay", "reject", "oppose" -> Optional.of(Choice.AGAINST);
      case "abstain", "abstention" -> Optional.of(Choice.ABSTAIN);
      default -> {
        double stance = number(json, "stance", "position");
        yield Double.isNaN(stance) || Math.abs(stance) > 1
            ? Optional.empty()
            : Optional.of(Outcome.choice(stance));
      }
    };
  }

  static Optional<JsonNode> object(String reply) {
    int open = reply.indexOf('{');
    int close = reply.lastIndexOf('}');
    if (open < 0 || close < open) {
      return Optional.empty();
    }
    try {
      JsonNode json = Wire.parse(reply.substring(open, close + 1));
      return json.isObject() ? Optional.of(json) : Optional.empty();
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static double confidence(JsonNode json) {
    double confidence = number(json, "confidence", "certainty");
    return Double.isNaN(confidence) ? 0.5 : Math.clamp(confidence, 0, 1);
  }

  private static double number(JsonNode json, String name, String otherName) {
    JsonNode value = json.has(name) ? json.path(name) : json.path(otherName);
    if (value.isNumber()) {
      return value.doubleValue();
    }
    try {
      return value.isTextual() ? Double.parseDouble(value.asText().strip()) : Double.NaN;
    } catch (NumberFormatException words) {
      return Double.NaN;
    }
  }

  static String text(JsonNode json, String name, String otherName) {
    JsonNode value = json.has(name) ? json.path(name) : json.path(otherName);
    return value.isTextual() ? clip(value.asText()) : "";
  }

  private static List<String> list(JsonNode value) {
    if (value.isTextual()) {
      return value.asText().isBlank() ? List.of() : List.of(clip(value.asText()));
    }
    List<String> items = new ArrayList<>();
    for (JsonNode item : value) {
      if (item.isTextual() && !item.asText().isBlank() && items.size() < MOST_ITEMS) {
        items.add(clip(item.asText()));
      }
    }
    return items;
  }

  private static String clip(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
  }
}
