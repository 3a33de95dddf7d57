package io.lida.llm.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lida.contract.Llm;
import io.lida.contract.Llm.Brief;
import io.lida.contract.Llm.Situation;
import io.lida.contract.Scenario;
import io.lida.contract.Wire;
import java.util.List;

/**
 * A model without a network: argues from the card, answers what was heard, moves as the card says.
 *
 * <p>The same call gets the same text, always and on every machine. What it says is in the card, in
 * the turns heard, or about the debate itself; a topic is data to it and never an instruction.
 * Stateless and thread-safe.
 */
public final class Simulation {
  /** A turn as a model states it. */
  private record Turn(
      double stance,
      double confidence,
      String argument,
      List<String> concedes,
      List<String> cites) {}

  /** A vote as a model casts it. */
  private record Vote(String vote, double confidence, String reason) {}

  /** A summing-up as a model gives it. */
  private record Summary(String argument) {}

  /** One is enough for a process. */
  public Simulation() {}

  /**
   * The answer to a call, as one JSON object: for a turn {@code stance} (-1 to 1, six decimals),
   * {@code confidence} (0.05 to 0.98), {@code argument} (60 to 150 words, never more than the card
   * allows), {@code concedes} and {@code cites}; for a vote {@code vote} (for, against or abstain),
   * or a ballot on options, with {@code confidence} and {@code reason}; for a summing-up {@code
   * argument}; for a private answer {@code stance}, {@code confidence}, {@code reason} and a belief
   * in {@code axes} for each axis asked for; for a move in a game {@code move}, always a legal one,
   * and {@code reason}.
   *
   * <p>No sentence is one that was heard, and up to thirteen seats that speak without hearing each
   * other do not say the same sentence.
   */
  public String answer(Llm.Complete call) {
    return Wire.text(
        switch (call.brief()) {
          case Brief.Speak(Situation situation) -> speak(situation);
          case Brief.Vote(var situation, var form, var options, var data, var repeat) -> {
            double stance = Waver.again(situation, Stance.atVote(situation), repeat);
            yield with(
                new Opinion(situation).of(data),
                form == Scenario.BallotForm.CHOICE
                    ? vote(situation, stance)
                    : new Preference(situation, options, stance).ballot(form));
          }
          case Brief.Moderate(Situation situation) -> new Summary(new Chair(situation).sums());
          case Brief.Nominate(var situation, var candidates) ->
              new Floor(situation).given(candidates);
          case Brief.Probe(var situation, var repeat, var axes) ->
              new Candour(situation).said(repeat, axes);
          case Brief.Move(Situation situation, var table) -> new Mover(situation, table).move();
        });
  }

  private static JsonNode with(ObjectNode data, Object vote) {
    ObjectNode answer = (ObjectNode) Wire.tree(vote);
    return answer.setAll(data);
  }

  /** The prose in an answer, as it would be read aloud; empty when there is none. */
  public String words(String answerJson) {
    JsonNode answer = Wire.parse(answerJson);
    return answer.path("argument").asText(answer.path("reason").asText(""));
  }

  private static Turn speak(Situation situation) {
    double stance = Stance.now(situation);
    Draft draft = new Composer(situation, stance).compose();
    return new Turn(
        Stance.rounded(stance),
        Confidence.of(situation, stance),
        draft.text(),
        draft.concedes(),
        draft.cites());
  }

  private static Vote vote(Situation situation, double stance) {
    Ballot ballot = Ballot.of(situation, stance);
    return new Vote(ballot.vote(), Confidence.of(situation, stance), ballot.reason());
  }
}
