package io.lida.cli;

import io.lida.contract.Agents;
import io.lida.contract.Deliberation;
import io.lida.contract.Event;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Llm;
import io.lida.contract.RunEvent;
import io.lida.contract.Runs;
import io.lida.contract.Scenario;
import io.lida.contract.Wire;
import io.lida.launcher.House;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes a run from the wish to have it to its end, and says how it went by an exit code. */
final class Conduct {
  private final Shell shell;
  private final Screen screen;
  private boolean requireConsensus;
  private @Nullable String as;

  Conduct(Shell shell) {
    this.shell = shell;
    this.screen = shell.screen();
  }

  /** A run that ends without a consensus is then a failure of its own: exit 10. */
  Conduct requireConsensus(boolean required) {
    requireConsensus = required;
    return this;
  }

  /** Whoever is called so sits at the table and is asked here. */
  Conduct as(@Nullable String name) {
    as = name;
    return this;
  }

  /** Starts a run and stays with it. */
  int start(Scenario scenario, long seed, @Nullable String model) {
    refuseProgramsOutOfReach(shell, scenario);
    Set<String> persons = Sitting.here(shell, scenario, as);
    Deliberation.Started started =
        shell.ask(
            Deliberation.START,
            new Deliberation.Start(scenario, seed, model, wantsWords(), null, Runs.HOME_TENANT));
    Headline.notes(started.notes()).forEach(screen::note);
    return attend(started.run(), 0, new Course(started.run()), true, persons);
  }

  /** A program comes in through a server; in a run of this process its seat would stay empty. */
  static void refuseProgramsOutOfReach(Shell shell, Scenario scenario) {
    if (shell.settings().find(House.SERVER).isPresent()) {
      return;
    }
    for (Scenario.Participant seat : scenario.personas()) {
      String model = seat.model();
      if (model != null && model.startsWith(Agents.AGENT)) {
        throw new Fault(
            FaultCode.INVALID_SCENARIO,
            "no program can take the seat of " + seat.id() + " here",
            model + " comes in through a server, and this run would stay in the terminal",
            "lida serve, and then the same with --server http://127.0.0.1:2040");
      }
    }
  }

  /** Goes on with a run and stays with it; what was said before is not told again. */
  int resume(String run) {
    Course course = new Course(run);
    long[] last = {0};
    Watch.readAll(
        shell,
        run,
        0,
        event -> {
          course.apply(event);
          last[0] = event.seq();
        });
    var manifest = course.manifest();
    Deliberation.Started started =
        shell.ask(Deliberation.RESUME, new Deliberation.Resume(run, wantsWords()));
    if (manifest != null && shell.forPeople()) {
      Headline.lines(course, manifest, screen).forEach(screen::note);
      screen.note(
          Figures.many(course.turns().size(), "turn", "turns")
              + " spoken before: lida runs show "
              + run
              + " --turns");
    }
    Headline.notes(started.notes()).forEach(screen::note);
    Set<String> persons = manifest == null ? Set.of() : Sitting.again(shell, manifest.scenario());
    return attend(run, last[0], course, true, persons);
  }

  /** Stays with a run that somebody else works on; Ctrl-C ends the watching, not the run. */
  int follow(String run) {
    return attend(run, 0, new Course(run), false, Set.of());
  }

  private boolean wantsWords() {
    return screen.lively() && shell.forPeople();
  }

  private int attend(String run, long after, Course course, boolean own, Set<String> persons) {
    View view = view(course.closedRound());
    Seats seats = new Seats(shell, run, persons, Sitting.sitter(shell));
    try (Watch watch = Watch.on(shell.bus(), run, after, own);
        Interrupts interrupts =
            own ? new Interrupts(shell, Deliberation.CONTROL, stop(run)) : null) {
      String status =
          watch.follow(
              new Watch.Eyes() {
                @Override
                public void event(Event event) {
                  course.apply(event);
                  view.event(event, course);
                }

                @Override
                public void words(Llm.Words words) {
                  view.words(words);
                }

                @Override
                public void beat() {
                  view.tick(course);
                  sit(seats, course, interrupts);
                }
              },
              () -> interrupts != null && interrupts.overdue());
      int signal = interrupts == null ? 0 : interrupts.exit();
      conclude(run, status, course);
      return exit(course, status, signal);
    }
  }

  static Deliberation.Control stop(String run) {
    return new Deliberation.Control(run, Deliberation.Command.INTERRUPT);
  }

  /** Who leaves instead of answering wants the run to stop. */
  private static void sit(Seats seats, Course course, @Nullable Interrupts interrupts) {
    if (interrupts == null || interrupts.exit() != 0) {
      return;
    }
    try {
      seats.look(course);
    } catch (Asker.Stopped left) {
      interrupts.stop();
    }
  }

  private View view(int told) {
    return switch (shell.globals().format()) {
      case JSONL -> (event, course) -> screen.result(Plain.json(Wire.text(event)));
      case JSON -> new Milestones(screen);
      case TEXT -> screen.quiet() ? (event, course) -> {} : new Narrator(screen, told);
    };
  }

  private void conclude(String run, String status, Course course) {
    switch (shell.globals().format()) {
      case JSON -> shell.document(shell.ask(Deliberation.SHOW, new Deliberation.Show(run)));
      case JSONL -> screen.close();
      case TEXT -> new Closing(shell, screen).lines(run, status, course);
    }
    if (course.end() instanceof RunEvent.RunFailed failed) {
      Complaint.of(Ending.fault(failed)).print(screen);
    }
  }

  private int exit(Course course, String status, int signal) {
    int code = Ending.exit(course, requireConsensus);
    boolean stopped = course.end() == null || course.end() instanceof RunEvent.RunPaused;
    return stopped && signal != 0 ? signal : code;
  }
}
