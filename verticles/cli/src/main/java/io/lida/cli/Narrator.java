package io.lida.cli;

import io.lida.contract.Card;
import io.lida.contract.Event;
import io.lida.contract.Llm;
import io.lida.contract.Manifest;
import io.lida.contract.Phase;
import io.lida.contract.RunEvent;
import io.lida.contract.RunEvent.Turn;
import io.lida.contract.Scenario;
import java.util.List;
import java.util.Locale;

/**
 * Tells a run to a person as it happens: turns, votes and the decision as results, everything that
 * is only on the way as notes.
 */
final class Narrator implements View {
  private static final int TEXT = 74;

  private final Screen screen;
  private final Voices voices = new Voices();
  private int closedRound;
  private boolean voting;

  /**
   * A narrator who begins where the listener is.
   *
   * @param closedRound the last round of which all has been told
   */
  Narrator(Screen screen, int closedRound) {
    this.screen = screen;
    this.closedRound = closedRound;
  }

  @Override
  public void event(Event event, Course course) {
    Manifest manifest = course.manifest();
    if (manifest == null) {
      return;
    }
    switch (event.payload()) {
      case RunEvent.RunStarted started ->
          Headline.lines(course, manifest, screen).forEach(screen::note);
      case RunEvent.RunResumed resumed -> screen.note("resumed in round " + course.round());
      case RunEvent.RoundOpened opened -> openRound(opened, course, manifest);
      case RunEvent.CallsAsked asked -> progress(asked, course, manifest);
      case RunEvent.TurnSpoken spoken -> {
        voices.forget(spoken.turn().id());
        turn(spoken.turn(), course, manifest);
      }
      case RunEvent.Moderated moderated -> {
        voices.forget(moderated.call());
        moderation(moderated);
      }
      case RunEvent.FloorGiven given -> {
        voices.forget(given.call());
        screen.note("");
        screen.note("the floor: " + Plain.line(given.reason()));
      }
      case RunEvent.Probed probed -> voices.forget(probed.probe().id());
      case RunEvent.VoteCast cast -> voices.forget(cast.vote().id());
      case RunEvent.Moved moved -> voices.forget(moved.move().id());
      case RunEvent.RoundResolved resolved ->
          new GameBoard(screen.resultInk())
              .lines(course.moves(resolved.round()), resolved.payoffs(), resolved.after())
              .forEach(screen::result);
      case RunEvent.GameClosed closed -> {
        screen.result("");
        screen.result(screen.resultInk().strong("Beside theory"));
        new GameSums(screen.resultInk())
            .lines(closed.totals(), closed.comparison())
            .forEach(screen::result);
      }
      case RunEvent.CallFailed failed -> {
        voices.forget(failed.call().id());
        failure(failed, manifest);
      }
      case RunEvent.Decided decided -> decision(decided, course);
      case RunEvent.RunPaused paused -> voices.forgetAll();
      case RunEvent.RunCompleted completed -> voices.forgetAll();
      case RunEvent.RunResolved resolved -> {}
      case RunEvent.RunCancelled cancelled -> voices.forgetAll();
      case RunEvent.RunFailed failed -> voices.forgetAll();
    }
    if (course.closedRound() > closedRound) {
      closedRound = course.closedRound();
      beliefs(course, manifest);
    }
  }

  @Override
  public void words(Llm.Words words) {
    voices.hear(words);
  }

  @Override
  public void tick(Course course) {
    Manifest manifest = course.manifest();
    if (manifest != null && screen.frameDue()) {
      screen.live(voices.lines(course.open(), manifest, screen.noteInk(), screen.columns()));
    }
  }

  private void openRound(RunEvent.RoundOpened opened, Course course, Manifest manifest) {
    if (opened.phase() == Phase.VOTE) {
      return;
    }
    int rounds = manifest.scenario().simulation().maxRounds();
    Ink ink = screen.resultInk();
    screen.result("");
    screen.result(
        ink.strong("Round " + opened.round() + " of " + rounds) + " · " + opened.phase().id());
    if (opened.phase() != Phase.MOVE) {
      Strip.lines(course, manifest, ink, screen.columns()).forEach(screen::result);
    }
  }

  private void progress(RunEvent.CallsAsked asked, Course course, Manifest manifest) {
    boolean vote = asked.calls().stream().anyMatch(call -> call.kind() == RunEvent.CallKind.VOTE);
    int rounds = manifest.scenario().simulation().maxRounds();
    if (vote && !voting) {
      voting = true;
      screen.progress("the vote");
    } else if (!vote) {
      screen.progress("round " + course.round() + " of " + rounds);
    }
  }

  private void turn(Turn turn, Course course, Manifest manifest) {
    Ink ink = screen.resultInk();
    boolean seated = turn.seat() >= 0 && turn.seat() < manifest.seats().size();
    Card card = seated ? manifest.seats().get(turn.seat()).card() : null;
    double before = seated ? course.before(turn.seat()) : turn.stance();
    String who = card == null ? "" : "  " + Headline.kind(card);
    screen.result("");
    screen.result(ink.seat(turn.seat(), Plain.line(turn.name())) + ink.faint(who));
    screen.result(
        "  "
            + Gauge.track(before, turn.stance())
            + ink.faint(
                moved(before, turn.stance())
                    + " · confidence "
                    + Figures.share(turn.confidence())));
    Columns.wrap(Plain.text(turn.text()), TEXT).forEach(line -> screen.result(indent(line)));
    for (String conceded : turn.concedes()) {
      List<String> lines = Columns.wrap("concedes: " + Plain.line(conceded), TEXT);
      lines.forEach(line -> screen.result("  " + ink.faint(line)));
    }
  }

  private void moderation(RunEvent.Moderated moderated) {
    Ink ink = screen.resultInk();
    screen.result("");
    screen.result(ink.strong(Plain.line(moderated.name())) + ink.faint("  moderator"));
    Columns.wrap(Plain.text(moderated.text()), TEXT).forEach(line -> screen.result(indent(line)));
  }

  private void failure(RunEvent.CallFailed failed, Manifest manifest) {
    int seat = failed.call().seat();
    String name =
        seat >= 0 && seat < manifest.seats().size()
            ? manifest.seats().get(seat).card().name()
            : failed.speaker();
    String kind = failed.call().kind().name().toLowerCase(Locale.ROOT);
    screen.say(
        "warning: "
            + Plain.line(name)
            + " stays silent ("
            + kind
            + " "
            + Plain.line(failed.call().id())
            + "): "
            + Plain.line(failed.title()));
  }

  private void beliefs(Course course, Manifest manifest) {
    Ink ink = screen.noteInk();
    screen.note("");
    screen.note(ink.strong("Beliefs after round " + course.closedRound()));
    for (int seat = 0; seat < manifest.seats().size(); seat++) {
      String name = Columns.pad(Plain.line(manifest.seats().get(seat).card().name()), 24);
      screen.note(
          "  "
              + ink.seat(seat, name)
              + " "
              + Figures.stance(course.before(seat))
              + " → "
              + Figures.stance(course.now(seat))
              + "  "
              + Gauge.spark(course.history(seat)));
    }
    var rules = manifest.scenario().deliberation();
    if (!rules.options().isEmpty() || rules.mode() == Scenario.Mode.CONVERSATION) {
      return;
    }
    Support support = Support.of(manifest, course::now);
    double threshold = Support.threshold(rules.consensusThreshold());
    screen.note(
        "  "
            + Support.line(
                rules.votingMethod().id(), support.choice(), support.share(), threshold));
  }

  private void decision(RunEvent.Decided decided, Course course) {
    Ink ink = screen.resultInk();
    Verdict verdict = new Verdict(ink);
    if (!course.votes().isEmpty()) {
      screen.result("");
      screen.result(ink.strong("Votes"));
      verdict.votes(course.votes()).forEach(screen::result);
    }
    screen.result("");
    screen.result(ink.strong("Decision"));
    verdict
        .decision(decided.decision(), decided.aggregate(), course.votes())
        .forEach(screen::result);
    if (!decided.decision().dissent().isEmpty()) {
      screen.result("");
      screen.result(ink.strong("Dissent"));
      verdict.dissent(decided.decision().dissent()).forEach(screen::result);
    }
  }

  private static String moved(double before, double now) {
    String then = Figures.stance(before);
    return then.equals(Figures.stance(now)) ? "" : " from " + then;
  }

  private static String indent(String line) {
    return line.isEmpty() ? "" : "  " + line;
  }
}
