package io.lida.personas;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lida.contract.Card;
import io.lida.contract.Card.Change;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Personas.Fork;
import io.lida.contract.Personas.Forked;
import io.lida.contract.Personas.Problem;
import io.lida.contract.Wire;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Makes changed copies of cards, which know their parent and how they differ from it. */
final class Forking {
  private final Library library;
  private final CardReader reader;
  private final Lazy<CardSchema> schema;
  private final CardWriter writer;

  Forking(Library library, CardReader reader, Lazy<CardSchema> schema, Path own) {
    this.library = library;
    this.reader = reader;
    this.schema = schema;
    this.writer = new CardWriter(own);
  }

  /**
   * Writes the changed copy among the user's own cards.
   *
   * @throws Fault NOT_FOUND for an unknown parent, CONFLICT for an id that is taken, INVALID for a
   *     pointer that leads nowhere, INVALID_CARD when the result is not a card, HOME_UNWRITABLE
   */
  Forked fork(Fork fork) {
    if (!CardRules.ID.matcher(Given.required("id", fork.id())).find()) {
      throw new Fault(
          FaultCode.INVALID, "the id " + Nearest.quoted(fork.id()) + " " + CardRules.ID_WORDS);
    }
    if (library.has(fork.id())) {
      throw CardWriter.taken(fork.id());
    }
    Card parent = library.find(Given.required("parent", fork.parent()));
    if (parent == null) {
      throw Casting.unknown(fork.parent(), library.ids(), "lida personas ls");
    }
    ObjectNode tree = Wire.tree(parent).deepCopy();
    List<Change> changes = Edits.apply(tree, Given.required("changes", fork.changes()));
    tree.put("id", fork.id()).put("version", 1).put("parent", parent.id());
    tree.set("changes", Wire.tree(changes));
    tree.set(
        "notes",
        Wire.tree(
            parent.notes().stream()
                .filter(note -> !note.startsWith(CardReader.SIMULATION))
                .toList()));
    Card card = checked(tree, fork.id());
    byte[] text = (Wire.pretty(card) + "\n").getBytes(StandardCharsets.UTF_8);
    if (text.length > CardText.LARGEST) {
      throw refusal(List.of(new Problem(fork.id(), "", CardText.TOO_LARGE)));
    }
    return new Forked(card, changes, writer.write(fork.id(), text).toString());
  }

  private Card checked(ObjectNode tree, String id) {
    return switch (reader.read(id, id, tree)) {
      case Outcome.Refused refused -> throw refusal(refused.problems());
      case Outcome.Good good -> {
        List<Problem> problems = schema.get().check(id, tree);
        if (!problems.isEmpty()) {
          throw refusal(problems);
        }
        Card card = good.card();
        for (Problem crossed : Rules.redLinesCrossed(id, card)) {
          card = Cards.noted(card, "red line crossed by its own belief: " + crossed.reason());
        }
        yield card;
      }
    };
  }

  private static Fault refusal(List<Problem> problems) {
    String why =
        problems.stream()
            .limit(5)
            .map(problem -> problem.pointer() + ": " + problem.reason())
            .collect(Collectors.joining("; "));
    return new Fault(FaultCode.INVALID_CARD, "the changes do not make a card", why, "");
  }
}
