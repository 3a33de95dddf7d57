package io.lida.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Agents;
import io.lida.contract.Wire;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says when it is their turn; a line of a file of answers has these fields.
 *
 * @param text what is said; for a vote or a move, the reason
 */
record Spoken(
    @Nullable String text,
    @Nullable Double stance,
    @Nullable Double confidence,
    @Nullable String vote,
    @Nullable Map<String, JsonNode> ballot,
    @Nullable Boolean pass) {
  static final Spoken PASS = new Spoken(null, null, null, null, null, true);

  /** As it is handed in. */
  Agents.Submit in(Agents.Wanted turn) {
    return new Agents.Submit(
        null,
        turn.agent(),
        turn.turnId(),
        text == null ? "" : text,
        stance,
        confidence,
        vote,
        ballot == null ? null : Wire.tree(ballot),
        null,
        null,
        pass);
  }
}
