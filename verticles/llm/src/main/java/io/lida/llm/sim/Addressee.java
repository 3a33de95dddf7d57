package io.lida.llm.sim;

import io.lida.contract.Llm.Heard;
import io.lida.contract.Llm.Situation;
import io.lida.llm.sim.Quotes.Quote;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Whom to answer, and which of their words. */
final class Addressee {
  private static final double APART = 0.3;
  private static final int RECENT = 32;
  private static final int SAMPLE = 12;

  /** What someone tells of themselves is poor ground to agree on. */
  private static final Pattern OWN = Pattern.compile("(?i)\\b(i|my|we|our|us|me)\\b");

  private final Situation situation;
  private final Table table;
  private final Material material;
  private final Case mine;
  private final Voice voice;
  private final double x;
  private final Set<String> taken = new HashSet<>();
  private final Set<String> axes;
  private final Set<Integer> answeredLast;

  Addressee(Situation situation, Table table, Material material, Case mine, Voice voice, double x) {
    this.situation = situation;
    this.table = table;
    this.material = material;
    this.mine = mine;
    this.voice = voice;
    this.x = x;
    axes = material.axes();
    answeredLast = answeredLast(situation.heard());
  }

  /** Words to answer, what they are about, and whether their speaker is on another side. */
  record Choice(Quote quote, String axis, boolean apart) {}

  /** Words that were answered in this turn are not taken up in it again. */
  void answered(Choice choice) {
    taken.add(choice.quote().words());
  }

  /** Words from what each of the others said last, to contradict or to agree with. */
  Optional<Choice> recent() {
    Map<Integer, Heard> last = Stance.last(situation.heard(), situation.round());
    return best(
        table.turns().stream()
            .filter(turn -> turn.heard().equals(last.get(turn.heard().seat())))
            .toList(),
        false);
  }

  /** Words from an earlier round, be they to agree with or not. */
  Optional<Choice> earlier() {
    List<Table.Turn> turns =
        table.turns().stream().filter(turn -> turn.heard().round() < situation.round()).toList();
    List<Table.Turn> some = turns.size() > SAMPLE ? sample(turns) : turns;
    return best(some, true).or(() -> again(turns, false));
  }

  /** Words of someone on another side, new to the speaker or not. */
  Optional<Choice> dividing() {
    return earlier().filter(Choice::apart).or(() -> again(table.turns(), true));
  }

  /** Words the speaker has taken up before, of the turns that had the most to take up. */
  private Optional<Choice> again(List<Table.Turn> turns, boolean apart) {
    return turns.subList(0, Math.min(SAMPLE, turns.size())).stream()
        .filter(turn -> !turn.heard().own())
        .flatMap(turn -> Quotes.of(turn).stream())
        .filter(quote -> !taken.contains(quote.words()) && !ours(quote))
        .map(this::choice)
        .filter(choice -> choice.apart() || !apart)
        .max(Comparator.comparingDouble(choice -> voice.unit("again" + choice.quote().words())));
  }

  /** What someone of another side granted last. */
  Optional<Choice> granting() {
    Map<Integer, Heard> last = Stance.last(situation.heard(), situation.round());
    return table.turns().stream()
        .filter(turn -> turn.heard().equals(last.get(turn.heard().seat())))
        .filter(turn -> !turn.heard().own())
        .flatMap(turn -> Quotes.granted(turn).stream())
        .filter(this::free)
        .map(this::choice)
        .filter(Choice::apart)
        .max(Comparator.comparingDouble(this::score));
  }

  private List<Table.Turn> sample(List<Table.Turn> turns) {
    int from = (int) (voice.unit("earlier") * (turns.size() - SAMPLE));
    return turns.subList(from, from + SAMPLE);
  }

  private Optional<Choice> best(List<Table.Turn> turns, boolean any) {
    List<Choice> choices = new ArrayList<>();
    for (Table.Turn turn : turns) {
      if (!turn.heard().own()) {
        for (Quote quote : Quotes.of(turn)) {
          if (free(quote) && !ours(quote)) {
            Choice choice = choice(quote);
            if (choice.apart() || any || shared(choice)) {
              choices.add(choice);
            }
          }
        }
      }
    }
    Choice best = null;
    double most = Double.NEGATIVE_INFINITY;
    for (Choice choice : choices) {
      double score = score(choice);
      if (score > most) {
        most = score;
        best = choice;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Whether one can agree on it: it is about the matter, and nobody's own story. */
  private static boolean shared(Choice choice) {
    return !choice.axis().isEmpty() && !OWN.matcher(choice.quote().words()).find();
  }

  private boolean free(Quote quote) {
    return !taken.contains(quote.words()) && !table.used(quote.words());
  }

  private boolean ours(Quote quote) {
    String tail = quote.words().substring(1);
    return material.points().stream().anyMatch(point -> point.text().contains(tail));
  }

  private Choice choice(Quote quote) {
    double theirs = quote.from().stance();
    int side = Stance.side(x);
    boolean opposite = Stance.side(theirs) * side < 0;
    boolean apart = opposite || Math.abs(theirs - x) > APART && Stance.side(theirs) != side;
    return new Choice(quote, Axes.MEANING.of(quote.words(), axes), apart);
  }

  private double score(Choice choice) {
    Heard from = choice.quote().from();
    double distance = 2 * Math.min(1, Math.abs(from.stance() - x));
    double onPoint = mine.answers(choice.axis()) ? 1.5 : 0;
    double asked = situation.reading().axes().containsKey(choice.axis()) ? 1.2 : 0;
    double worn = 1.5 * table.quoted(choice.quote().words());
    double again = answeredLast.contains(from.seat()) ? 1 : 0;
    double vague = choice.axis().isEmpty() ? 1.5 : 0;
    double taste = 2.5 * voice.unit(from.turn() + choice.quote().words());
    double apart = choice.apart() ? 1.2 : 0;
    return distance + onPoint + asked + apart + taste - worn - again - vague;
  }

  /** The seats whose names the speaker used in their last turn. */
  private static Set<Integer> answeredLast(List<Heard> heard) {
    String own = "";
    for (Heard turn : heard) {
      own = turn.own() ? turn.text() : own;
    }
    Set<Integer> seats = new HashSet<>();
    for (Heard turn : heard.subList(Math.max(0, heard.size() - RECENT), heard.size())) {
      String first = turn.speaker().split(" ", 2)[0];
      if (!first.isEmpty() && own.contains(first)) {
        seats.add(turn.seat());
      }
    }
    return seats;
  }
}
