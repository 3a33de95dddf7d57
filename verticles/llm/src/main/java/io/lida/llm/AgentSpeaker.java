package io.lida.llm;

import io.lida.contract.Agents;
import io.lida.contract.Bus;
import io.lida.contract.Fault;
import io.lida.contract.Llm;
import io.lida.contract.Llm.Brief;
import io.lida.store.Turns;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A program or a person that speaks for a seat: it is noted what they owe, and looked again until
 * they have handed the turn in or patience ends. A program is told each time.
 *
 * <p>What is told may be lost, and so may the word that a turn was handed in; whether it was is
 * read from the store.
 */
record AgentSpeaker(
    Sitter sitter,
    Settings.Waiting settings,
    Turns turns,
    Bus bus,
    Bells bells,
    InstantSource clock)
    implements Speaker {

  @Override
  public Spoken speak(Llm.Complete call, Consumer<String> words) {
    String name = AgentForm.name(ModelId.of(call.model()).model());
    String turn = call.run() + "." + call.call();
    Agents.Submit answer = await(call, name, turn);
    if (Boolean.TRUE.equals(answer.pass())) {
      throw trouble(sitter.passed(name, turn));
    }
    String text = AgentReply.text(call.brief(), answer);
    if (call.stream()) {
      words.accept(text);
    }
    return new Spoken(text, call.model(), "stop", 0, 0, false);
  }

  private Agents.Submit await(Llm.Complete call, String name, String turn) {
    String seat = sitter.seat(name);
    Instant deadline = clock.instant().plus(settings.patience());
    try (Bells.Bell bell = bells.hang(call.tenant(), seat, turn)) {
      while (true) {
        bell.reset();
        Duration left = Duration.between(clock.instant(), deadline);
        boolean late = !left.isPositive();
        Duration owed = late ? Duration.ZERO : left;
        Agents.Wanted wanted = wanted(call, seat, turn).within(owed);
        Optional<Agents.Submit> answer = turns.owe(call.tenant(), wanted, owed).await();
        if (answer.isPresent()) {
          return answer.get();
        }
        if (late) {
          throw trouble(sitter.silent(name, turn, settings.patience()));
        }
        if (sitter == Sitter.PROGRAM) {
          bus.tell(Agents.turns(call.tenant(), name), wanted);
        }
        bell.await(left.compareTo(settings.again()) < 0 ? left : settings.again());
      }
    }
  }

  private static Agents.Wanted wanted(Llm.Complete call, String seat, String turn) {
    return new Agents.Wanted(
        turn, seat, call.run(), kind(call.brief()), 0, call.prompt(), call.brief());
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

  private static Trouble trouble(Fault fault) {
    return new Trouble(fault, Trouble.Sign.WELL, false, false, null);
  }
}
