package io.lida.deliberation;

import io.lida.contract.RunEvent;
import java.util.List;

/** What the engine wants to happen next. */
sealed interface Intention {
  /** Write this event, then ask the engine again. */
  record Write(String key, RunEvent event) implements Intention {}

  /** Write that these calls go out, make them, and write each answer as it comes. */
  record Ask(List<RunEvent.Call> calls) implements Intention {}

  /** Answers are under way; ask the engine again when one is written. */
  record Wait() implements Intention {}

  /** The run has ended or stands still; there is nothing to do. */
  record Rest() implements Intention {}
}
