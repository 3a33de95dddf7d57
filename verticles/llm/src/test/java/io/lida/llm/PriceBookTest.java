package io.lida.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceBookTest {
  private final PriceBook prices = PriceBook.read(Room.CONF.resolve("prices.json"));

  @Test
  void tokensArePaidByTheMillion() {
    assertEquals(OptionalDouble.of(0.0105), cost("anthropic/claude-sonnet-4", 1000, 500));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "openai/gpt-4o-2024-08-06",
        "openai/gpt-4o-latest",
        "openai/gpt-4o",
      })
  void theDateOfAVersionDoesNotMatter(String model) {
    assertEquals(OptionalDouble.of(2.5), cost(model, 1_000_000, 0));
  }

  @Test
  void theLongestNameCounts() {
    assertEquals(OptionalDouble.of(0.15), cost("openai/gpt-4o-mini-2024-07-18", 1_000_000, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"openai/gpt-4o-audio-preview", "anthropic/claude-opus-4-9", "xai/new"})
  void anUnknownPriceIsUnknown(String model) {
    assertEquals(OptionalDouble.empty(), cost(model, 1000, 1000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"local/qwen3:8b", "sim/default"})
  void whatRunsAtHomeIsFree(String model) {
    assertEquals(OptionalDouble.of(0), cost(model, 1000, 1000));
  }

  private OptionalDouble cost(String model, long input, long output) {
    return prices.cost(ModelId.of(model), input, output);
  }
}
