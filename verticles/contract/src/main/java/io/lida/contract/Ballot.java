package io.lida.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a voter hands in about options, by their ids, in the form that a rule asks for. Immutable.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "form")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Ballot.Ranking.class, name = "ranking"),
  @JsonSubTypes.Type(value = Ballot.Approval.class, name = "approval"),
  @JsonSubTypes.Type(value = Ballot.Scores.class, name = "scores"),
  @JsonSubTypes.Type(value = Ballot.Grades.class, name = "grades"),
  @JsonSubTypes.Type(value = Ballot.Credits.class, name = "credits"),
  @JsonSubTypes.Type(value = Ballot.Prediction.class, name = "prediction")
})
public sealed interface Ballot {
  /** The best score or grade; the lowest is 0. */
  int TOP = 5;

  /** What each voter may spend where votes are bought: v votes for an option cost v squared. */
  int BUDGET = 100;

  /** Options best first; those on one level are preferred equally, those left out come last. */
  record Ranking(List<List<String>> levels) implements Ballot {
    public Ranking {
      levels = levels.stream().map(List::copyOf).toList();
    }
  }

  /** The options that would do. */
  record Approval(List<String> approved) implements Ballot {
    public Approval {
      approved = List.copyOf(approved);
    }
  }

  /** 0 to 5 for each option. */
  record Scores(Map<String, Integer> scores) implements Ballot {
    public Scores {
      scores = ordered(scores);
    }
  }

  /** A grade for each option, from 0, to reject, to 5, excellent. */
  record Grades(Map<String, Integer> grades) implements Ballot {
    public Grades {
      grades = ordered(grades);
    }
  }

  /** Votes bought for an option, or, below 0, against it. */
  record Credits(Map<String, Double> votes) implements Ballot {
    public Credits {
      votes = ordered(votes);
    }
  }

  /** The option held right, and the share of voters, 0 to 1, expected to choose each. */
  record Prediction(String answer, Map<String, Double> expects) implements Ballot {
    public Prediction {
      expects = ordered(expects);
    }
  }

  private static <T> Map<String, T> ordered(Map<String, T> values) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
