package io.lida.contract;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a round is for. */
public enum Phase {
  /** Debate: state your case. */
  OPENING,
  /** Debate: answer the others. */
  REBUTTAL,
  /** Debate: what remains. */
  CLOSING,
  /** Quorum: what has happened and what it means. */
  ASSESSMENT,
  /** Quorum: weigh what the others see. */
  DISCUSSION,
  /** Quorum: what to do. */
  POSITION,
  /** Conversation: take up what was said, and move it on. */
  EXCHANGE,
  /** Game: make a move. */
  MOVE,
  /** The vote. */
  VOTE;

  /** Lower case, as in events and documents. */
  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
