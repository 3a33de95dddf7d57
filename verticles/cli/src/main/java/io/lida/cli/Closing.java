package io.lida.cli;

import io.lida.contract.Manifest;
import io.lida.contract.RunEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The last lines under a run: what it took, what is kept, what to type next. */
record Closing(Shell shell, Screen screen) {
  void lines(String run, String status, Course course) {
    Manifest manifest = course.manifest();
    if (screen.quiet()) {
      RunEvent.Decided decided = course.decided();
      if (decided != null) {
        screen.result(Verdict.sentence(decided.decision(), course.votes()));
      }
      RunEvent.GameClosed closed = course.closed();
      if (closed != null) {
        screen.result(GameSums.sentence(closed.totals()));
      }
      return;
    }
    Ink ink = screen.noteInk();
    screen.note("");
    reason(run, status, course).forEach(screen::note);
    if (manifest != null) {
      screen.note(label("usage") + Verdict.usage(course.usage(), Headline.simulated(manifest)));
    }
    Path folder = shell.settings().home().resolve("runs").resolve(run);
    List<String> files = files(folder);
    if (!files.isEmpty()) {
      screen.note(label("saved") + folder + "/  " + String.join("  ", files));
    }
    if (course.end() instanceof RunEvent.RunCompleted) {
      screen.note(
          label("next")
              + ink.strong("lida runs show " + run)
              + "  ·  "
              + ink.strong("lida runs export " + run + " --format markdown"));
    }
    screen.result("");
    screen.result(screen.resultInk().faint(foot(persons(manifest))));
  }

  private static List<String> persons(@Nullable Manifest manifest) {
    return manifest == null
        ? List.of()
        : manifest.seats().stream()
            .filter(Manifest.Seat::inPerson)
            .map(seat -> seat.card().name())
            .toList();
  }

  /** What all of it is, and who in it is not simulated. */
  static String foot(List<String> persons) {
    return persons.isEmpty()
        ? "a simulation; no statement here is by a real person or group"
        : "a simulation but for "
            + Plain.line(String.join(", ", persons))
            + "; no other statement here is by a real person or group";
  }

  private List<String> reason(String run, String status, Course course) {
    return switch (course.end()) {
      case RunEvent.RunCompleted completed ->
          List.of(
              label("ended")
                  + words(completed.termination())
                  + ": "
                  + Plain.line(completed.termination().detail()));
      case RunEvent.RunCancelled cancelled ->
          List.of(label("ended") + "cancelled: " + Plain.line(cancelled.reason()));
      case RunEvent.RunPaused paused ->
          List.of(
              label("stopped") + paused.reason().id() + " in round " + course.round(),
              "resume with: lida runs resume " + run);
      case RunEvent.RunFailed failed ->
          List.of(
              label("ended") + "failed in round " + course.round() + why(failed),
              "once the cause is mended, resume with: lida runs resume " + run);
      case null, default ->
          List.of(
              label("stopped") + Plain.line(status) + " in round " + course.round(),
              "resume with: lida runs resume " + run);
    };
  }

  private static String why(RunEvent.RunFailed failed) {
    return failed.termination() == null ? "" : ", " + words(failed.termination());
  }

  private static String words(RunEvent.Termination end) {
    String reason =
        end.reason().equals("max_rounds") ? "all rounds held" : end.reason().replace('_', ' ');
    return Plain.line(reason);
  }

  private static String label(String label) {
    return Columns.pad(label, 9);
  }

  private static List<String> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      // What begins with a dot is still being written.
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    } catch (IOException nothingThere) {
      return List.of();
    }
  }
}
