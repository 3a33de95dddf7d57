package io.lida.cli;

import io.lida.contract.Event;
import io.lida.contract.Llm;

/** Someone who watches a run. */
interface View {
  /** The event has been folded into the course. */
  void event(Event event, Course course);

  /** Models speak. */
  default void words(Llm.Words words) {}

  /** A moment has passed. */
  default void tick(Course course) {}
}
