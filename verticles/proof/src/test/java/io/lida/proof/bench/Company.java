package io.lida.proof.bench;

import io.lida.contract.Scenario.Participant;
import io.lida.contract.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Who debates: five short cards, which make prompts of about the workload's size, or five finished
 * ones, which make them four times as long.
 */
enum Company {
  SHORT("bench_engineer", "bench_lawyer", "bench_minister", "bench_teacher", "bench_trader"),
  FINISHED(
      "academic_ml.empiricist",
      "civil_rights.egalitarian",
      "executive_government.institutionalist",
      "frontier_lab.techno_optimist",
      "safety_research.catastrophist");

  private final List<String> cards;

  Company(String... cards) {
    this.cards = List.of(cards);
  }

  List<Participant> seats() {
    return cards.stream().map(card -> new Participant(card, null, null)).toList();
  }

  /** Puts the short cards into a data folder. */
  static void moveInto(Path home) throws IOException {
    Path folder = Files.createDirectories(home.resolve("cards"));
    for (String id : SHORT.cards) {
      String name = id.substring(id.indexOf('_') + 1);
      Map<String, Object> card =
          Map.of(
              "id",
              id,
              "name",
              "The " + name,
              "background",
              "Has worked as a " + name + " for twenty years.",
              "beliefs",
              Map.of("pace", 0.4),
              "communication_style",
              "plain and short");
      Files.write(folder.resolve(id + ".json"), Wire.bytes(card));
    }
  }
}
