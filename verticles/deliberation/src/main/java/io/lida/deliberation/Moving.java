package io.lida.deliberation;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Event;
import io.lida.contract.Game;
import io.lida.contract.Llm.Completion;
import io.lida.contract.Manifest;
import io.lida.contract.Play;
import io.lida.contract.Restraint;
import io.lida.contract.RunEvent;
import io.lida.contract.RunEvent.Call;
import io.lida.contract.Usage;
import io.lida.deliberation.game.Chosen;
import io.lida.deliberation.game.Strategy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Makes moves: by code, by what a model said, or by what stood before. Pure functions. */
final class Moving {
  private Moving() {}

  /** The move of a player whom code speaks for; what is drawn comes from seed and call alone. */
  static Play.Move byCode(State state, Board board, Call call) {
    Manifest.Seat seat = state.manifest().seats().get(call.seat());
    Game.Table table = board.table(call.seat());
    Chosen chosen =
        new Strategy(
                board.referee(),
                table,
                call.seat(),
                seat.card(),
                board.player(call.seat()),
                table.history(),
                draw(state.manifest().seed(), call))
            .move();
    return move(call, seat, board, chosen, List.of(), null, Usage.NONE, 0);
  }

  /** 48 bits of a digest, as a number from 0 up to 1. */
  private static double draw(long seed, Call call) {
    String digest = Event.digest(seed + "\n" + call.id());
    int from = digest.indexOf(':') + 1;
    return Long.parseLong(digest.substring(from, from + 12), 16) * 0x1.0p-48;
  }

  /** What stands in for a move that did not come: the last one, or at first what the card says. */
  static Play.Move kept(State state, Board board, Call call) {
    Manifest.Seat seat = state.manifest().seats().get(call.seat());
    Play.Move last = call.round() == 1 ? null : board.move(call.round() - 1, call.seat());
    double restraint =
        last == null ? Restraint.first(seat.card(), board.game().name()) : last.restraint();
    Game.Lever lever = board.referee().lever(board.world(), call.seat());
    String reason =
        last == null
            ? "No legal move came; the card's own restraint stands in."
            : "No legal move came; the last one stands.";
    Chosen chosen = new Chosen(lever.value(restraint), reason);
    return move(call, seat, board, chosen, List.of("kept"), null, Usage.NONE, 0);
  }

  /** The move in a model's reply, if it is legal. */
  static Optional<RunEvent> event(
      State state, Manifest.Seat seat, Call call, Completion answer, Usage usage) {
    Board board = state.game();
    Optional<JsonNode> json = Answers.object(answer.text());
    if (board == null || json.isEmpty()) {
      return Optional.empty();
    }
    Game.Lever lever = board.referee().lever(board.world(), call.seat());
    OptionalDouble value = value(json.get(), lever);
    if (value.isEmpty() || !lever.allows(value.getAsDouble())) {
      return Optional.empty();
    }
    Chosen chosen =
        new Chosen(
            Math.clamp(value.getAsDouble(), lever.least(), lever.most()),
            Answers.text(json.get(), "reason", "argument"));
    return Optional.of(
        new RunEvent.Moved(
            move(call, seat, board, chosen, List.of(), answer.model(), usage, answer.latencyMs())));
  }

  /** Why a reply holds no legal move, for whoever gave it. */
  static String refusal(State state, Call call) {
    Board board = state.game();
    return board == null
        ? ""
        : "Your last answer held no legal move and was refused. "
            + GamePrompts.form(board.referee().lever(board.world(), call.seat()));
  }

  private static OptionalDouble value(JsonNode json, Game.Lever lever) {
    JsonNode said = json.has("move") ? json.path("move") : json.path(lever.name());
    JsonNode figure = said.isObject() ? said.path(lever.name()) : said;
    if (figure.isNumber()) {
      return OptionalDouble.of(figure.doubleValue());
    }
    String word = figure.asText("").strip().toLowerCase(Locale.ROOT);
    Double point = lever.points().get(word);
    if (point != null) {
      return OptionalDouble.of(point);
    }
    try {
      return word.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(word));
    } catch (NumberFormatException unknown) {
      return OptionalDouble.empty();
    }
  }

  private static Play.Move move(
      Call call,
      Manifest.Seat seat,
      Board board,
      Chosen chosen,
      List<String> flags,
      @Nullable String model,
      Usage usage,
      long latencyMs) {
    Game.Lever lever = board.referee().lever(board.world(), call.seat());
    return new Play.Move(
        call.id(),
        call.round(),
        call.seat(),
        seat.card().id(),
        seat.card().name(),
        board.player(call.seat()).by(),
        lever.name(),
        chosen.value(),
        word(lever, chosen.value()),
        lever.restraint(chosen.value()),
        chosen.reason(),
        flags,
        model,
        usage,
        latencyMs);
  }

  private static @Nullable String word(Game.Lever lever, double value) {
    for (Map.Entry<String, Double> point : lever.points().entrySet()) {
      if (point.getValue() == value) {
        return point.getKey();
      }
    }
    return null;
  }
}
