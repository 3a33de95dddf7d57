package io.lida.personas;

import io.lida.contract.Card;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Personas.Entry;
import io.lida.contract.Personas.Listing;
import io.lida.contract.Personas.Query;
import io.lida.personas.Library.Held;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which cards a query lets pass, each in one line. */
final class Listings {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final Grid grid;
  private final Library library;

  Listings(Grid grid, Library library) {
    this.grid = grid;
    this.library = library;
  }

  /**
   * Lists cards by id.
   *
   * @throws Fault INVALID when a filter names what cannot be
   */
  Listing list(Query query) {
    require("constituency", query.constituency(), grid.constituencyIds());
    require("disposition", query.disposition(), grid.dispositionIds());
    List<String> words =
        query.text() == null
            ? List.of()
            : SPACE
                .splitAsStream(folded(query.text()))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    List<Entry> entries =
        library.all().stream()
            .filter(held -> same(query.constituency(), held.card().constituency()))
            .filter(held -> same(query.disposition(), held.card().disposition()))
            .filter(held -> words.isEmpty() || speaksOf(held.card(), words))
            .map(Listings::entry)
            .toList();
    return new Listing(entries, library.problems());
  }

  private static boolean same(@Nullable String filter, String value) {
    return filter == null || filter.equals(value);
  }

  private static void require(String what, @Nullable String filter, Set<String> known) {
    if (filter != null && !known.contains(filter)) {
      throw new Fault(
          FaultCode.INVALID,
          "unknown " + what + " " + Nearest.quoted(filter) + Nearest.hint(filter, known),
          "",
          "choose one of " + String.join(", ", known));
    }
  }

  /** All words occur in the id, the name, the summary or the topics, whatever case or accents. */
  private static boolean speaksOf(Card card, List<String> words) {
    Stream<String> topics = card.expertise().stream().map(Card.Expertise::topic);
    String text =
        folded(
            String.join(
                "\n",
                card.id(),
                card.name(),
                card.background().summary(),
                String.join(
                    "\n", topics.map(topic -> topic + ' ' + topic.replace('_', ' ')).toList())));
    return words.stream().allMatch(text::contains);
  }

  private static String folded(String text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
    return MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
  }

  private static Entry entry(Held held) {
    Card card = held.card();
    Map<String, Double> beliefs = new LinkedHashMap<>();
    Card.AXES.forEach(axis -> beliefs.put(axis, card.belief(axis)));
    return new Entry(
        card.id(),
        card.name(),
        card.constituency(),
        card.disposition(),
        card.background().summary(),
        card.background().region(),
        card.expertise(),
        java.util.Collections.unmodifiableMap(beliefs),
        card.parent(),
        held.origin().name().toLowerCase(Locale.ROOT));
  }
}
