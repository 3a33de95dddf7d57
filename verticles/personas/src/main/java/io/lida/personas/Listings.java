package io.lida.personas;

import io.lida.contract.Card;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Personas.Entry;
import io.lida.contract.Personas.Listing;
import io.lida.contract.Personas.Query;
import io.lida.personas.CardFile.Origin;
import io.lida.personas.Library.Held;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which cards a query lets pass, each in one line. */
final class Listings {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final Grid grid;
  private final Set<String> topics;
  private final Library library;

  Listings(Grid grid, Topics topics, Library library) {
    this.grid = grid;
    this.topics = topics.ids();
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
    require("topic", query.topic(), topics);
    List<String> words = words(query.text());
    List<String> places = words(query.region());
    List<Entry> entries =
        library.all().stream()
            .filter(held -> query.team() == (held.origin() == Origin.TEAM))
            .filter(held -> same(query.constituency(), held.card().constituency()))
            .filter(held -> same(query.disposition(), held.card().disposition()))
            .filter(held -> knows(held.card(), query.topic()))
            .filter(held -> says(held.card().background().region(), places))
            .filter(held -> words.isEmpty() || speaksOf(held.card(), words))
            .map(Listings::entry)
            .toList();
    if (entries.isEmpty() && !places.isEmpty()) {
      requirePlace(places, query.region());
    }
    return new Listing(entries, library.problems());
  }

  /** The words of a text, whatever case or accents; none of none. */
  private static List<String> words(@Nullable String text) {
    return text == null
        ? List.of()
        : SPACE.splitAsStream(folded(text)).filter(word -> !word.isEmpty()).distinct().toList();
  }

  private static boolean knows(Card card, @Nullable String topic) {
    return topic == null
        || card.expertise().stream().anyMatch(skill -> skill.topic().equals(topic));
  }

  private static boolean says(String text, List<String> words) {
    String folded = folded(text);
    return words.stream().allMatch(folded::contains);
  }

  /** A place where nobody comes from is refused with the nearest that there is. */
  private void requirePlace(List<String> places, @Nullable String asked) {
    Set<String> known =
        library.all().stream()
            .flatMap(held -> words(held.card().background().region()).stream())
            .map(word -> word.replaceAll("[(),]", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    boolean real = places.stream().allMatch(known::contains);
    if (!real) {
      String few = String.join(" or ", Nearest.few(places.getFirst(), known));
      throw new Fault(
          FaultCode.INVALID,
          "nobody comes from " + Nearest.quoted(String.valueOf(asked)),
          few.isEmpty() ? "no region has such a word" : "did you mean " + few + "?",
          "lida personas ls shows where each comes from");
    }
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
        String.join(
            "\n",
            card.id(),
            card.name(),
            card.background().summary(),
            String.join("\n", topics.map(topic -> topic + ' ' + topic.replace('_', ' ')).toList()));
    return says(text, words);
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
