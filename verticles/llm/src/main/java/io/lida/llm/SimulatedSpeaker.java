package io.lida.llm;

import io.lida.contract.Llm;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A model simulated in process: needs no wire, no key, no retries.
 *
 * @param answer the whole answer to a call; pure
 * @param prose the words in an answer that are worth following
 * @param pace between two words of an answer that is streamed
 */
record SimulatedSpeaker(
    Function<Llm.Complete, String> answer, UnaryOperator<String> prose, Duration pace, Waits waits)
    implements Speaker {
  private static final int WORDS_AT_ONCE = 3;

  @Override
  public Spoken speak(Llm.Complete call, Consumer<String> words) {
    String text = answer.apply(call);
    if (call.stream()) {
      pronounce(prose.apply(text), words);
    }
    Llm.Prompt prompt = call.prompt();
    long read = (long) Tokens.estimate(prompt.system()) + Tokens.estimate(prompt.user());
    return new Spoken(text, call.model(), "stop", read, Tokens.estimate(text), true);
  }

  /** Several words at a time, so that a timer is worth its while. */
  private void pronounce(String text, Consumer<String> words) {
    int from = 0;
    int count = 0;
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) == ' ' && ++count % WORDS_AT_ONCE == 0) {
        words.accept(text.substring(from, at + 1));
        from = at + 1;
        waits.pause(pace.multipliedBy(WORDS_AT_ONCE)).await();
      }
    }
    words.accept(text.substring(from));
  }
}
