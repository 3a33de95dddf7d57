package io.lida.llm;

import com.fasterxml.jackson.core.util.BufferRecyclers;

/**
 * The buffers Jackson keeps for each thread, 11 KB of them.
 *
 * <p>A thread that lives for one call never uses them a second time; while it waits for a provider
 * they would only be carried from one garbage collection to the next, five thousand times over.
 */
final class JsonBuffers extends BufferRecyclers {
  private JsonBuffers() {}

  /** Lets go of the buffers of this thread; Jackson makes new ones when it needs them. */
  static void drop() {
    _recyclerRef.remove();
  }
}
