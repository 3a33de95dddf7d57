package io.lida.llm.sim;

import io.lida.contract.Llm.Heard;
import io.lida.contract.Llm.Situation;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A speaker about to speak: what they know, where they stand, and the turn they write. */
final class Speaker {
  final Situation situation;
  final double x;
  final int side;
  final Material material;
  final Table table;
  final Voice voice;
  final Draft draft;
  final Case mine;

  Speaker(Situation situation, double x) {
    this.situation = situation;
    this.x = x;
    side = Stance.side(x);
    material = Material.of(situation.card(), situation.reading());
    table = new Table(situation);
    voice = new Voice(situation, table, material);
    draft = new Draft(voice, situation.card().style().maxWords());
    mine = new Case(material, table, voice, side);
  }

  /** The round now. */
  int now() {
    return situation.round();
  }

  /** The stance the speaker stated last. */
  Optional<Double> before() {
    return situation.heard().reversed().stream().filter(Heard::own).findFirst().map(Heard::stance);
  }

  /** The axis on which the question turns most. */
  String mainAxis() {
    return situation.reading().axes().entrySet().stream()
        .max(Comparator.comparingDouble(axis -> Math.abs(axis.getValue())))
        .map(Map.Entry::getKey)
        .orElse("pace");
  }

  /** The same in words. */
  String axis() {
    return Axes.MEANING.name(mainAxis());
  }

  /** The speaker's answer and the opposite one. */
  Map<String, String> sides() {
    Map<String, String> slots = new HashMap<>();
    slots.put("side", Stance.word(side));
    slots.put("other", Stance.word(-side));
    return slots;
  }

  /** A point as its own sentence and, where that is safe, inside one. */
  static Map<String, String> point(Point point, Map<String, String> slots) {
    slots.put("P", Sentences.capital(point.text()));
    if (Sentences.lowers(point.text())) {
      slots.put("p", Sentences.inner(point.text()));
    }
    return slots;
  }
}
