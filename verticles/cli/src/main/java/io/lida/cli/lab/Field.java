package io.lida.cli.lab;

/**
 * A field of an operation's input: what is told to people, and what is checked.
 *
 * @param type the shape of its value, such as {@code number}, {@code [number]}, {@code [[number]]}
 * @param meaning what it says; of an optional field also what holds without it
 */
public record Field(String name, String type, String meaning, boolean required) {
  static Field required(String name, String type, String meaning) {
    return new Field(name, type, meaning, true);
  }

  static Field optional(String name, String type, String meaning) {
    return new Field(name, type, meaning, false);
  }
}
