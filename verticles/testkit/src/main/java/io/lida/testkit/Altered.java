package io.lida.testkit;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lida.contract.Wire;

/** Records of the contract with one field changed, however deep it lies. */
public final class Altered {
  private Altered() {}

  /**
   * The record with another value at a place of its JSON, such as {@code /deliberation/order}.
   *
   * @throws IllegalArgumentException when the record cannot be read with it
   */
  @SuppressWarnings("unchecked")
  public static <T> T of(T record, String place, Object value) {
    JsonPointer pointer = JsonPointer.compile(place);
    ObjectNode json = (ObjectNode) Wire.tree(record);
    ObjectNode parent = (ObjectNode) json.at(pointer.head());
    parent.set(pointer.last().getMatchingProperty(), Wire.tree(value));
    return (T) Wire.read(json, record.getClass());
  }
}
