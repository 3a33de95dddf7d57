package io.lida.proof.page;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Runs;
import io.lida.contract.Scenario;
import io.lida.contract.Scenario.Arm;
import io.lida.contract.Studies;
import io.lida.contract.Study;
import io.lida.contract.Study.Measure;
import io.lida.contract.Usage;
import io.lida.testkit.Altered;
import io.lida.testkit.Node;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A pretended room of studies, and a study of four arms to be put into it. */
final class StagedStudies {
  private static final Instant MORNING = Instant.parse("2026-11-20T09:00:00Z");
  private static final String NONE = "none";

  private final Map<String, Study> studies = new ConcurrentHashMap<>();

  StagedStudies(Node node) {
    node.pretend(
        Studies.LIST,
        all -> new Studies.Listing(studies.values().stream().map(this::summary).toList()));
    node.pretend(Studies.FIND, find -> summary(known(find.study())));
    node.pretend(Studies.SHOW, show -> known(show.study()));
    node.pretend(
        Studies.PAUSE,
        pause -> {
          put(Altered.of(known(pause.study()), "/status", "paused"));
          return new Studies.Stopped(pause.study(), "paused", 1);
        });
  }

  void put(Study study) {
    studies.put(study.id(), study);
  }

  private Study known(String id) {
    Study study = studies.get(id);
    if (study == null) {
      throw new Fault(FaultCode.NOT_FOUND, "there is no study " + id);
    }
    return study;
  }

  private Studies.Summary summary(Study study) {
    Map<Arm, Integer> ended = new EnumMap<>(Arm.class);
    study.arms().forEach(arm -> ended.put(arm.arm(), arm.ended()));
    return new Studies.Summary(
        study.id(),
        Runs.HOME_TENANT,
        study.topic(),
        study.status(),
        ended.values().stream().mapToInt(Integer::intValue).sum(),
        study.repeats() * study.arms().size(),
        study.repeats(),
        ended,
        study.created());
  }

  /** Five repeats of each arm; a run failed, and another was removed. */
  static Study fourArms(String id, String status) {
    String topic = "Should frontier AI training be slowed down?";
    Scenario scenario = Script.manifest(topic, List.of(), 2).scenario();
    return new Study(
        Study.SCHEMA,
        id,
        topic,
        scenario,
        7,
        status,
        5,
        "for",
        List.of(
            arm(Arm.DELIBERATION, 0.8, 0.11, 0.74, "for", "for", "against", "for", "for"),
            arm(Arm.VOTE_ONLY, 0.4, 0.27, 0.52, "against", "for", "for", "against", NONE),
            arm(Arm.SELF_CORRECTION, 0.4, 0.21, 0.55, "against", "for", "for", NONE, "failed"),
            arm(Arm.SHUFFLED_REASONS, 0.6, 0.18, 0.61, "for", "for", "removed", "against", "for")),
        List.of(
            premium(Measure.RIGHT, Arm.VOTE_ONLY, 0.4, 0.1, 0.8),
            premium(Measure.BRIER, Arm.VOTE_ONLY, -0.16, -0.31, -0.04),
            premium(Measure.CONSENSUS, Arm.VOTE_ONLY, 0.4, 0.0, 0.8),
            premium(Measure.POOLED, Arm.VOTE_ONLY, 0.22, 0.08, 0.35),
            premium(Measure.RIGHT, Arm.SELF_CORRECTION, 0.4, -0.2, 0.8),
            premium(Measure.CONSENSUS, Arm.SELF_CORRECTION, 0.2, -0.2, 0.6),
            premium(Measure.RIGHT, Arm.SHUFFLED_REASONS, 0.2, -0.4, 0.6),
            premium(Measure.POOLED, Arm.SHUFFLED_REASONS, 0.13, null, null)),
        MORNING,
        List.of(
            "self_correction: 1 of 5 runs ended without a decision; they count as not right and"
                + " without consensus",
            "against self_correction: the interval of right and consensus includes 0, so no premium"
                + " can be claimed from 5 repeats",
            "intervals at 95 %: bootstrap of whole repeats, BCa or percentile where BCa is not"
                + " defined, 2,000 draws from seed 7"));
  }

  private static Study.Arm arm(Arm arm, double right, double brier, double pooled, String... ends) {
    List<Study.Repeat> runs = new ArrayList<>();
    Map<String, Integer> winners = new LinkedHashMap<>();
    int lost = 0;
    for (String end : ends) {
      boolean away = end.equals("failed") || end.equals("removed");
      lost += away ? 1 : 0;
      int repeat = runs.size() + 1;
      winners.merge(away ? NONE : end, 1, Integer::sum);
      runs.add(
          new Study.Repeat(
              repeat,
              arm.id() + repeat,
              6 + repeat,
              away ? end : "completed",
              away || end.equals(NONE) ? null : end));
    }
    return new Study.Arm(
        arm,
        runs,
        runs.size(),
        Map.of(
            Measure.RIGHT,
            right,
            Measure.BRIER,
            brier,
            Measure.CONSENSUS,
            right,
            Measure.POOLED,
            pooled),
        winners,
        new Study.Losses(lost, 45, 0, 2 * lost, lost, 0),
        new Usage(45, 21_400, 4_050, 0.31, 0, false));
  }

  private static Study.Premium premium(
      Measure measure,
      Arm control,
      double difference,
      @Nullable Double low,
      @Nullable Double high) {
    String interval = low == null ? null : "bca";
    return new Study.Premium(measure, control, difference, low, high, 0.95, interval, 5);
  }
}
