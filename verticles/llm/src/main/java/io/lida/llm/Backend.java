package io.lida.llm;

import io.lida.contract.Llm;
import java.util.function.Consumer;

/**
 * What speaks for a model: a provider behind a wire, a model simulated in process, or a program on
 * the bus.
 */
interface Backend {
  /**
   * Speaks once, without retrying; blocks its virtual thread until the last word.
   *
   * @param words receives the text in pieces as it comes, in order, each before this returns; the
   *     pieces of an answer together are the answer. Called only when {@code call.stream()}
   * @throws Trouble when there is no whole answer
   */
  Spoken speak(Llm.Complete call, Consumer<String> words);
}
