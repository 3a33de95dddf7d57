package io.lida.cli.lab;

import java.util.List;

/**
 * A value with what is to be said about it.
 *
 * @param flags such as {@code clipped=true}; empty for an operation that just returns its value
 */
record Answer(Object value, List<String> flags) {
  static Answer of(Object result) {
    return result instanceof Answer answer ? answer : new Answer(result, List.of());
  }
}
