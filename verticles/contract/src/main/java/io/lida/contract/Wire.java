package io.lida.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Records as JSON and back: snake case, instants and durations as ISO text, absent values left out.
 *
 * <p>Unknown fields of a message are ignored, so that nodes of two versions understand each other;
 * documents written by people are read by {@link #strict} and refuse them. Thread-safe.
 */
public final class Wire {
  private static final int DEEPEST = 64;
  private static final int LONGEST_STRING = 4 << 20;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(LONGEST_STRING)
                          .build())
                  .build())
          .addModule(new JavaTimeModule())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  private static final ObjectWriter PRETTY = MAPPER.writerWithDefaultPrettyPrinter();

  private Wire() {}

  /**
   * Learns the shapes of all events, which takes longer than reading the first of each would; for a
   * thread with nothing else to do, before they are read.
   */
  public static void learnEvents() {
    RunEvent.TYPES.values().forEach(MAPPER::readerFor);
  }

  /** The value as compact JSON in UTF-8. */
  public static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalStateException("not a wire value: " + value.getClass(), unwritable);
    }
  }

  /** The value as compact JSON. */
  public static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalStateException("not a wire value: " + value.getClass(), unwritable);
    }
  }

  /** The value as JSON for people: indented, one field a line. */
  public static String pretty(Object value) {
    try {
      return PRETTY.writeValueAsString(value);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalStateException("not a wire value: " + value.getClass(), unwritable);
    }
  }

  /** The value as a JSON tree. */
  public static JsonNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  /**
   * Reads JSON of a message.
   *
   * @throws IllegalArgumentException when the text is not JSON of that shape
   */
  public static <T> T read(String json, Class<T> type) {
    try {
      return present(MAPPER.readValue(json, type), type);
    } catch (JsonProcessingException unreadable) {
      throw refusal(unreadable);
    }
  }

  /** As {@link #read(String, Class)}, from bytes in UTF-8. */
  public static <T> T read(byte[] json, Class<T> type) {
    try {
      return present(MAPPER.readValue(json, type), type);
    } catch (IOException unreadable) {
      throw refusal(unreadable);
    }
  }

  /** As {@link #read(String, Class)}, from a tree. */
  public static <T> T read(JsonNode json, Class<T> type) {
    try {
      return present(MAPPER.treeToValue(json, type), type);
    } catch (JsonProcessingException unreadable) {
      throw refusal(unreadable);
    }
  }

  /**
   * Reads a document that a person wrote: a field the type does not know is an error.
   *
   * @throws IllegalArgumentException when the tree is not of that shape
   */
  public static <T> T strict(JsonNode json, Class<T> type) {
    ObjectReader reader =
        MAPPER.readerFor(type).with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    try {
      return present(reader.readValue(json), type);
    } catch (IOException unreadable) {
      throw refusal(unreadable);
    }
  }

  /**
   * Parses JSON of any shape.
   *
   * @throws IllegalArgumentException when the text is not JSON, too deep, or holds too long a
   *     string
   */
  public static JsonNode parse(byte[] json) {
    try {
      return present(MAPPER.readTree(json), JsonNode.class);
    } catch (IOException unreadable) {
      throw refusal(unreadable);
    }
  }

  /** As {@link #parse(byte[])}, from text. */
  public static JsonNode parse(String json) {
    try {
      return present(MAPPER.readTree(json), JsonNode.class);
    } catch (JsonProcessingException unreadable) {
      throw refusal(unreadable);
    }
  }

  /** What arrived on the bus as the type it should have: by reference, or bound from JSON. */
  static <T> T bind(@Nullable Object body, Class<T> type) {
    if (type.isInstance(body)) {
      return type.cast(body);
    }
    return switch (body) {
      case JsonObject json -> message(json.encode(), type);
      case Buffer json -> message(json.toString(), type);
      case null -> throw new IllegalArgumentException("the message is empty");
      default -> throw new IllegalArgumentException("expected JSON of " + type.getSimpleName());
    };
  }

  /**
   * Reads a message of a foreign program, which is told where in it the mistake is.
   *
   * @throws Fault INVALID with a JSON pointer, when the tree is not of that shape
   */
  public static <T> T message(JsonNode json, Class<T> type) {
    try {
      return present(MAPPER.treeToValue(json, type), type);
    } catch (JsonProcessingException unreadable) {
      throw misfit(unreadable);
    }
  }

  private static <T> T message(String json, Class<T> type) {
    try {
      return present(MAPPER.readValue(json, type), type);
    } catch (JsonProcessingException unreadable) {
      throw misfit(unreadable);
    }
  }

  private static RuntimeException misfit(JsonProcessingException unreadable) {
    return unreadable instanceof JsonMappingException misfit
        ? new Fault(
            FaultCode.INVALID,
            "the message is not of its form",
            pointer(misfit) + ": " + expected(misfit),
            "")
        : refusal(unreadable);
  }

  private static String pointer(JsonMappingException misfit) {
    return misfit.getPath().stream()
        .map(
            step ->
                step.getFieldName() == null
                    ? Integer.toString(step.getIndex())
                    : step.getFieldName())
        .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
        .collect(Collectors.joining());
  }

  /** In the words of JSON; the names of our classes say nothing to a foreign program. */
  private static String expected(JsonMappingException misfit) {
    if (!(misfit instanceof MismatchedInputException mismatch)
        || mismatch.getTargetType() == null) {
      return misfit.getOriginalMessage();
    }
    Class<?> type = mismatch.getTargetType();
    if (type == String.class) {
      return "must be text";
    }
    if (Number.class.isAssignableFrom(type) || (type.isPrimitive() && type != boolean.class)) {
      return "must be a number";
    }
    if (type == Boolean.class || type == boolean.class) {
      return "must be true or false";
    }
    if (Collection.class.isAssignableFrom(type)) {
      return "must be a list";
    }
    return type.isRecord() ? "must be an object" : misfit.getOriginalMessage();
  }

  /** The text in which a fault crosses the bus. */
  static String text(Fault fault) {
    return text((Object) Map.of("title", fault.title(), "why", fault.detail(), "fix", fault.fix()));
  }

  /** The fault that crossed the bus as that text; a foreign text becomes the title. */
  static Fault fault(FaultCode code, String text) {
    try {
      JsonNode json = MAPPER.readTree(text);
      if (json != null && json.isObject()) {
        return new Fault(
            code,
            json.path("title").asText(),
            json.path("why").asText(),
            json.path("fix").asText());
      }
    } catch (JsonProcessingException foreign) {
      return new Fault(code, text);
    }
    return new Fault(code, text);
  }

  private static <T> T present(@Nullable T value, Class<T> type) {
    if (value == null) {
      throw new IllegalArgumentException("expected " + type.getSimpleName() + ", found nothing");
    }
    return value;
  }

  private static IllegalArgumentException refusal(Exception unreadable) {
    Throwable root = unreadable;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message =
        root instanceof JsonProcessingException json
            ? json.getOriginalMessage()
            : String.valueOf(root.getMessage());
    return new IllegalArgumentException(message);
  }
}
