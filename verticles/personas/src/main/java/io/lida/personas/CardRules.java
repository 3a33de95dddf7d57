package io.lida.personas;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Card;
import io.lida.personas.Shape.Any;
import io.lida.personas.Shape.Either;
import io.lida.personas.Shape.Fields;
import io.lida.personas.Shape.Flag;
import io.lida.personas.Shape.Items;
import io.lida.personas.Shape.Maybe;
import io.lida.personas.Shape.Text;
import io.lida.personas.Shape.Word;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The card format as shapes: the same rules as {@code card.schema.json}, without its library. That
 * both refuse the same cards at the same places is proved by a test. Immutable.
 */
final class CardRules {
  /**
   * What an id looks like; also the name of the card's file, less {@code .json}. Ends at the end of
   * the text, where {@code $} would let a line break pass.
   */
  static final Pattern ID = Pattern.compile("^[a-z0-9_][a-z0-9_.-]{0,63}(?![\\s\\S])");

  static final String ID_WORDS =
      "must be 1 to 64 of a-z, 0-9, _, - and ., beginning with a letter, a digit or _";

  private static final Set<String> WHOLE_CARD_KEYS =
      Set.of(
          "version", "constituency", "disposition", "composite", "expertise", "style", "dynamics");

  /** Control characters and bidirectional overrides could forge what a terminal shows. */
  private static final Pattern PROSE =
      Pattern.compile(
          "^[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u202a-\\u202e\\u2066-\\u2069]*(?![\\s\\S])");

  private static final Pattern LINE =
      Pattern.compile("^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*(?![\\s\\S])");
  private static final Pattern TOPIC = Pattern.compile("^[a-z][a-z0-9_]{0,63}(?![\\s\\S])");
  private static final Pattern MODEL =
      Pattern.compile("^[a-z0-9_.-]+/[^\\s\\x00-\\x20]+(?![\\s\\S])");
  private static final String NO_CONTROLS = "must not contain control characters";

  private static final Shape CAPABILITIES =
      new Items(new Text(1, 64, TOPIC, "must be words of a-z and 0-9 joined by _"), 0, 60);
  private static final Shape NAME = new Text(1, 64, ID, ID_WORDS);
  private static final Shape LINE_TEXT = line(1);
  private static final Shape TEXT = prose(1, 2_000);
  private static final Shape MAYBE_TEXT = prose(0, 2_000);
  private static final Text OPINION = prose(1, 400);
  private static final Shape.Number UNIT = new Shape.Number(0, 1, false);
  private static final Shape AXIS = new Word(new LinkedHashSet<>(Card.AXES));
  private static final Shape SOURCES = new Items(TEXT, 0, 200);
  private static final Shape PROVIDER_MODEL =
      new Text(0, 200, MODEL, "must look like provider/model");

  private final Shape whole;
  private final Shape brief;

  CardRules(Grid grid) {
    this.whole = whole(grid);
    this.brief =
        fields(List.of("id", "name"))
            .with("id", NAME)
            .with("name", LINE_TEXT)
            .with("public_figure", new Flag())
            .with("sources", SOURCES)
            .with("background", prose(1, 12_000))
            .with("beliefs", onEachAxis(new Either(OPINION, UNIT), List.of(), OPINION, 40))
            .with("capabilities", CAPABILITIES)
            .with("communication_style", OPINION)
            .shape();
  }

  /** Whether the document is a short one: it has none of the keys only a whole card has. */
  static boolean isShort(JsonNode card) {
    return WHOLE_CARD_KEYS.stream().noneMatch(card::has);
  }

  /** Tells {@code problem} the pointer and the reason of everything that is wrong. */
  void check(JsonNode card, BiConsumer<String, String> problem) {
    (isShort(card) ? brief : whole).check(card, "", problem);
    if (card.path("public_figure").booleanValue() && card.path("sources").isEmpty()) {
      problem.accept("/sources", "a public figure needs at least one source");
    }
  }

  private static Shape whole(Grid grid) {
    return fields(
            List.of(
                "id",
                "version",
                "constituency",
                "disposition",
                "composite",
                "background",
                "expertise",
                "beliefs",
                "style",
                "red_lines",
                "dynamics"))
        .with("id", NAME)
        .with("version", new Shape.Number(1, 1_000_000, true))
        .with("name", LINE_TEXT)
        .with("constituency", new Word(grid.constituencyIds()))
        .with("disposition", new Word(grid.dispositionIds()))
        .with("composite", new Flag())
        .with("public_figure", new Flag())
        .with("sources", SOURCES)
        .with("background", background())
        .with("expertise", new Items(expertise(), 1, 60))
        .with("capabilities", CAPABILITIES)
        .with("beliefs", onEachAxis(belief(), Card.AXES, null, Integer.MAX_VALUE))
        .with("style", style())
        .with("typical_arguments", list(argument()))
        .with("red_lines", list(redLine()))
        .with("dynamics", dynamics())
        .with("model", new Maybe(preference()))
        .with("probes", list(probe()))
        .with("parent", new Maybe(NAME))
        .with("changes", new Items(change(), 0, 500))
        .with("notes", list(TEXT))
        .shape();
  }

  private static Shape background() {
    return fields(List.of("summary"))
        .with("summary", TEXT)
        .with("backstory", prose(0, 40_000))
        .with("career", list(TEXT))
        .with("region", line(0))
        .shape();
  }

  private static Shape expertise() {
    return fields(List.of("topic", "level"))
        .with("topic", new Text(0, 64, TOPIC, "must be 1 to 64 of a-z, 0-9 and _"))
        .with("level", word("none", "novice", "competent", "proficient", "expert"))
        .shape();
  }

  private static Shape belief() {
    return fields(List.of("value", "strength", "openness"))
        .with("value", UNIT)
        .with("strength", UNIT)
        .with("openness", UNIT)
        .with("evidence_that_would_move", MAYBE_TEXT)
        .with("sources", SOURCES)
        .shape();
  }

  private static Shape style() {
    return fields(List.of("register", "assertiveness", "max_words", "evidence"))
        .with("register", word("formal", "plain", "technical", "conversational"))
        .with("assertiveness", UNIT)
        .with("max_words", new Shape.Number(10, 1_000, true))
        .with(
            "evidence",
            word("statistics", "cases", "precedent", "principle", "experience", "scenarios"))
        .with("tics", list(LINE_TEXT))
        .shape();
  }

  private static Shape argument() {
    return fields(List.of("axis", "claim"))
        .with("axis", AXIS)
        .with("claim", TEXT)
        .with("premises", list(TEXT))
        .with("concedes", MAYBE_TEXT)
        .shape();
  }

  private static Shape redLine() {
    return fields(List.of("axis", "op", "value", "statement"))
        .with("axis", AXIS)
        .with("op", word("<", ">"))
        .with("value", UNIT)
        .with("statement", TEXT)
        .shape();
  }

  private static Shape dynamics() {
    return fields(List.of("rule", "susceptibility", "epsilon", "bias"))
        .with("rule", word("friedkin_johnsen"))
        .with("susceptibility", UNIT)
        .with("epsilon", UNIT)
        .with("bias", new Shape.Number(0, 10, false))
        .shape();
  }

  private static Shape preference() {
    return fields(List.of("primary", "temperature"))
        .with("primary", PROVIDER_MODEL)
        .with("fallback", new Items(PROVIDER_MODEL, 0, 20))
        .with("temperature", new Shape.Number(0, 2, false))
        .with("seed", new Maybe(new Shape.Number(-0x1p53, 0x1p53, true)))
        .shape();
  }

  private static Shape probe() {
    return fields(List.of("question", "axis", "expected", "tolerance"))
        .with("question", TEXT)
        .with("axis", AXIS)
        .with("expected", UNIT)
        .with("tolerance", UNIT)
        .shape();
  }

  private static Shape change() {
    return fields(List.of("pointer"))
        .with("pointer", LINE_TEXT)
        .with("from", new Any())
        .with("to", new Any())
        .shape();
  }

  private static Shape onEachAxis(
      Shape each,
      List<String> required,
      @org.jspecify.annotations.Nullable Shape others,
      int most) {
    Map<String, Shape> axes = new LinkedHashMap<>();
    Card.AXES.forEach(axis -> axes.put(axis, each));
    return new Fields(axes, Set.copyOf(required), others, most);
  }

  private static Shape list(Shape each) {
    return new Items(each, 0, 60);
  }

  private static Text prose(int least, int most) {
    return new Text(least, most, PROSE, NO_CONTROLS);
  }

  private static Text line(int least) {
    return new Text(least, 200, LINE, NO_CONTROLS + " or line breaks");
  }

  private static Shape word(String... words) {
    return new Word(Stream.of(words).collect(LinkedHashSet::new, Set::add, Set::addAll));
  }

  private static Table fields(List<String> required) {
    return new Table(new LinkedHashMap<>(), Set.copyOf(required));
  }

  /** A table of fields as it is being written down. */
  private record Table(Map<String, Shape> known, Set<String> required) {
    Table with(String field, Shape shape) {
      known.put(field, shape);
      return this;
    }

    Shape shape() {
      return new Fields(known, required, null, Integer.MAX_VALUE);
    }
  }
}
