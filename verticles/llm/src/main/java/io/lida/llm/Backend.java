package io.lida.llm;

import io.lida.contract.Llm;
import io.vertx.core.Future;
import java.util.function.Consumer;

/**
 * What speaks for a model: a provider behind a wire, or a {@link Speaker} with a thread of its own.
 */
interface Backend {
  /**
   * Speaks once, without retrying; never blocks.
   *
   * @param words receives the text in pieces as it comes, in order, each before the answer
   *     completes; the pieces of an answer together are the answer. Called only when {@code
   *     call.stream()}
   * @return completes on the caller's context; fails with {@link Trouble} when there is no whole
   *     answer
   */
  Future<Spoken> speak(Llm.Complete call, Consumer<String> words);
}
