package io.lida.cli.lab;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lida.science.Ratio;
import io.lida.science.Refusal;
import java.io.IOException;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/**
 * The JSON of the laboratory: strict where it is read; whole numbers without a fraction where it is
 * written.
 *
 * <p>{@code NaN} and {@code Infinity} are read so that the field that cannot hold them refuses them
 * by name. They are never written.
 */
final class Json {
  private static final int DEEPEST = 64;
  private static final int LONGEST_TEXT = 1 << 16;

  /** Whole numbers up to this are the same as doubles. */
  static final long EXACT = 1L << 53;

  /** What the parser says of its own classes and settings. */
  private static final Pattern INNARDS =
      Pattern.compile(
          ",? (?:from|for) `[^`]*`|: not allowed (?:when|as per) .*| \\(start marker.*"
              + "| \\(of type.*| \\(or 'NaN'[^)]*\\)");

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(LONGEST_TEXT)
                          .build())
                  .build())
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .addModule(
              new SimpleModule()
                  .addSerializer(Double.class, new Numbers<Double>(Double::doubleValue))
                  .addSerializer(double.class, new Numbers<Double>(Double::doubleValue))
                  .addSerializer(double[].class, new Vectors())
                  .addSerializer(Ratio.class, new Numbers<>(Ratio::value)))
          .build();

  private Json() {}

  /**
   * Reads one document.
   *
   * @throws Refusal {@code invalid_json} when it is none, too deep, ambiguous or followed by more
   */
  static JsonNode parse(byte[] document) {
    try {
      JsonNode json = MAPPER.readTree(document);
      if (json == null || json.isMissingNode()) {
        throw new Refusal("invalid_json", "there is no document");
      }
      return json;
    } catch (JsonProcessingException malformed) {
      throw new Refusal("invalid_json", said(malformed));
    } catch (IOException unreadable) {
      throw new Refusal("invalid_json", String.valueOf(unreadable.getMessage()));
    }
  }

  private static String said(JsonProcessingException malformed) {
    String message = INNARDS.matcher(malformed.getOriginalMessage()).replaceAll("");
    JsonLocation place = malformed.getLocation();
    return place == null ? message : message + " at column " + place.getColumnNr();
  }

  /** A value as a tree, whole numbers without a fraction. */
  static ObjectNode tree(Object record) {
    return MAPPER.valueToTree(record);
  }

  static ArrayNode list(List<String> texts) {
    return MAPPER.valueToTree(texts);
  }

  /** The document on one line. */
  static String line(Object document) {
    return write(document, false);
  }

  /** The document indented. */
  static String pretty(Object document) {
    return write(document, true);
  }

  private static String write(Object document, boolean pretty) {
    try {
      return (pretty ? MAPPER.writerWithDefaultPrettyPrinter() : MAPPER.writer())
          .writeValueAsString(document);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalStateException("a value that is not JSON", unwritable);
    }
  }

  private static void write(double value, JsonGenerator json) throws IOException {
    if (!Double.isFinite(value)) {
      throw new IllegalStateException("a result that is not finite");
    }
    if (value == Math.rint(value) && Math.abs(value) < EXACT) {
      json.writeNumber((long) value);
    } else {
      json.writeNumber(value);
    }
  }

  private static final class Numbers<T> extends JsonSerializer<T> {
    private final ToDoubleFunction<T> value;

    Numbers(ToDoubleFunction<T> value) {
      this.value = value;
    }

    @Override
    public void serialize(T number, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      write(value.applyAsDouble(number), json);
    }
  }

  private static final class Vectors extends JsonSerializer<double[]> {
    @Override
    public void serialize(double[] vector, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeStartArray();
      for (double value : vector) {
        write(value, json);
      }
      json.writeEndArray();
    }
  }
}
