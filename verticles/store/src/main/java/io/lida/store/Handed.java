package io.lida.store;

/** What came of handing in a turn. */
public sealed interface Handed {
  /** It counts, or is what was taken before. */
  record Taken(String agent) implements Handed {}

  /** Another text was taken before. */
  record Late() implements Handed {}

  /** No such turn is, or lately was, wanted of an agent of this tenant. */
  record Unknown() implements Handed {}
}
