package io.lida.llm.sim;

/**
 * One sentence of a speaker's case.
 *
 * @param text without its final period
 * @param argument which argument it belongs to, in order of relevance
 * @param direction above 0 where it speaks for a yes, below for a no, 0 where for neither
 * @param relevant whether the question turns on its axis
 * @param claim whether it is what the argument says, not why
 * @param house whether it comes from the meaning of the axis and not from the card
 */
record Point(
    String text,
    String axis,
    int argument,
    double direction,
    boolean relevant,
    boolean claim,
    boolean house) {

  /** Whether the point speaks for a side; for no side, none does. */
  boolean supports(int side) {
    return direction * side > 0;
  }

  /** Whether the point speaks against a side. */
  boolean opposes(int side) {
    return direction * side < 0;
  }
}
