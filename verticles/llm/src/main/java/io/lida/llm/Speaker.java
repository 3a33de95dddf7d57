package io.lida.llm;

import io.lida.contract.Llm;
import java.util.function.Consumer;

/** What speaks for a model and takes its time: a simulation, a program, or a person. */
interface Speaker {
  /**
   * Speaks once; blocks its virtual thread until the last word.
   *
   * @param words as {@link Backend#speak} has it
   * @throws Trouble when there is no whole answer
   */
  Spoken speak(Llm.Complete call, Consumer<String> words);
}
