package io.lida.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One value of any record of the contract, with every field filled and always the same. */
final class Samples {
  private Samples() {}

  static Object of(Class<?> type) {
    return of("value", type);
  }

  private static Object of(String name, Type type) {
    return switch (type) {
      case Class<?> plain -> plain(name, plain);
      case ParameterizedType generic when generic.getRawType() == List.class ->
          List.of(of(name, generic.getActualTypeArguments()[0]));
      case ParameterizedType generic when generic.getRawType() == Set.class ->
          Set.of(of(name, generic.getActualTypeArguments()[0]));
      case ParameterizedType generic when generic.getRawType() == Map.class ->
          Map.of(
              of("key", generic.getActualTypeArguments()[0]),
              of(name, generic.getActualTypeArguments()[1]));
      default -> throw new IllegalArgumentException("no sample for " + type);
    };
  }

  private static Object plain(String name, Class<?> type) {
    if (type == String.class) {
      return name;
    }
    if (type == int.class || type == Integer.class) {
      return 7;
    }
    if (type == long.class || type == Long.class) {
      return 77L;
    }
    if (type == double.class || type == Double.class) {
      return 0.25;
    }
    if (type == boolean.class || type == Boolean.class) {
      return true;
    }
    if (type == Instant.class) {
      return Instant.parse("2026-11-20T12:00:00Z");
    }
    if (type == JsonNode.class) {
      return TextNode.valueOf(name);
    }
    if (type == Object.class) {
      return name;
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    if (type.isSealed()) {
      return plain(name, type.getPermittedSubclasses()[0]);
    }
    return record(type);
  }

  private static Object record(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] values =
        Arrays.stream(components)
            .map(component -> of(component.getName(), component.getGenericType()))
            .toArray();
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalArgumentException("no sample for " + type, impossible);
    }
  }
}
