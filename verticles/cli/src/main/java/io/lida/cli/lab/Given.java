package io.lida.cli.lab;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.science.Ratio;
import io.lida.science.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A value of an input at its place, read as what it should be.
 *
 * <p>What it is not is a {@link Refusal} that names the place as a JSON pointer. Its code is {@code
 * invalid_input} unless {@link #refusing} names another, which holds for all within. A field that
 * is {@code null} is absent. Immutable.
 *
 * <pre>{@code
 * double[] p = given.at("p").refusing("invalid_probability").vector();
 * double alpha = given.number("alpha", 0.1);
 * double[] weights = given.maybe("weights").map(Given::vector).orElse(equal(p.length));
 * }</pre>
 */
final class Given {
  private static final long MOST = 1L << 40;

  private final JsonNode node;
  private final String pointer;
  private final String code;

  private Given(JsonNode node, String pointer, String code) {
    this.node = node;
    this.pointer = pointer;
    this.code = code;
  }

  /** A document, whose pointer is empty. */
  static Given of(JsonNode document) {
    return new Given(document, "", "invalid_input");
  }

  /** The same value; what is wrong with it or within it is refused by this code. */
  Given refusing(String code) {
    return new Given(node, pointer, code);
  }

  /** A refusal of this value for a reason of the operation's own. */
  Refusal refusal(String reason) {
    return new Refusal(code, (pointer.isEmpty() ? "the document" : pointer) + " " + reason);
  }

  /** Refuses an object with fields that are none of these. */
  Given only(Collection<String> known) {
    for (String name : object().keySet()) {
      if (!known.contains(name)) {
        throw new Refusal(
            "unknown_field", child(name) + " is unknown; known: " + String.join(", ", known));
      }
    }
    return this;
  }

  boolean has(String field) {
    return node.hasNonNull(field);
  }

  /** The value of a field that must be there. */
  Given at(String field) {
    return maybe(field)
        .orElseThrow(() -> new Refusal("missing_field", child(field) + " is missing"));
  }

  /** The value of a field, if it is there. */
  Optional<Given> maybe(String field) {
    if (!node.isObject()) {
      throw refusal("must be an object");
    }
    return has(field)
        ? Optional.of(new Given(node.get(field), child(field), code))
        : Optional.empty();
  }

  double number(String field, double otherwise) {
    return maybe(field).map(Given::number).orElse(otherwise);
  }

  String text(String field, String otherwise) {
    return maybe(field).map(Given::text).orElse(otherwise);
  }

  boolean truth(String field, boolean otherwise) {
    return maybe(field).map(Given::truth).orElse(otherwise);
  }

  /** A finite number. */
  double number() {
    if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
      throw refusal("must be a finite number");
    }
    return node.doubleValue();
  }

  /** A whole number within the bounds, both included; {@code 3.0} is whole. */
  long whole(long least, long most) {
    double value = node.isNumber() ? node.doubleValue() : Double.NaN;
    if (!(value >= least && value <= most && value == Math.rint(value))) {
      throw refusal("must be a whole number from " + least + " to " + most);
    }
    return node.isIntegralNumber() ? node.longValue() : (long) value;
  }

  /** As {@link #whole(long, long)}. */
  int whole(int least, int most) {
    return (int) whole((long) least, (long) most);
  }

  /** How many there are: a whole number from 0 to 2^40. */
  long count() {
    return whole(0, MOST);
  }

  String text() {
    if (!node.isTextual()) {
      throw refusal("must be text");
    }
    return node.textValue();
  }

  boolean truth() {
    if (!node.isBoolean()) {
      throw refusal("must be true or false");
    }
    return node.booleanValue();
  }

  /** An exact fraction: {@code "2/3"}, {@code "0.7"}, or a number by its shortest decimal form. */
  Ratio ratio() {
    if (!node.isTextual() && !(node.isNumber() && Double.isFinite(node.doubleValue()))) {
      throw refusal("must be a fraction such as \"2/3\" or \"0.7\"");
    }
    try {
      return Ratio.parse(node.asText());
    } catch (Refusal malformed) {
      throw refusal("must be a fraction such as \"2/3\" or \"0.7\"");
    }
  }

  /** One of the constants of an enum, written in lower case. */
  <E extends Enum<E>> E choice(Class<E> type) {
    List<String> words =
        Arrays.stream(type.getEnumConstants())
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .toList();
    int place = node.isTextual() ? words.indexOf(node.textValue()) : -1;
    if (place < 0) {
      throw refusal("must be one of " + String.join(", ", words));
    }
    return type.getEnumConstants()[place];
  }

  boolean isList() {
    return node.isArray();
  }

  boolean isText() {
    return node.isTextual();
  }

  boolean isObject() {
    return node.isObject();
  }

  /** The elements of a list. */
  List<Given> list() {
    if (!node.isArray()) {
      throw refusal("must be a list");
    }
    List<Given> elements = new ArrayList<>(node.size());
    for (JsonNode element : node) {
      elements.add(new Given(element, pointer + "/" + elements.size(), code));
    }
    return elements;
  }

  /** The values of an object by name, in the order in which they are written. */
  Map<String, Given> object() {
    if (!node.isObject()) {
      throw refusal("must be an object");
    }
    Map<String, Given> values = new LinkedHashMap<>();
    node.properties()
        .forEach(
            entry ->
                values.put(
                    entry.getKey(), new Given(entry.getValue(), child(entry.getKey()), code)));
    return values;
  }

  /** A list of finite numbers; may be empty. */
  double[] vector() {
    return list().stream().mapToDouble(Given::number).toArray();
  }

  /** As {@link #vector}, but {@code null} says that one is missing, and is read as NaN. */
  double[] vectorWithGaps() {
    return list().stream()
        .mapToDouble(one -> one.node.isNull() ? Double.NaN : one.number())
        .toArray();
  }

  /** A list of rows of finite numbers, all of one length; may be empty. */
  double[][] matrix() {
    double[][] rows = list().stream().map(Given::vector).toArray(double[][]::new);
    for (double[] row : rows) {
      if (row.length != rows[0].length) {
        throw refusal("must have rows of one length");
      }
    }
    return rows;
  }

  /** A list of texts. */
  List<String> texts() {
    return list().stream().map(Given::text).toList();
  }

  /** Finite numbers by name, in the order in which they are written. */
  Map<String, Double> numbers() {
    Map<String, Double> numbers = new LinkedHashMap<>();
    object().forEach((name, value) -> numbers.put(name, value.number()));
    return numbers;
  }

  private String child(String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
