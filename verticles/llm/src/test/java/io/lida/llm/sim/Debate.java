package io.lida.llm.sim;

import com.fasterxml.jackson.databind.JsonNode;
import io.lida.contract.Card;
import io.lida.contract.Llm;
import io.lida.contract.Llm.Brief;
import io.lida.contract.Llm.Heard;
import io.lida.contract.Llm.Situation;
import io.lida.contract.Phase;
import io.lida.contract.Reading;
import io.lida.contract.Scenario.BeliefUpdate;
import io.lida.contract.Scenario.Mode;
import io.lida.contract.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A debate among simulated speakers, as an engine would hold it. */
final class Debate {
  static final String TOPIC = "Should AI development be paused?";
  static final Reading PAUSE =
      new Reading(Map.of("pace", -1.0, "catastrophic_risk", 0.6), Map.of("compute", 1.0));

  private static final Path FOLDER = Path.of(System.getProperty("lida.root", "../.."), "personas");

  private final Simulation simulation = new Simulation();
  private final List<Card> cards;
  private final String topic;
  private final Reading reading;
  private final long seed;
  private final List<Heard> turns = new ArrayList<>();
  private final List<JsonNode> answers = new ArrayList<>();

  Debate(String topic, Reading reading, long seed, List<Card> cards) {
    this.topic = topic;
    this.reading = reading;
    this.seed = seed;
    this.cards = cards;
  }

  static Card card(String id) {
    return read(FOLDER.resolve(id + ".json"));
  }

  /** So many cards that come with the project, in order of their ids. */
  static List<Card> cards(int count) {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .limit(count)
          .map(Debate::read)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Card read(Path file) {
    try {
      return Wire.read(Files.readAllBytes(file), Card.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A card that says next to nothing. */
  static Card thin(String name, double belief, int maxWords) {
    return Wire.read(
        """
        {"id":"stand_in","version":1,"name":"%s","constituency":"","disposition":"",
         "composite":true,"public_figure":false,
         "background":{"summary":"A composite."},
         "expertise":[{"topic":"law","level":"competent"},{"topic":"privacy","level":"expert"}],
         "beliefs":{"pace":{"value":%s,"strength":0.5,"openness":0.5}},
         "style":{"register":"plain","assertiveness":0.5,"max_words":%d,"evidence":"cases"},
         "dynamics":{"rule":"friedkin_johnsen","susceptibility":0.5,"epsilon":0.3,"bias":0}}
        """
            .formatted(name, belief, maxWords),
        Card.class);
  }

  /** Holds rounds; in a sequential one the speakers hear each other at once. */
  Debate hold(int rounds, boolean sequential) {
    for (int round = 1; round <= rounds; round++) {
      List<Heard> before = List.copyOf(turns);
      for (int seat = 0; seat < cards.size(); seat++) {
        List<Heard> heard = own(sequential ? turns : before, seat);
        speak(situation(seat, round, rounds, phase(round, rounds), heard));
      }
    }
    return this;
  }

  private static Phase phase(int round, int rounds) {
    return round == 1 ? Phase.OPENING : round == rounds ? Phase.CLOSING : Phase.REBUTTAL;
  }

  private void speak(Situation situation) {
    JsonNode answer = ask(new Brief.Speak(situation));
    answers.add(answer);
    turns.add(
        new Heard(
            "t" + situation.round() + "." + situation.seat(),
            situation.round(),
            situation.seat(),
            situation.card().name(),
            false,
            answer.get("stance").asDouble(),
            answer.get("confidence").asDouble(),
            answer.get("argument").asText()));
  }

  JsonNode ask(Brief brief) {
    return Wire.parse(
        simulation.answer(
            new Llm.Complete(
                "home",
                "run",
                "call",
                "sim/default",
                new Llm.Prompt("", ""),
                brief,
                new Llm.Sampling(0, 500, null),
                false)));
  }

  Situation situation(int seat, int round, int rounds, Phase phase, List<Heard> heard) {
    Card card = cards.get(Math.min(seat, cards.size() - 1));
    return new Situation(
        seed,
        topic,
        reading,
        card,
        seat,
        cards.size(),
        round,
        rounds,
        phase,
        Mode.DEBATE,
        BeliefUpdate.FRIEDKIN_JOHNSEN,
        heard);
  }

  static List<Heard> own(List<Heard> turns, int seat) {
    return turns.stream()
        .map(
            turn ->
                new Heard(
                    turn.turn(),
                    turn.round(),
                    turn.seat(),
                    turn.speaker(),
                    turn.seat() == seat,
                    turn.stance(),
                    turn.confidence(),
                    turn.text()))
        .toList();
  }

  List<Heard> turns() {
    return turns;
  }

  List<JsonNode> answers() {
    return answers;
  }

  List<Card> cards() {
    return cards;
  }
}
