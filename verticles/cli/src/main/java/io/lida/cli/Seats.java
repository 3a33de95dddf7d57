package io.lida.cli;

import io.lida.contract.Agents;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Manifest;
import io.lida.contract.RunEvent;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The seats of a run that somebody here takes: looks what they owe, and hands in what they say. For
 * one thread, which waits while somebody thinks.
 */
final class Seats {
  /** A turn that the log calls open is owed a moment later; then it is looked again. */
  private static final int BEATS_BETWEEN_LOOKS = 12;

  private final Shell shell;
  private final String run;
  private final Set<String> persons;
  private final Sitter sitter;
  private final Set<String> handedIn = new HashSet<>();
  private int beats;

  /**
   * @param persons whose turns are answered here, by the names in their models
   */
  Seats(Shell shell, String run, Set<String> persons, Sitter sitter) {
    this.shell = shell;
    this.run = run;
    this.persons = persons;
    this.sitter = sitter;
  }

  /**
   * Has those answered for whom a turn has come.
   *
   * @throws Asker.Stopped when somebody leaves instead
   */
  void look(Course course) {
    Manifest manifest = course.manifest();
    if (manifest == null || persons.isEmpty() || beats-- > 0) {
      return;
    }
    for (RunEvent.Call call : course.open()) {
      String person = person(manifest, call.seat());
      if (person != null && !handedIn.contains(run + "." + call.id())) {
        beats = BEATS_BETWEEN_LOOKS;
        shell
            .ask(Agents.OWED, new Agents.Seat(null, run, person))
            .turns()
            .forEach(turn -> take(turn, course));
      }
    }
  }

  /** Who is to answer in a seat; absent when nobody here is. */
  private @Nullable String person(Manifest manifest, int number) {
    Manifest.Seat seat =
        number < 0 ? Objects.requireNonNull(manifest.moderator()) : manifest.seats().get(number);
    String person = seat.inPerson() ? seat.model().substring(Agents.PERSON.length()) : "";
    return persons.contains(person) ? person : null;
  }

  private void take(Agents.Wanted turn, Course course) {
    if (!handedIn.add(turn.turnId())) {
      return;
    }
    boolean open = true;
    while (open) {
      Agents.Submit said = sitter.answer(turn, course);
      open = !taken(said);
    }
  }

  private boolean taken(Agents.Submit said) {
    try {
      shell.ask(Agents.SUBMIT, said);
      return true;
    } catch (Fault fault) {
      if (fault.code() == FaultCode.INVALID) {
        return !sitter.refused(fault.detail());
      }
      shell.screen().say("warning: " + Plain.line(fault.title()));
      return true;
    }
  }
}
