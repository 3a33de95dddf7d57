package io.lida.personas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a piece of JSON must look like; says at which pointer it does not, and why.
 *
 * <p>Does the part of JSON Schema that cards need, at the cost of a walk over the tree. Immutable.
 */
sealed interface Shape {
  /** Tells {@code problem} the pointer and the reason of everything that is wrong. */
  void check(JsonNode value, String at, BiConsumer<String, String> problem);

  /** Text of a length in code points, in a form that {@code words} describe. */
  record Text(int least, int most, Pattern form, String words) implements Shape {
    @Override
    public void check(JsonNode value, String at, BiConsumer<String, String> problem) {
      if (!value.isTextual()) {
        problem.accept(at, "must be text, is " + kind(value));
        return;
      }
      String text = value.textValue();
      int length = text.codePointCount(0, text.length());
      if (length < least) {
        problem.accept(at, "must not be empty");
      } else if (length > most) {
        problem.accept(at, "must be at most " + most + " characters long, is " + length);
      } else if (!form.matcher(text).find()) {
        problem.accept(at, words);
      }
    }
  }

  /** One of some words. */
  record Word(Set<String> known) implements Shape {
    @Override
    public void check(JsonNode value, String at, BiConsumer<String, String> problem) {
      if (!value.isTextual()) {
        problem.accept(at, "must be text, is " + kind(value));
      } else if (!known.contains(value.textValue())) {
        String said = value.textValue();
        String choice =
            known.size() <= 6
                ? "must be one of " + String.join(", ", known) + ", is " + Nearest.quoted(said)
                : "unknown value " + Nearest.quoted(said) + Nearest.hint(said, known);
        problem.accept(at, choice);
      }
    }
  }

  /** A number within bounds, both included. */
  record Number(double least, double most, boolean whole) implements Shape {
    @Override
    public void check(JsonNode value, String at, BiConsumer<String, String> problem) {
      if (!value.isNumber()) {
        problem.accept(at, "must be a number, is " + kind(value));
        return;
      }
      double number = value.doubleValue();
      if (number > most) {
        problem.accept(at, "must be at most " + plain(most) + ", is " + shown(value));
      } else if (number < least) {
        problem.accept(at, "must be at least " + plain(least) + ", is " + shown(value));
      } else if (whole && Math.rint(number) != number) {
        problem.accept(at, "must be a whole number, is " + shown(value));
      }
    }

    private static String plain(double bound) {
      return BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
    }

    private static String shown(JsonNode value) {
      String text = value.asText();
      return text.length() <= 24 ? text : text.substring(0, 24) + "...";
    }
  }

  /** True or false. */
  record Flag() implements Shape {
    @Override
    public void check(JsonNode value, String at, BiConsumer<String, String> problem) {
      if (!value.isBoolean()) {
        problem.accept(at, "must be true or false, is " + kind(value));
      }
    }
  }

  /** Anything at all. */
  record Any() implements Shape {
    @Override
    public void check(JsonNode value, String at, BiConsumer<String, String> problem) {
      // Nothing can be wrong.
    }
  }

  /** Null, or what it may be instead. */
  record Maybe(Shape shape) implements Shape {
    @Override
    public void check(JsonNode value, String at, BiConsumer<String, String> problem) {
      if (!value.isNull()) {
        shape.check(value, at, problem);
      }
    }
  }

  /** Text or a number, each in its own shape. */
  record Either(Text text, Number number) implements Shape {
    @Override
    public void check(JsonNode value, String at, BiConsumer<String, String> problem) {
      if (value.isTextual()) {
        text.check(value, at, problem);
      } else if (value.isNumber()) {
        number.check(value, at, problem);
      } else {
        problem.accept(at, "must be a number or text, is " + kind(value));
      }
    }
  }

  /** A list of things of one shape. */
  record Items(Shape each, int least, int most) implements Shape {
    @Override
    public void check(JsonNode value, String at, BiConsumer<String, String> problem) {
      if (!value.isArray()) {
        problem.accept(at, "must be a list, is " + kind(value));
      } else if (value.size() < least) {
        problem.accept(at, "must have at least " + least + " entry");
      } else if (value.size() > most) {
        problem.accept(at, "must have at most " + most + " entries, has " + value.size());
      } else {
        for (int index = 0; index < value.size(); index++) {
          each.check(value.get(index), at + "/" + index, problem);
        }
      }
    }
  }

  /**
   * An object of known fields.
   *
   * @param others what a field that is not known must look like; absent when there may be none
   */
  record Fields(Map<String, Shape> known, Set<String> required, @Nullable Shape others, int most)
      implements Shape {
    public Fields {
      known = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(known));
    }

    @Override
    public void check(JsonNode value, String at, BiConsumer<String, String> problem) {
      if (!value.isObject()) {
        problem.accept(at, "must be an object, is " + kind(value));
        return;
      }
      for (String field : known.keySet()) {
        if (required.contains(field) && !value.has(field)) {
          problem.accept(at + "/" + field, "is missing");
        }
      }
      if (value.size() > most) {
        problem.accept(at, "must have at most " + most + " fields, has " + value.size());
        return;
      }
      for (Iterator<Map.Entry<String, JsonNode>> fields = value.fields(); fields.hasNext(); ) {
        Map.Entry<String, JsonNode> field = fields.next();
        Shape shape = known.getOrDefault(field.getKey(), others);
        String there = at + "/" + escaped(field.getKey());
        if (shape == null) {
          problem.accept(there, "unknown field" + Nearest.hint(field.getKey(), known.keySet()));
        } else {
          shape.check(field.getValue(), there, problem);
        }
      }
    }
  }

  /** A field's name as a token of a JSON pointer, tame enough to be shown. */
  static String escaped(String field) {
    String tame = field.replaceAll("[\\p{Cc}\\p{Cf}]", "?").replace("~", "~0").replace("/", "~1");
    return tame.length() <= 80 ? tame : tame.substring(0, 80) + "...";
  }

  private static String kind(JsonNode value) {
    return switch (value.getNodeType()) {
      case JsonNodeType.STRING -> "text";
      case JsonNodeType.NUMBER -> "a number";
      case JsonNodeType.BOOLEAN -> value.asText();
      case JsonNodeType.NULL -> "null";
      case JsonNodeType.ARRAY -> "a list";
      case JsonNodeType.OBJECT, JsonNodeType.POJO -> "an object";
      case JsonNodeType.BINARY, JsonNodeType.MISSING -> "nothing";
    };
  }
}
