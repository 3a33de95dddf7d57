package io.lida.store;

/** What came of entering a run. */
public sealed interface Created {
  /** The run concerned: the one asked for, or the one found under its key. */
  String run();

  /** The run is entered. */
  record New(String run) implements Created {}

  /** The same request was entered before, as this run. */
  record Existing(String run) implements Created {}

  /** Another request was entered under the same key, as this run. */
  record Mismatch(String run) implements Created {}

  /** The id is in use. */
  record Taken(String run) implements Created {}

  /** As many runs wait as may. */
  record Full(String run) implements Created {}
}
