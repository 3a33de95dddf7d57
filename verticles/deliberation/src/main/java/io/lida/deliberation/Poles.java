package io.lida.deliberation;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Axis;
import io.lida.contract.Card;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the ends of the belief axes mean, in the words of {@code conf/grid.json}, from which cards
 * are made: whoever is asked for a belief is asked on the scale of the cards. Immutable.
 */
record Poles(Map<String, Axis> axes) {
  /**
   * Reads the words.
   *
   * @throws Fault INVALID_CONFIG when the file is missing or malformed, or an axis has no words
   */
  static Poles read(Path file) {
    try {
      Map<String, Axis> axes = new HashMap<>();
      for (JsonNode axis : Wire.parse(Files.readAllBytes(file)).path("axes")) {
        axes.put(axis.path("id").asText(), Wire.read(axis, Axis.class));
      }
      if (!axes.keySet().containsAll(Card.AXES)) {
        throw new IllegalArgumentException("an axis has no words");
      }
      return new Poles(axes);
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new Fault(
          FaultCode.INVALID_CONFIG,
          "cannot read the axes of " + file,
          String.valueOf(unreadable.getMessage()),
          "restore conf/grid.json");
    }
  }

  /** These axes in words, in their order. */
  List<Axis> of(List<String> ids) {
    return ids.stream().map(axes::get).toList();
  }
}
