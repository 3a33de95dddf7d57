package io.lida.personas;

import io.lida.contract.Card;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Personas.Problem;
import io.lida.personas.CardFile.Origin;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The cards, read when they are first asked for and again when their file has changed.
 *
 * <p>A card that becomes bad keeps its last good reading and reports the problem. Not thread-safe:
 * one question at a time, each beginning with {@link #look}.
 */
final class Library {
  /** A file as young as this may change again without a change of its stamp. */
  private static final Duration SETTLED = Duration.ofSeconds(1);

  private final PersonasOptions options;
  private final CardReader reader;
  private final InstantSource clock;
  private final Map<String, Copy> copies = new HashMap<>();
  private Catalogue catalogue;

  Library(PersonasOptions options, CardReader reader, InstantSource clock) {
    this.options = options;
    this.reader = reader;
    this.clock = clock;
    this.catalogue = Catalogue.of(options, clock.instant());
  }

  /** A card and who it belongs to. */
  record Held(Card card, Origin origin) {}

  /** The last reading of a file: the last good card, if any, and what is wrong now. */
  private record Copy(
      CardFile file, boolean settled, @Nullable Card card, List<Problem> problems) {}

  /** Sees what has been added, changed and removed. */
  void look() {
    if (catalogue.stands()) {
      return;
    }
    catalogue = Catalogue.of(options, clock.instant());
    copies.keySet().retainAll(catalogue.files().keySet());
  }

  /** Whether there is a file for this id. */
  boolean has(String id) {
    return catalogue.files().containsKey(id);
  }

  /** The file of a card that {@link #all} or {@link #find} gave. */
  CardFile file(String id) {
    return Objects.requireNonNull(catalogue.files().get(id), id);
  }

  /** The ids for which there is a file. */
  Set<String> ids() {
    return catalogue.files().keySet();
  }

  /**
   * The card with this id, or nothing when no file is named so.
   *
   * @throws Fault INVALID_CARD when there is a file and it was never good
   */
  @Nullable Card find(String id) {
    CardFile file = catalogue.files().get(id);
    if (file == null) {
      List<Problem> named =
          catalogue.problems().stream()
              .filter(problem -> problem.file().endsWith("/" + id + ".json"))
              .toList();
      if (named.isEmpty()) {
        return null;
      }
      throw refusal(id, named);
    }
    Copy copy = copy(file);
    if (copy.card() == null) {
      throw refusal(id, copy.problems());
    }
    return copy.card();
  }

  private static Fault refusal(String id, List<Problem> problems) {
    return new Fault(
        FaultCode.INVALID_CARD,
        "the card " + Nearest.quoted(id) + " is refused",
        problems.stream().limit(3).map(Library::line).collect(Collectors.joining("; ")),
        "correct " + problems.getFirst().file());
  }

  /** All good cards by id. */
  List<Held> all() {
    List<Held> all = new ArrayList<>();
    for (CardFile file : catalogue.files().values()) {
      Card card = copy(file).card();
      if (card != null) {
        all.add(new Held(card, file.origin()));
      }
    }
    return all;
  }

  /** What is wrong with the files that were looked at. */
  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>(catalogue.problems());
    for (CardFile file : catalogue.files().values()) {
      Copy copy = copies.get(file.id());
      if (copy != null) {
        problems.addAll(copy.problems());
      }
    }
    return problems;
  }

  /** A problem as a person reads it. */
  static String line(Problem problem) {
    String where = problem.pointer().isEmpty() ? "" : problem.pointer() + ": ";
    return problem.file() + ": " + where + problem.reason();
  }

  private Copy copy(CardFile listed) {
    CardFile file = listed.now();
    Copy known = copies.get(file.id());
    if (known != null && known.settled() && known.file().equals(file)) {
      return known;
    }
    boolean settled = file.stamp().modified().toInstant().plus(SETTLED).isBefore(clock.instant());
    Copy copy =
        switch (read(file)) {
          case Outcome.Good good -> new Copy(file, settled, good.card(), List.of());
          case Outcome.Refused refused -> refused(file, settled, known, refused.problems());
        };
    copies.put(file.id(), copy);
    return copy;
  }

  private static Copy refused(
      CardFile file, boolean settled, @Nullable Copy known, List<Problem> problems) {
    if (known == null || known.card() == null) {
      return new Copy(file, settled, null, problems);
    }
    List<Problem> reported = new ArrayList<>(problems);
    reported.add(file.problem("the last good version stays in use"));
    return new Copy(file, settled, known.card(), reported);
  }

  private Outcome read(CardFile file) {
    try {
      return reader.read(file.label(), file.id(), file.bytes());
    } catch (CardText.Unreadable unreadable) {
      return new Outcome.Refused(List.of(file.problem(String.valueOf(unreadable.getMessage()))));
    } catch (IOException unreadable) {
      return new Outcome.Refused(
          List.of(file.problem("cannot be read: " + Catalogue.reason(unreadable))));
    }
  }
}
