package io.lida.personas;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The vocabulary of expertise, {@code lida.topics/v1}. Immutable. */
record Topics(String schema, List<Topic> topics) {
  private static final String SCHEMA = "lida.topics/v1";

  /** Something one can know about, and what is meant by it in one line. */
  record Topic(String id, String meaning) {}

  Topics {
    topics = topics == null ? List.of() : List.copyOf(topics);
    if (!SCHEMA.equals(schema) || topics.isEmpty()) {
      throw new IllegalArgumentException("must be " + SCHEMA + " with at least one topic");
    }
    if (topics.stream().map(Topic::id).distinct().count() < topics.size()) {
      throw new IllegalArgumentException("a topic is there twice");
    }
  }

  /**
   * Reads the file.
   *
   * @throws Fault INVALID_CONFIG when it is missing or malformed
   */
  static Topics read(Path file) {
    try {
      return Wire.strict(Wire.parse(Files.readAllBytes(file)), Topics.class);
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new Fault(
          FaultCode.INVALID_CONFIG,
          "cannot read " + file,
          String.valueOf(unreadable.getMessage()),
          "restore personas/topics.json");
    }
  }

  Set<String> ids() {
    return topics.stream().map(Topic::id).collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
