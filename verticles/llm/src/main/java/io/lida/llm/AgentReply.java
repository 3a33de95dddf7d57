package io.lida.llm;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lida.contract.Agents.Submit;
import io.lida.contract.Llm;
import io.lida.contract.Llm.Brief;
import io.lida.contract.Scenario.BallotForm;
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

  private record Named(String next) {}

  /** The JSON text of a reply to what was asked for. */
  static String text(Brief brief, Submit said) {
    double stance = Objects.requireNonNullElseGet(said.stance(), () -> before(brief));
    double confidence = Objects.requireNonNullElse(said.confidence(), UNSAID_CONFIDENCE);
    return Wire.text(
        switch (brief) {
          case Brief.Speak speak ->
              new Argued(
                  stance, confidence, said.text(), list(said.concedes()), list(said.cites()));
          case Brief.Vote vote ->
              vote.form() == BallotForm.CHOICE
                  ? new Voted(said.vote(), stance, confidence, said.text())
                  : ballot(said, confidence);
          case Brief.Moderate moderate -> new SummedUp(said.text());
          case Brief.Nominate nominate -> new Named(said.text());
          case Brief.Probe probe -> stated(said, stance, confidence);
          case Brief.Move move -> move(said);
        });
  }

  /** Where the seat stood when it last spoke; 0 before. */
  private static double before(Brief brief) {
    double stance = 0;
    for (Llm.Heard turn : brief.situation().heard()) {
      stance = turn.own() ? turn.stance() : stance;
    }
    return stance;
  }

  /** The fields of the ballot stand beside the others, as a text model would write them. */
  private static ObjectNode ballot(Submit said, double confidence) {
    ObjectNode reply = JsonNodeFactory.instance.objectNode();
    if (said.ballot() instanceof ObjectNode ballot) {
      reply.setAll(ballot);
    }
    if (said.vote() != null && !reply.has("vote")) {
      reply.put("vote", said.vote());
    }
    return reply.put("confidence", confidence).put("reason", said.text());
  }

  /** Beliefs on axes are handed in as {@code ballot: {axes: {pace: 0.4}}}. */
  private static ObjectNode stated(Submit said, double stance, double confidence) {
    ObjectNode reply = JsonNodeFactory.instance.objectNode();
    if (said.ballot() instanceof ObjectNode ballot && ballot.has("axes")) {
      reply.set("axes", ballot.get("axes"));
    }
    return reply.put("stance", stance).put("confidence", confidence).put("reason", said.text());
  }

  /** A move is handed in as {@code ballot: {move: 0.5}}, or by its name as a vote. */
  private static ObjectNode move(Submit said) {
    ObjectNode reply = JsonNodeFactory.instance.objectNode();
    if (said.ballot() instanceof ObjectNode ballot) {
      reply.setAll(ballot);
    }
    if (said.vote() != null && !reply.has("move")) {
      reply.put("move", said.vote());
    }
    return reply.put("reason", said.text());
  }

  private static List<String> list(@Nullable List<String> items) {
    return items == null ? List.of() : items;
  }
}
