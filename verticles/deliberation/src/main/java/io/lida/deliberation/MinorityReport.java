package io.lida.deliberation;

import io.lida.contract.Findings.Bridge;
import io.lida.contract.Findings.Dissenter;
import io.lida.contract.Findings.Minority;
import io.lida.contract.RunEvent.Choice;
import io.lida.contract.RunEvent.Decided;
import io.lida.contract.RunEvent.Dissent;
import io.lida.contract.RunEvent.Turn;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the losing side said, and what both sides took up; see {@link Minority}. Pure functions. */
final class MinorityReport {
  private final State state;
  private final List<Turn> turns;
  private final Map<Integer, Choice> sides = new TreeMap<>();

  private MinorityReport(State state) {
    this.state = state;
    this.turns = state.transcript().all();
    state
        .transcript()
        .last()
        .forEach((seat, turn) -> sides.put(seat, Outcome.choice(turn.stance())));
  }

  /** The report; empty before a decision. */
  static Optional<Minority> of(State state) {
    Decided decided = state.decided();
    return decided == null
        ? Optional.empty()
        : Optional.of(new MinorityReport(state).report(decided));
  }

  private Minority report(Decided decided) {
    List<Dissenter> dissents =
        decided.decision().dissent().stream()
            .map(this::dissenter)
            .sorted(Comparator.comparingDouble(Dissenter::weight).reversed())
            .toList();
    return new Minority(bridge(), dissents);
  }

  private Dissenter dissenter(Dissent dissent) {
    List<String> argued =
        turns.reversed().stream()
            .filter(turn -> turn.speaker().equals(dissent.speaker()))
            .map(Turn::id)
            .toList();
    return new Dissenter(
        dissent.speaker(),
        dissent.name(),
        dissent.choice(),
        weight(dissent),
        dissent.reason(),
        argued);
  }

  private double weight(Dissent dissent) {
    return state.votes().stream()
        .filter(vote -> vote.speaker().equals(dissent.speaker()))
        .filter(vote -> Sentences.voted(vote).equals(dissent.choice()))
        .mapToDouble(vote -> vote.weight() * vote.confidence())
        .sum();
  }

  /** The turn that most speakers of the side that took it up least have cited. */
  private @Nullable Bridge bridge() {
    Bridge best = null;
    int most = 0;
    for (Turn turn : turns) {
      Map<String, List<String>> support = support(turn);
      int least =
          Math.min(
              support.getOrDefault(Choice.FOR.id(), List.of()).size(),
              support.getOrDefault(Choice.AGAINST.id(), List.of()).size());
      if (least > most) {
        most = least;
        best = new Bridge(taken(turn), turn.id(), turn.speaker(), support);
      }
    }
    return best;
  }

  /** By side, the turns that cite this one; the one who said it counts for their own side. */
  private Map<String, List<String>> support(Turn said) {
    Map<String, List<String>> support = new LinkedHashMap<>();
    for (Turn turn : turns) {
      if (turn.id().equals(said.id()) || turn.cites().contains(said.id())) {
        Choice side = sides.getOrDefault(turn.seat(), Choice.ABSTAIN);
        support.computeIfAbsent(side.id(), any -> new ArrayList<>()).add(turn.id());
      }
    }
    return support;
  }

  /** Of a turn, the sentence most like what those who cite it quote or grant. */
  private String taken(Turn said) {
    List<String> echoes = new ArrayList<>();
    for (Turn turn : turns) {
      if (turn.cites().contains(said.id())) {
        echoes.add(turn.text());
        echoes.addAll(turn.concedes());
      }
    }
    return sentences(said.text()).stream()
        .max(Comparator.comparingDouble(sentence -> echoed(sentence, echoes)))
        .orElse(said.text());
  }

  /** How much of it is heard again: shared trigrams, as a share of its own. */
  private static double echoed(String sentence, List<String> echoes) {
    return echoes.stream().mapToDouble(echo -> Likeness.held(sentence, echo)).max().orElse(0);
  }

  private static List<String> sentences(String text) {
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    breaks.setText(text);
    List<String> sentences = new ArrayList<>();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
      String sentence = text.substring(start, end).strip();
      if (!sentence.isEmpty()) {
        sentences.add(sentence);
      }
    }
    return sentences;
  }
}
