package io.lida.cli;

import io.lida.contract.Event;
import io.lida.contract.RunEvent;

/** The stations of a run on standard error, for those who wait for a document. */
record Milestones(Screen screen) implements View {
  @Override
  public void event(Event event, Course course) {
    switch (event.payload()) {
      case RunEvent.RunStarted started ->
          screen.note("run " + course.run() + " · seed " + started.manifest().seed());
      case RunEvent.RoundOpened opened ->
          screen.progress("round " + opened.round() + " · " + opened.phase().id());
      case RunEvent.CallFailed failed ->
          screen.say(
              "warning: "
                  + Plain.line(failed.speaker())
                  + " stays silent: "
                  + Plain.line(failed.title()));
      case RunEvent.RunPaused paused ->
          screen.note("resume with: lida runs resume " + course.run());
      case RunEvent other -> {}
    }
  }
}
