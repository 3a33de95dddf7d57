package io.lida.llm;

import io.lida.contract.Agents;
import io.lida.contract.Bus;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Llm;
import io.lida.contract.Llm.Brief;
import io.lida.store.Turns;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A program that speaks for a seat: is told that its turn has come, and told again until it has
 * handed the turn in or patience ends.
 *
 * <p>What is told may be lost, and so may the word that a turn was handed in; whether it was is
 * read from the store.
 */
record AgentSpeaker(
    Settings.Agents settings, Turns turns, Bus bus, Bells bells, InstantSource clock)
    implements Speaker {

  @Override
  public Spoken speak(Llm.Complete call, Consumer<String> words) {
    String agent = AgentForm.name(ModelId.of(call.model()).model());
    String turn = call.run() + "." + call.call();
    String text = AgentReply.text(call.brief(), await(call, agent, turn));
    if (call.stream()) {
      words.accept(text);
    }
    return new Spoken(text, call.model(), "stop", 0, 0, false);
  }

  private Agents.Submit await(Llm.Complete call, String agent, String turn) {
    Instant deadline = clock.instant().plus(settings.patience());
    try (Bells.Bell bell = bells.hang(call.tenant(), agent, turn)) {
      while (true) {
        bell.reset();
        Duration left = Duration.between(clock.instant(), deadline);
        boolean late = !left.isPositive();
        Duration owed = late ? Duration.ZERO : left;
        Optional<Agents.Submit> answer = turns.owe(call.tenant(), agent, turn, owed).await();
        if (answer.isPresent()) {
          return answer.get();
        }
        if (late) {
          throw silent(agent, turn);
        }
        bus.tell(Agents.turns(call.tenant(), agent), wanted(call, agent, turn, left));
        bell.await(left.compareTo(settings.again()) < 0 ? left : settings.again());
      }
    }
  }

  private static Agents.Wanted wanted(Llm.Complete call, String agent, String turn, Duration left) {
    int seconds = (int) Math.ceilDiv(left.toMillis(), 1000L);
    return new Agents.Wanted(
        turn, agent, call.run(), kind(call.brief()), seconds, call.prompt(), call.brief());
  }

  private static String kind(Brief brief) {
    return switch (brief) {
      case Brief.Speak speak -> "turn";
      case Brief.Vote vote -> "vote";
      case Brief.Moderate moderate -> "moderation";
      case Brief.Nominate nominate -> "nomination";
      case Brief.Probe probe -> "probe";
      case Brief.Move move -> "move";
    };
  }

  private Trouble silent(String agent, String turn) {
    Fault fault =
        new Fault(
            FaultCode.TIMEOUT,
            "agent " + agent + " did not hand in its turn",
            "nothing came for " + turn + " within " + settings.patience().toSeconds() + " s",
            "start the agent, then lida runs resume");
    return new Trouble(fault, Trouble.Sign.WELL, false, false, null);
  }
}
