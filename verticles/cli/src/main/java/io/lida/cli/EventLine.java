package io.lida.cli;

import io.lida.contract.Event;
import io.lida.contract.RunEvent;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;

/** An event of a log on one line. */
final class EventLine {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  private EventLine() {}

  /** Number, time in UTC, type, and what matters of it. */
  static String of(Event event) {
    String head =
        Columns.pad(String.valueOf(event.seq()), 5)
            + TIME.format(event.at())
            + "  "
            + Columns.pad(event.payload().type(), 13)
            + "  ";
    return head + Plain.line(what(event.payload()));
  }

  private static String what(RunEvent event) {
    return switch (event) {
      case RunEvent.RunStarted started ->
          started.manifest().scenario().topic() + " · seed " + started.manifest().seed();
      case RunEvent.RunResumed resumed -> "by " + resumed.node();
      case RunEvent.RoundOpened opened -> opened.round() + " · " + opened.phase().id();
      case RunEvent.CallsAsked asked ->
          asked.calls().stream()
              .map(call -> call.id() + (call.attempt() > 1 ? " again" : ""))
              .collect(Collectors.joining(" "));
      case RunEvent.TurnSpoken spoken ->
          spoken.turn().id()
              + "  "
              + spoken.turn().name()
              + "  "
              + Figures.stance(spoken.turn().stance())
              + "  "
              + spoken.turn().text();
      case RunEvent.Moderated moderated ->
          moderated.call() + "  " + moderated.name() + "  " + moderated.text();
      case RunEvent.FloorGiven given ->
          given.call() + "  to seat " + (given.seat() + 1) + "  " + given.reason();
      case RunEvent.Probed probed ->
          probed.probe().id()
              + "  "
              + probed.probe().speaker()
              + "  "
              + Figures.stance(probed.probe().stance())
              + "  in private: "
              + probed.probe().reason();
      case RunEvent.VoteCast cast ->
          cast.vote().id()
              + "  "
              + cast.vote().name()
              + "  "
              + BallotWords.of(cast.vote())
              + "  "
              + cast.vote().reason();
      case RunEvent.Moved moved ->
          moved.move().id()
              + "  "
              + moved.move().name()
              + "  "
              + GameBoard.moved(moved.move())
              + "  "
              + moved.move().reason();
      case RunEvent.RoundResolved resolved -> resolved.round() + "  " + resolved.payoffs();
      case RunEvent.GameClosed closed -> GameSums.sentence(closed.totals());
      case RunEvent.CallFailed failed ->
          failed.call().id()
              + "  "
              + failed.speaker()
              + "  "
              + failed.code()
              + " "
              + failed.title();
      case RunEvent.Decided decided ->
          (decided.decision().reached() ? "consensus" : "no consensus")
              + "  "
              + Figures.share(decided.decision().share())
              + " of "
              + Figures.share(decided.decision().threshold());
      case RunEvent.RunPaused paused -> paused.reason().id();
      case RunEvent.RunCompleted completed ->
          completed.termination().reason() + "  " + completed.termination().detail();
      case RunEvent.RunResolved resolved ->
          resolved.outcome() == 1 ? "it came true" : "it did not come true";
      case RunEvent.RunCancelled cancelled -> cancelled.reason();
      case RunEvent.RunFailed failed -> failed.code() + "  " + failed.title();
    };
  }
}
