package io.lida.personas;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lida.contract.Card.Change;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Changes to a tree by JSON pointer: a value replaces what is there, null removes it, {@code -} as
 * the last step appends to a list.
 */
final class Edits {
  private static final Set<String> KEPT = Set.of("id", "version", "parent", "changes", "notes");

  private final ObjectNode tree;
  private final List<Change> changes = new ArrayList<>();

  private Edits(ObjectNode tree) {
    this.tree = tree;
  }

  /**
   * Changes the tree, in the order given.
   *
   * @return what is different now
   * @throws Fault INVALID when a pointer leads nowhere, or to what a fork must keep
   */
  static List<Change> apply(ObjectNode tree, Map<String, JsonNode> wanted) {
    Edits edits = new Edits(tree);
    wanted.forEach(edits::apply);
    return List.copyOf(edits.changes);
  }

  private void apply(String pointer, @Nullable JsonNode value) {
    JsonPointer path = path(pointer);
    if (path.matches() || KEPT.contains(path.getMatchingProperty())) {
      throw new Fault(
          FaultCode.INVALID,
          "a fork cannot change " + Nearest.quoted(pointer),
          "id, version, parent, changes and notes are its own",
          "");
    }
    JsonNode to = value == null || value.isNull() ? null : value;
    String last = path.last().getMatchingProperty();
    switch (tree.at(path.head())) {
      case ObjectNode object -> apply(pointer, object, last, to);
      case ArrayNode list -> apply(pointer, list, path.last(), to);
      case JsonNode leaf -> throw nowhere(pointer);
    }
  }

  private void apply(String pointer, ObjectNode object, String field, @Nullable JsonNode to) {
    JsonNode from = object.get(field);
    if (to == null) {
      if (object.remove(field) == null) {
        throw nowhere(pointer);
      }
    } else {
      // What the format does not know is refused, with a hint, when the whole card is checked.
      object.set(field, to);
    }
    note(pointer, from, to);
  }

  private void apply(String pointer, ArrayNode list, JsonPointer step, @Nullable JsonNode to) {
    int index = step.getMatchingIndex();
    if (step.getMatchingProperty().equals("-") && to != null) {
      list.add(to);
      note(pointer.substring(0, pointer.length() - 1) + (list.size() - 1), null, to);
    } else if (index < 0 || index >= list.size()) {
      throw nowhere(pointer);
    } else {
      JsonNode from = list.get(index);
      if (to == null) {
        list.remove(index);
      } else {
        list.set(index, to);
      }
      note(pointer, from, to);
    }
  }

  private void note(String pointer, @Nullable JsonNode from, @Nullable JsonNode to) {
    if (from == null || !from.equals(to)) {
      changes.add(new Change(pointer, from, to));
    }
  }

  private JsonPointer path(String pointer) {
    try {
      return JsonPointer.compile(pointer);
    } catch (IllegalArgumentException malformed) {
      throw nowhere(pointer);
    }
  }

  private Fault nowhere(String pointer) {
    List<String> pointers = new ArrayList<>();
    collect(tree, "", pointers);
    List<String> few = Nearest.few(pointer, pointers);
    return new Fault(
        FaultCode.INVALID,
        "no place " + Nearest.quoted(pointer) + " in the card",
        few.isEmpty() ? "" : "did you mean " + String.join(" or ", few) + "?",
        "give a JSON pointer, such as /beliefs/pace/value");
  }

  private static void collect(JsonNode node, String at, List<String> pointers) {
    if (!at.isEmpty()) {
      pointers.add(at);
    }
    if (node.isObject()) {
      node.properties()
          .forEach(
              field ->
                  collect(field.getValue(), at + "/" + Shape.escaped(field.getKey()), pointers));
    } else {
      for (int index = 0; index < node.size(); index++) {
        collect(node.get(index), at + "/" + index, pointers);
      }
    }
  }
}
