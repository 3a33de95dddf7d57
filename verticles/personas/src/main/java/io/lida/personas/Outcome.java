package io.lida.personas;

import io.lida.contract.Card;
import io.lida.contract.Personas.Problem;
import java.util.List;

/** What came of reading a card. */
sealed interface Outcome {
  /** The card is in order. */
  record Good(Card card) implements Outcome {}

  /** The card is refused, for at least one reason. */
  record Refused(List<Problem> problems) implements Outcome {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
