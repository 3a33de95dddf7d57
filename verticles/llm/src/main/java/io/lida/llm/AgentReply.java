package io.lida.llm;

import io.lida.contract.Agents.Submit;
import io.lida.contract.Llm.Brief;
import io.lida.contract.Wire;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an agent handed in, in the form in which a text model would have said it. */
final class AgentReply {
  private static final double UNSAID_CONFIDENCE = 0.5;

  private AgentReply() {}

  private record Argued(
      double stance,
      double confidence,
      String argument,
      List<String> concedes,
      List<String> cites) {}

  /** The reader takes the vote from the stance where there is none. */
  private record Voted(@Nullable String vote, double stance, double confidence, String reason) {}

  private record SummedUp(String argument) {}

  /** The JSON text of a reply to what was asked for. */
  static String text(Brief brief, Submit said) {
    double stance = Objects.requireNonNullElse(said.stance(), 0.0);
    double confidence = Objects.requireNonNullElse(said.confidence(), UNSAID_CONFIDENCE);
    return Wire.text(
        switch (brief) {
          case Brief.Speak speak ->
              new Argued(
                  stance, confidence, said.text(), list(said.concedes()), list(said.cites()));
          case Brief.Vote vote -> new Voted(said.vote(), stance, confidence, said.text());
          case Brief.Moderate moderate -> new SummedUp(said.text());
        });
  }

  private static List<String> list(@Nullable List<String> items) {
    return items == null ? List.of() : items;
  }
}
