package io.lida.cli;

import io.lida.contract.Agents;
import io.lida.contract.Deliberation;
import io.lida.contract.Event;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Llm;
import io.lida.contract.Manifest;
import io.lida.contract.RunEvent;
import io.lida.contract.RunEvent.Turn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Both sides of a talk at the terminal: what the person types, and the persona as it speaks. */
final class Talk implements Sitter {
  private static final int RECALLED = 4;

  private final Shell shell;
  private final Screen screen;
  private final boolean once;
  private final Voices voices = new Voices();
  private Speech speech;
  private @Nullable String next;
  private @Nullable Turn answer;
  private RunEvent.@Nullable CallFailed failure;
  private boolean left;

  /**
   * @param once what is said instead of asking; absent to ask as long as somebody answers
   */
  Talk(Shell shell, @Nullable String once) {
    this.shell = shell;
    this.screen = shell.screen();
    this.once = once != null;
    this.next = once;
    this.speech = new Speech(screen);
  }

  boolean wantsWords() {
    return screen.lively() && shell.forPeople() && !once;
  }

  /** What the person says first; empty when nothing. It is handed in when the turn has come. */
  String firstWords() {
    if (next == null) {
      try {
        next = typed();
      } catch (Asker.Stopped wentAway) {
        return "";
      }
    }
    return next;
  }

  /** What was said last, for who comes back. */
  void recall(Course course) {
    List<Turn> turns = course.turns();
    for (Turn turn : turns.subList(Math.max(0, turns.size() - RECALLED), turns.size())) {
      screen.note("");
      screen.note(screen.noteInk().seat(turn.seat(), Plain.line(turn.name())));
      Columns.wrap(Plain.text(turn.text()), Speech.WIDTH)
          .forEach(line -> screen.note(screen.noteInk().faint("  " + line)));
    }
  }

  private String typed() {
    String said = "";
    while (said.isEmpty()) {
      said = shell.world().asker().ask("you › ");
    }
    if (said.equals("/quit")) {
      throw new Asker.Stopped();
    }
    return said;
  }

  @Override
  public Agents.Submit answer(Agents.Wanted turn, Course course) {
    String said = next;
    next = null;
    if (said == null) {
      if (once) {
        throw new Asker.Stopped();
      }
      screen.note("");
      said = typed();
    }
    return new Spoken(said, null, null, null, null, null).in(turn);
  }

  @Override
  public boolean refused(String why) {
    screen.say("  that was not taken: " + Plain.line(why));
    return !once;
  }

  /** Watches the run for this talk; who stops answering leaves it. */
  Watch.Eyes eyes(Course course, Seats seats, Runnable leave) {
    return new Watch.Eyes() {
      @Override
      public void event(Event event) {
        course.apply(event);
        heard(event.payload(), course);
      }

      @Override
      public void words(Llm.Words words) {
        if (wantsWords() && spokenByPersona(words.call(), course)) {
          name(course);
          speech.hear(words);
        }
      }

      @Override
      public void beat() {
        if (left) {
          return;
        }
        thinking(course);
        try {
          seats.look(course);
        } catch (Asker.Stopped wentAway) {
          left = true;
          leave.run();
        }
      }
    };
  }

  private static boolean spokenByPersona(String call, Course course) {
    Manifest manifest = course.manifest();
    return manifest != null
        && course.open().stream()
            .filter(open -> open.id().equals(call))
            .anyMatch(open -> !manifest.seats().get(open.seat()).inPerson());
  }

  private void thinking(Course course) {
    Manifest manifest = course.manifest();
    if (manifest != null && !once && !speech.begun() && screen.frameDue()) {
      List<RunEvent.Call> open =
          course.open().stream()
              .filter(call -> !manifest.seats().get(call.seat()).inPerson())
              .toList();
      if (!open.isEmpty()) {
        screen.live(voices.lines(open, manifest, screen.noteInk(), screen.columns()));
      }
    }
  }

  private void heard(RunEvent event, Course course) {
    Manifest manifest = course.manifest();
    switch (event) {
      case RunEvent.TurnSpoken spoken -> {
        if (manifest != null && !manifest.seats().get(spoken.turn().seat()).inPerson()) {
          answered(spoken.turn(), course);
        }
      }
      case RunEvent.CallFailed failed -> {
        failure = failed;
        if (!once) {
          screen.say("warning: no answer: " + Plain.line(failed.title()));
        }
      }
      default -> {}
    }
  }

  private void answered(Turn turn, Course course) {
    answer = turn;
    failure = null;
    if (once || !shell.forPeople()) {
      return;
    }
    name(course);
    speech.end(turn.text());
    speech = new Speech(screen);
    String before = Figures.stance(course.before(turn.seat()));
    String now = Figures.stance(turn.stance());
    screen.note(
        screen.noteInk().faint("  stance " + (before.equals(now) ? now : before + " → " + now)));
  }

  /** The persona's name, before its first word. */
  private void name(Course course) {
    Manifest manifest = course.manifest();
    if (manifest == null || speech.begun()) {
      return;
    }
    for (int seat = 0; seat < manifest.seats().size(); seat++) {
      if (!manifest.seats().get(seat).inPerson()) {
        String name = Plain.line(manifest.seats().get(seat).card().name());
        screen.note("");
        screen.note(screen.noteInk().seat(seat, name));
      }
    }
  }

  /** Says how the talk can be gone on with, or prints the answer alone; answers the exit code. */
  int end(String run, Course course, int signal) {
    if (course.end() instanceof RunEvent.RunFailed failed) {
      Fault fault = Ending.fault(failed);
      Complaint.of(fault).print(screen);
      return fault.code().exit();
    }
    if (once) {
      return last(run);
    }
    screen.note("");
    screen.note(
        course.end() instanceof RunEvent.RunCompleted completed
            ? "ended: " + Plain.line(completed.termination().detail()) + "; lida runs show " + run
            : "kept; go on with: lida chat --resume " + run);
    screen.note(screen.noteInk().faint("a simulation; the persona is no real person and no group"));
    return signal;
  }

  private int last(String run) {
    if (failure != null || answer == null) {
      throw unanswered(failure);
    }
    if (shell.forPeople()) {
      screen.result(Plain.text(answer.text()));
      screen.note("go on with: lida chat --resume " + run + " --once ...");
    } else {
      shell.document(shell.ask(Deliberation.SHOW, new Deliberation.Show(run)));
    }
    return 0;
  }

  private static Fault unanswered(RunEvent.@Nullable CallFailed failed) {
    return failed == null
        ? new Fault(FaultCode.UPSTREAM, "the persona gave no answer", "the talk was left", "")
        : Ending.fault(
            new RunEvent.RunFailed(
                failed.code(), failed.title(), failed.detail(), "lida doctor", null));
  }
}
