package io.lida.cli;

import io.lida.contract.Deliberation;
import io.lida.contract.Deliberation.Command;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Manifest;
import io.lida.contract.Runs;
import io.lida.contract.Scenario;
import io.lida.contract.Scenario.Participant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A talk of the person at the terminal with one persona. It is a run like any other; who leaves
 * lets it pause, so that it can be gone on with where it was.
 */
final class Chat {
  private final Shell shell;
  private final Screen screen;
  private final @Nullable String once;

  /**
   * @param once what is said instead of asking; absent to ask as long as somebody answers
   */
  Chat(Shell shell, @Nullable String once) {
    this.shell = shell;
    this.screen = shell.screen();
    this.once = once;
  }

  /** A new talk, about what the person says first. */
  int begin(@Nullable String written, String as, @Nullable String model, long seed) {
    refuseSilence();
    if (written == null) {
      throw new Misuse(
          "lida chat wants its PERSONA",
          "with whom do you want to talk?",
          "lida chat safety_research.catastrophist");
    }
    Participant persona = Seating.of(shell, List.of(written)).getFirst();
    Talk talk = new Talk(shell, once);
    if (once == null) {
      screen.note("with " + Plain.line(persona.id()) + "; /quit or Ctrl-D leaves");
    }
    String first = talk.firstWords();
    if (first.isEmpty()) {
      screen.note("nothing was said");
      return 0;
    }
    Participant person = Sitting.of(as);
    Scenario scenario = Wording.talk(first, person, persona);
    Deliberation.Started started =
        shell.ask(
            Deliberation.START,
            new Deliberation.Start(
                scenario, seed, model, talk.wantsWords(), null, Runs.HOME_TENANT));
    return attend(started.run(), 0, new Course(started.run()), Sitting.person(person), talk);
  }

  /** Goes on with a talk where it was left. */
  int resume(String written) {
    refuseSilence();
    String run = written.equals("last") ? last() : RunIds.find(shell, written);
    Course course = new Course(run);
    long[] seen = {0};
    Watch.readAll(
        shell,
        run,
        0,
        event -> {
          course.apply(event);
          seen[0] = event.seq();
        });
    Manifest manifest = Objects.requireNonNull(course.manifest());
    Set<String> persons = Sitting.persons(manifest.scenario().personas().stream());
    if (!isTalk(manifest) || persons.size() != 1) {
      throw new Fault(
          FaultCode.INVALID,
          "run " + run + " is no talk of a person with a persona",
          "it is a " + manifest.scenario().deliberation().mode().id(),
          "lida runs resume " + run);
    }
    Talk talk = new Talk(shell, once);
    if (once == null) {
      talk.recall(course);
    }
    shell.ask(Deliberation.RESUME, new Deliberation.Resume(run, talk.wantsWords()));
    return attend(run, seen[0], course, persons.iterator().next(), talk);
  }

  private static boolean isTalk(Manifest manifest) {
    return manifest.scenario().deliberation().mode() == Scenario.Mode.CONVERSATION
        && manifest.seats().size() == 2
        && manifest.moderator() == null;
  }

  private String last() {
    return RunPages.read(shell, null, Integer.MAX_VALUE).stream()
        .filter(run -> run.mode().equals(Scenario.Mode.CONVERSATION.id()))
        .filter(run -> run.participants() == 2)
        .map(Runs.Summary::id)
        .findFirst()
        .orElseThrow(
            () ->
                new Fault(
                    FaultCode.NOT_FOUND,
                    "there is no talk to go on with",
                    "no run is a conversation of two",
                    "lida chat safety_research.catastrophist"));
  }

  private void refuseSilence() {
    if (once == null && !shell.canAsk()) {
      throw new Misuse(
          "lida chat wants somebody to talk with",
          "there is no terminal, or --no-input or another output than text is asked for",
          "lida chat safety_research.catastrophist --once \"Should AI development be paused?\"");
    }
    if (once != null && once.isBlank()) {
      throw new Misuse("--once has no text", "nothing would be said");
    }
  }

  private int attend(String run, long after, Course course, String person, Talk talk) {
    try (Watch watch = Watch.on(shell.bus(), run, after, true);
        Interrupts interrupts = new Interrupts(shell, Deliberation.CONTROL, Conduct.stop(run))) {
      Seats seats = new Seats(shell, run, Set.of(person), talk);
      watch.follow(talk.eyes(course, seats, () -> leave(run)), interrupts::overdue);
      return talk.end(run, course, interrupts.exit());
    }
  }

  private void leave(String run) {
    shell.ask(Deliberation.CONTROL, new Deliberation.Control(run, Command.PAUSE));
  }
}
