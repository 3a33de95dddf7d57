package io.lida.personas;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.lida.contract.Card;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Personas.Recompute;
import io.lida.contract.Personas.Recomputed;
import io.lida.contract.Personas.Renumbered;
import io.lida.personas.CardFile.Origin;
import io.lida.personas.Library.Held;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Computes the numbers of the panel's cards anew: beliefs, what probes expect, dynamics and
 * assertiveness are those of the grid.
 *
 * <p>Only the digits of a number that differs are exchanged, so that prose, order and spaces stay
 * byte for byte, and a second time changes nothing. A file is replaced whole.
 */
final class Renumbering {
  private final Grid grid;
  private final Library library;

  Renumbering(Grid grid, Library library) {
    this.grid = grid;
    this.library = library;
  }

  /** A number in a text: what it says, and where. */
  private record Digits(double value, int from, int to) {}

  /**
   * Does it, or says what would be done.
   *
   * @throws Fault HOME_UNWRITABLE when a file cannot be written; those before it are
   */
  Recomputed recompute(Recompute wish) {
    List<Renumbered> changes = new ArrayList<>();
    int files = 0;
    for (Held held : library.all()) {
      if (held.origin() == Origin.SHIPPED) {
        files++;
        changes.addAll(renumber(held.card(), wish.rehearsal()));
      }
    }
    return new Recomputed(files, changes);
  }

  private List<Renumbered> renumber(Card card, boolean rehearsal) {
    CardFile file = library.file(card.id());
    try {
      String text = new String(file.bytes(), StandardCharsets.UTF_8);
      List<Renumbered> changes = new ArrayList<>();
      StringBuilder changed = new StringBuilder(text);
      int grown = 0;
      Map<String, Double> due = due(card);
      for (Map.Entry<String, Digits> number : numbers(text).entrySet()) {
        Digits digits = number.getValue();
        double to = due.getOrDefault(number.getKey(), digits.value());
        if (to != digits.value()) {
          String written = Double.toString(to);
          changed.replace(digits.from() + grown, digits.to() + grown, written);
          grown += written.length() - (digits.to() - digits.from());
          changes.add(new Renumbered(file.label(), number.getKey(), digits.value(), to));
        }
      }
      if (!changes.isEmpty() && !rehearsal) {
        write(file.path(), changed.toString());
      }
      return changes;
    } catch (IOException | CardText.Unreadable failed) {
      throw new Fault(
          FaultCode.HOME_UNWRITABLE,
          "cannot renumber " + file.label(),
          String.valueOf(failed.getMessage()),
          "make the folder of the cards writable, or work on a copy of the house");
    }
  }

  /** What the grid says of such a card, by JSON pointer. */
  private Map<String, Double> due(Card card) {
    Grid.Constituency constituency = grid.constituency(card.constituency());
    Grid.Disposition disposition = grid.disposition(card.disposition());
    if (constituency == null || disposition == null) {
      return Map.of();
    }
    Map<String, Double> due = new LinkedHashMap<>();
    Map<String, Double> beliefs = grid.beliefs(constituency, disposition);
    beliefs.forEach((axis, value) -> due.put("/beliefs/" + axis + "/value", value));
    for (int index = 0; index < card.probes().size(); index++) {
      Double expected = beliefs.get(card.probes().get(index).axis());
      if (expected != null) {
        due.put("/probes/" + index + "/expected", expected);
      }
    }
    due.put("/dynamics/susceptibility", disposition.openness());
    due.put("/dynamics/epsilon", disposition.epsilon());
    due.put("/dynamics/bias", disposition.bias());
    due.put("/style/assertiveness", disposition.assertiveness());
    return due;
  }

  /** All numbers of a document, in the order in which they are written. */
  private static Map<String, Digits> numbers(String text) throws IOException {
    Map<String, Digits> numbers = new LinkedHashMap<>();
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token.isNumeric()) {
          int from = (int) parser.currentTokenLocation().getCharOffset();
          String pointer = parser.getParsingContext().pathAsPointer().toString();
          numbers.put(
              pointer, new Digits(parser.getDoubleValue(), from, from + parser.getTextLength()));
        }
      }
    }
    return numbers;
  }

  private static void write(Path file, String text) throws IOException {
    Path fresh = file.resolveSibling("." + file.getFileName() + ".new");
    Files.writeString(fresh, text);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
