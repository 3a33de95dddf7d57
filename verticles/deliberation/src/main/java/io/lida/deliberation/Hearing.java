package io.lida.deliberation;

import io.lida.contract.Llm.Heard;
import io.lida.contract.RunEvent.Call;
import io.lida.contract.RunEvent.CallKind;
import io.lida.contract.RunEvent.Turn;
import io.lida.contract.Scenario.Arm;
import io.lida.contract.Scenario.Mode;
import io.lida.contract.Scenario.Order;
import io.lida.contract.Scenario.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What each speaker hears of the others: by the order of speaking, and by the arm of the run. Not
 * thread-safe; says what the state says now.
 */
final class Hearing {
  private static final int NOBODY = -1;

  /** Of what two have said to each other, in characters: some 8,000 tokens. */
  private static final int MOST_OF_A_TALK = 32_768;

  private final State state;

  Hearing(State state) {
    this.state = state;
  }

  /** Whether all who are asked the same hear the same. */
  boolean shared() {
    return rules().arm() == Arm.DELIBERATION;
  }

  /** All turns a speaker may know, in order, own ones included and marked. */
  List<Heard> all(Call call) {
    return rounds(1, lastRound(call), call.seat());
  }

  /**
   * What a prompt shows of these: the last round that is whole and what came after it; where two
   * talk, as much of the talk as a prompt may hold.
   */
  List<Heard> lately(Call call) {
    int last = lastRound(call);
    return rounds(firstShown(last), last, shared() ? NOBODY : call.seat());
  }

  private int firstShown(int last) {
    boolean begun = last == state.round() && !state.roundAnswered();
    int first = Math.max(1, begun ? last - 1 : last);
    if (rules().mode() == Mode.CONVERSATION && state.seats() == 2) {
      int characters = characters(first, last);
      while (first > 1 && characters + characters(first - 1, first - 1) <= MOST_OF_A_TALK) {
        first--;
        characters += characters(first, first);
      }
    }
    return first;
  }

  private int characters(int first, int last) {
    int characters = 0;
    for (int round = first; round <= last; round++) {
      for (Turn turn : state.transcript().round(round)) {
        characters += turn.text().length();
      }
    }
    return characters;
  }

  /** Speakers of a simultaneous round hear the rounds before; all others hear what there is. */
  int lastRound(Call call) {
    boolean apart = call.kind() == CallKind.TURN && rules().order() == Order.SIMULTANEOUS;
    return apart ? call.round() - 1 : call.round();
  }

  private List<Heard> rounds(int first, int last, int listener) {
    List<Heard> heard = new ArrayList<>();
    for (int round = first; round <= last; round++) {
      heard.addAll(round(round, listener));
    }
    return heard;
  }

  private List<Heard> round(int round, int listener) {
    List<Turn> turns = state.transcript().round(round);
    return switch (rules().arm()) {
      case DELIBERATION, VOTE_ONLY -> turns.stream().map(turn -> heard(turn, listener)).toList();
      case SELF_CORRECTION ->
          turns.stream()
              .filter(turn -> turn.seat() == listener)
              .map(turn -> heard(turn, listener))
              .toList();
      case SHUFFLED_REASONS -> shuffled(turns, round, listener);
    };
  }

  /**
   * Each of the others' stances with the reasons of another of them; one who spoke alone is not
   * heard, because there is nothing to mistake for what was said.
   */
  private List<Heard> shuffled(List<Turn> turns, int round, int listener) {
    List<Turn> others = turns.stream().filter(turn -> turn.seat() != listener).toList();
    int shift =
        others.size() < 2
            ? 0
            : new SplittableRandom(31 * state.manifest().seed() + round).nextInt(1, others.size());
    List<Heard> heard = new ArrayList<>();
    for (Turn turn : turns) {
      int place = others.indexOf(turn);
      if (place < 0) {
        heard.add(heard(turn, listener));
      } else if (shift > 0) {
        Turn other = others.get((place + shift) % others.size());
        heard.add(heard(turn, listener, other.text()));
      }
    }
    return heard;
  }

  private Heard heard(Turn turn, int listener) {
    return heard(turn, listener, turn.text());
  }

  private Heard heard(Turn turn, int listener, String text) {
    return new Heard(
        turn.id(),
        turn.round(),
        turn.seat(),
        Briefing.label(state.manifest(), turn.seat()),
        turn.seat() == listener,
        turn.stance(),
        turn.confidence(),
        text);
  }

  private Rules rules() {
    return state.manifest().scenario().deliberation();
  }
}
