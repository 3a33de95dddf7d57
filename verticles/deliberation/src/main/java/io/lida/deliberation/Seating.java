package io.lida.deliberation;

import io.lida.contract.Agents;
import io.lida.contract.Bus;
import io.lida.contract.Card;
import io.lida.contract.Deliberation.Start;
import io.lida.contract.Event;
import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Forecast;
import io.lida.contract.Llm;
import io.lida.contract.Manifest;
import io.lida.contract.Personas;
import io.lida.contract.Reading;
import io.lida.contract.Scenario;
import io.lida.contract.Scenario.Participant;
import io.lida.contract.Trace;
import io.lida.contract.Wire;
import io.lida.store.TrackRecords;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Fills the seats: a card for each participant, a model behind each card, a weight for each vote.
 *
 * <p>A model that a scenario or card names but for which no key is known is replaced by the
 * simulated one, and the run says so; a model that the user names for this run is taken at their
 * word, and speaks for all but the seats of programs and persons. For one thread at a time.
 */
final class Seating {
  /** Speaks where nothing else can. */
  static final String SIMULATED = "sim/default";

  private final Bus bus;
  private final TrackRecords tracks;
  private final Lexicon lexicon;
  private final Map<String, String> versions;
  private final String host;

  /** A card is long, and the same few sit in most runs. */
  private final Map<Card, String> digests = new WeakHashMap<>();

  Seating(
      Bus bus, TrackRecords tracks, Lexicon lexicon, Map<String, String> versions, String host) {
    this.bus = bus;
    this.tracks = tracks;
    this.lexicon = lexicon;
    this.versions = versions;
    this.host = host;
  }

  /** Makes the manifest of a run that a request with this trace asked for. */
  Future<Manifest> manifest(Start start, Trace trace) {
    Scenario scenario = start.scenario();
    List<Participant> everyone = new ArrayList<>(scenario.personas());
    Participant moderator = scenario.deliberation().moderator();
    if (moderator != null) {
      everyone.add(moderator);
    }
    Future<Personas.Seated> seated = bus.request(Personas.CAST, new Personas.Cast(everyone));
    Future<Llm.Providers> providers = bus.request(Llm.PROVIDERS, new Llm.ListProviders());
    Future<Map<String, List<Forecast>>> records = records(start);
    return Future.all(seated, providers, records)
        .map(
            all ->
                manifest(
                    start, everyone, seated.result(), providers.result(), records.result(), trace));
  }

  /** Read only where the strategy looks at them: most runs do not. */
  private Future<Map<String, List<Forecast>>> records(Start start) {
    Scenario scenario = start.scenario();
    return Evidence.of(scenario.deliberation().aggregation()).records()
        ? tracks.of(start.tenant(), scenario.personas().stream().map(Participant::id).toList())
        : Future.succeededFuture(Map.of());
  }

  private Manifest manifest(
      Start start,
      List<Participant> everyone,
      Personas.Seated seated,
      Llm.Providers providers,
      Map<String, List<Forecast>> records,
      Trace trace) {
    Scenario scenario = start.scenario();
    Lexicon.Read read = lexicon.of(scenario);
    Set<String> notes = new LinkedHashSet<>(seated.notes());
    read.note().ifPresent(notes::add);
    int voters = scenario.personas().size();
    double[] weights = weights(scenario.personas(), seated.cards(), read.reading(), notes);
    List<Manifest.Seat> seats = new ArrayList<>();
    for (int i = 0; i < everyone.size(); i++) {
      Card card = seated.cards().get(i);
      String model = model(start.model(), everyone.get(i), card, providers, notes);
      double weight = i < voters ? weights[i] : 0;
      String digest = digests.computeIfAbsent(card, known -> Event.digest(Wire.text(known)));
      seats.add(new Manifest.Seat(card, everyone.get(i).role(), digest, model, weight));
    }
    Map<String, Reading> options = lexicon.options(scenario);
    options.forEach(
        (id, reading) -> {
          if (reading.axes().isEmpty()) {
            notes.add(
                "no word of option "
                    + id
                    + " names a belief axis, so simulated personas are indifferent to it;"
                    + " give it axes to say what it means");
          }
        });
    notes.add(disclaimer(seats));
    return new Manifest(
        start.tenant(),
        scenario,
        Event.digest(Wire.text(scenario)),
        start.seed(),
        read.reading(),
        options,
        lexicon.asked(scenario),
        seats.subList(0, voters),
        voters < seats.size() ? seats.getLast() : null,
        records,
        versions,
        host,
        List.copyOf(notes),
        trace.id());
  }

  private static String disclaimer(List<Manifest.Seat> seats) {
    String persons =
        seats.stream()
            .filter(Manifest.Seat::inPerson)
            .map(seat -> seat.card().name())
            .collect(Collectors.joining(", "));
    return persons.isEmpty()
        ? "simulated personas: no statement here is by a real person or group"
        : "in person: "
            + persons
            + "; the other personas are simulated: no statement of theirs is by a real person or"
            + " group";
  }

  private static String model(
      @Nullable String forced,
      Participant participant,
      Card card,
      Llm.Providers providers,
      Set<String> notes) {
    Card.Preference preference = card.model();
    String wanted =
        participant.model() != null
            ? participant.model()
            : preference == null ? SIMULATED : preference.primary();
    boolean taken = wanted.startsWith(Agents.AGENT) || Agents.isPerson(wanted);
    if (forced != null && !taken) {
      provider(forced, providers);
      return forced;
    }
    Llm.Provider provider = provider(wanted, providers);
    if (provider.keyless() || provider.key() != null) {
      return wanted;
    }
    notes.add(
        "no key for "
            + provider.id()
            + " is known, so "
            + SIMULATED
            + " speaks instead of "
            + wanted
            + " (lida keys set "
            + provider.id()
            + ")");
    return SIMULATED;
  }

  private static Llm.Provider provider(String model, Llm.Providers providers) {
    String id = model.substring(0, Math.max(0, model.indexOf('/')));
    return providers.providers().stream()
        .filter(provider -> provider.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new Fault(
                    FaultCode.INVALID,
                    "unknown model \"" + model + "\"",
                    "a model is provider/name; providers are "
                        + providers.providers().stream()
                            .map(Llm.Provider::id)
                            .collect(Collectors.joining(", ")),
                    "--model " + SIMULATED));
  }

  /**
   * Expertise weights ({@code science.md} 3.2), normalised; equal where nobody knows anything. What
   * a person knows is on no card: they weigh as much as the mean of the others.
   */
  private static double[] weights(
      List<Participant> voters, List<Card> cards, Reading reading, Set<String> notes) {
    double[] weights = new double[voters.size()];
    double sum = 0;
    int carded = 0;
    for (int i = 0; i < weights.length; i++) {
      if (!Agents.isPerson(voters.get(i).model())) {
        weights[i] = expertise(cards.get(i), reading);
        sum += weights[i];
        carded++;
      }
    }
    double share = (double) carded / weights.length;
    for (int i = 0; i < weights.length; i++) {
      boolean person = Agents.isPerson(voters.get(i).model());
      weights[i] = sum == 0 || person ? 1.0 / weights.length : weights[i] / sum * share;
    }
    if (sum == 0) {
      notes.add("nobody's expertise meets the question, so all votes weigh the same");
    }
    return weights;
  }

  private static double expertise(Card card, Reading reading) {
    return card.expertise().stream()
        .mapToDouble(skill -> reading.topics().getOrDefault(skill.topic(), 0.0) * skill.weight())
        .sum();
  }
}
