package io.lida.deliberation;

import io.lida.contract.Card;
import io.lida.contract.Llm.Completion;
import io.lida.contract.Manifest;
import io.lida.contract.RunEvent;
import io.lida.contract.RunEvent.Call;
import io.lida.contract.RunEvent.Turn;
import io.lida.contract.RunEvent.Vote;
import io.lida.contract.Scenario;
import io.lida.contract.Usage;
import java.util.Optional;

/** Turns a model's reply into the event it is, if the reply keeps to its form. Pure functions. */
final class Replies {
  private Replies() {}

  static Optional<RunEvent> event(
      State state, Manifest.Seat seat, Call call, Completion answer, Usage usage) {
    return switch (call.kind()) {
      case TURN ->
          Answers.turn(answer.text()).map(said -> turn(state, seat, call, answer, usage, said));
      case VOTE ->
          cast(state.manifest(), answer.text()).map(cast -> vote(seat, call, answer, usage, cast));
      case MODERATION ->
          Answers.moderation(answer.text()).map(text -> moderated(seat, call, answer, usage, text));
      case MOVE -> Moving.event(state, seat, call, answer, usage);
    };
  }

  private static Optional<Answers.Cast> cast(Manifest manifest, String reply) {
    Scenario.BallotForm form = manifest.scenario().deliberation().votingMethod().form();
    return form == Scenario.BallotForm.CHOICE
        ? Answers.vote(reply)
        : Answers.ballot(reply, form, manifest.options().keySet());
  }

  private static RunEvent turn(
      State state,
      Manifest.Seat seat,
      Call call,
      Completion answer,
      Usage usage,
      Answers.Spoken said) {
    Scenario scenario = state.manifest().scenario();
    Card card = seat.card();
    return new RunEvent.TurnSpoken(
        new Turn(
            call.id(),
            call.round(),
            Engine.phase(
                scenario.deliberation().mode(), call.round(), scenario.simulation().maxRounds()),
            call.seat(),
            card.id(),
            card.name(),
            said.stance(),
            said.confidence(),
            said.argument(),
            said.concedes(),
            said.cites(),
            answer.model(),
            usage,
            answer.latencyMs()));
  }

  private static RunEvent vote(
      Manifest.Seat seat, Call call, Completion answer, Usage usage, Answers.Cast cast) {
    Card card = seat.card();
    return new RunEvent.VoteCast(
        new Vote(
            call.id(),
            call.seat(),
            card.id(),
            card.name(),
            cast.choice(),
            cast.ballot(),
            cast.confidence(),
            seat.weight(),
            cast.reason(),
            answer.model(),
            usage,
            answer.latencyMs()));
  }

  private static RunEvent moderated(
      Manifest.Seat seat, Call call, Completion answer, Usage usage, String text) {
    return new RunEvent.Moderated(
        call.id(),
        call.round(),
        seat.card().id(),
        seat.card().name(),
        text,
        usage,
        answer.latencyMs());
  }
}
