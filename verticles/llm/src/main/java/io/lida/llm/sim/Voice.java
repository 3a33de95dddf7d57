package io.lida.llm.sim;

import io.lida.contract.Card;
import io.lida.contract.Llm.Situation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts things into sentences nobody has used.
 *
 * <p>Speakers of one round cannot hear each other. Each therefore draws from its own share of a
 * pool: the frames of a pool are dealt out anew for each round, and for each point that goes into
 * them, to those who might want to say the same.
 */
final class Voice {
  private static final double ASSERTIVE = 0.65;
  private static final double HEDGED = 0.45;
  private static final int EDGE = 12;

  private final Situation situation;
  private final Table table;
  private final Set<Long> now = new HashSet<>();
  private final List<String> turn = new ArrayList<>();
  private final String register;
  private final List<Integer> everyone;
  private final List<Integer> twins;

  Voice(Situation situation, Table table, Material material) {
    this.situation = situation;
    this.table = table;
    Card.Style style = situation.card().style();
    register = style.register().isEmpty() ? "p" : style.register().substring(0, 1);
    everyone =
        java.util.stream.IntStream.range(0, Math.max(situation.seats(), situation.seat() + 1))
            .boxed()
            .toList();
    twins = table.twins(material);
  }

  /** A sentence any seat might want to say; empty when the speaker's share is used up. */
  Optional<String> say(String pool, Map<String, String> slots) {
    return say(Frames.BOOK.pool(pool), slots, pool, everyone, 0);
  }

  /** The same, from a pool joined to the one of a disposition, which is preferred. */
  Optional<String> say(String pool, String disposition, Map<String, String> slots) {
    List<Frame> special = Frames.BOOK.pool(pool + "." + disposition);
    List<Frame> joined = new ArrayList<>(special);
    joined.addAll(Frames.BOOK.pool(pool));
    return say(joined, slots, pool, everyone, special.size());
  }

  /**
   * A sentence around a piece of material, which only seats with the same card might want.
   *
   * @param house whether the piece comes from the house, so that any seat might
   */
  Optional<String> put(String pool, String piece, boolean house, Map<String, String> slots) {
    return say(Frames.BOOK.pool(pool), slots, pool + piece, house ? everyone : twins, 0);
  }

  /** The same sentence outside any pool, if the speaker is the one whose turn with it this is. */
  Optional<String> own(String sentence) {
    long deal = Draw.mix(situation.seed(), situation.round(), sentence.hashCode());
    boolean mine = Math.floorMod(deal, twins.size()) == twins.indexOf(situation.seat());
    return mine ? fresh(sentence) : Optional.empty();
  }

  /** A yes with some probability, different for each seat, round and purpose. */
  boolean chance(String purpose, double probability) {
    return unit(purpose) < probability;
  }

  /** A number in [0, 1), different for each seat, round and purpose. */
  double unit(String purpose) {
    return Draw.unit(situation.seed(), situation.seat(), situation.round(), purpose.hashCode());
  }

  private Optional<String> say(
      List<Frame> pool,
      Map<String, String> slots,
      String about,
      List<Integer> sharers,
      int preferred) {
    List<Frame> usable = pool.stream().filter(frame -> frame.fits(slots)).toList();
    if (usable.isEmpty()) {
      return Optional.empty();
    }
    int shares = Math.min(sharers.size(), usable.size());
    long deal = Draw.mix(situation.seed(), situation.round(), about.hashCode());
    int mine = Math.floorMod(sharers.indexOf(situation.seat()), shares);
    String best = "";
    double liking = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < usable.size(); i++) {
      Frame frame = usable.get(i);
      if (Math.floorMod(i + deal, shares) != mine || !frame.fills(slots)) {
        continue;
      }
      double likes = likes(frame, about + i) + (i < preferred ? 2 : 0);
      String sentence = likes > liking ? frame.fill(slots) : "";
      if (!sentence.isEmpty() && !heard(sentence)) {
        best = sentence;
        liking = likes;
      }
    }
    return best.isEmpty() ? Optional.empty() : fresh(best);
  }

  private boolean heard(String sentence) {
    return table.said(sentence) || now.contains(Sentences.key(sentence));
  }

  private Optional<String> fresh(String sentence) {
    if (table.said(sentence) || !now.add(Sentences.key(sentence))) {
      return Optional.empty();
    }
    turn.add(sentence);
    return Optional.of(sentence);
  }

  /** Whether a sentence of this very turn began or ended like this. */
  private boolean echoes(Frame frame) {
    String start = frame.prefix().substring(0, Math.min(8, frame.prefix().length()));
    String end = frame.suffix();
    return turn.stream()
        .anyMatch(
            sentence ->
                start.length() > 3 && sentence.startsWith(start)
                    || end.length() > 3 && sentence.endsWith(end));
  }

  /** Withdraws a sentence that was not said after all. */
  void unsay(String sentence) {
    now.remove(Sentences.key(sentence));
    turn.remove(sentence);
  }

  /** How well a frame suits the speaker; what is worn suits less. */
  private double likes(Frame frame, String about) {
    double taste = unit(about);
    if (frame.plain()) {
      return taste < 0.6 ? 2.5 : 0.5;
    }
    int heard = table.worn(frame.prefix()) + table.wornEnd(frame.suffix());
    if (frame.prefix().length() < EDGE && frame.suffix().length() < EDGE) {
      heard += 2; // such a frame cannot be recognised, so it is taken to be somewhat worn
    }
    double worn = Math.min(6, heard) + (echoes(frame) ? 10 : 0);
    double likes = taste - 0.4 * worn;
    double assertive = situation.card().style().assertiveness();
    for (int i = 0; i < frame.voices().length(); i++) {
      char voice = frame.voices().charAt(i);
      likes +=
          switch (voice) {
            case '+' -> assertive >= ASSERTIVE ? 1 : -2;
            case '-' -> assertive <= HEDGED ? 1 : -2;
            default -> register.charAt(0) == voice ? 1.2 : -1;
          };
    }
    return likes;
  }
}
