package io.lida.llm.sim;

import io.lida.contract.Llm.Heard;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the speakers of one round stood, and who had moved since an earlier one. */
final class Figures {
  private static final double NOTICEABLE = 0.01;
  private static final int SPAN = 2;

  private final Map<Integer, Heard> round;
  private final Map<Integer, Heard> before;
  private final int number;
  private final int since;

  private Figures(Map<Integer, Heard> round, Map<Integer, Heard> before, int number, int since) {
    this.round = round;
    this.before = before;
    this.number = number;
    this.since = since;
  }

  /** The figures of the last round before {@code now} in which anyone was heard. */
  static Figures before(List<Heard> heard, int now) {
    int number = 0;
    for (Heard turn : heard) {
      number = turn.round() < now ? Math.max(number, turn.round()) : number;
    }
    int since = number > SPAN ? number - SPAN : 1;
    Map<Integer, Heard> round = new HashMap<>();
    Map<Integer, Heard> before = new HashMap<>();
    for (Heard turn : heard) {
      if (turn.round() == number) {
        round.put(turn.seat(), turn);
      } else if (turn.round() == since) {
        before.put(turn.seat(), turn);
      }
    }
    return new Figures(round, before, number, since);
  }

  boolean empty() {
    return round.isEmpty();
  }

  /** Who stood lowest. */
  Heard low() {
    return round.values().stream().reduce((a, b) -> b.stance() < a.stance() ? b : a).orElseThrow();
  }

  /** Who stood highest. */
  Heard high() {
    return round.values().stream().reduce((a, b) -> b.stance() > a.stance() ? b : a).orElseThrow();
  }

  double mean() {
    return mean(round);
  }

  private static double mean(Map<Integer, Heard> turns) {
    return turns.values().stream().mapToDouble(Heard::stance).average().orElse(0);
  }

  /**
   * The figures as words for a listener. What would name the listener as a third person, or says
   * nothing, is empty.
   */
  Map<String, String> slots(String own, double x) {
    Map<String, String> slots = new HashMap<>();
    double mean = mean();
    boolean spread = high().stance() - low().stance() >= NOTICEABLE;
    slots.put("round", Integer.toString(number));
    slots.put("mean", Stance.figure(mean));
    slots.put("before", before.isEmpty() || moved(before, mean) ? "" : Stance.figure(mean(before)));
    slots.put("min", Stance.figure(low().stance()));
    slots.put("max", Stance.figure(high().stance()));
    slots.put("gap", spread ? Stance.distance(high().stance() - low().stance()) : "");
    slots.put("low", spread ? other(low().speaker(), own) : "");
    slots.put("high", spread ? other(high().speaker(), own) : "");
    slots.put("x", Stance.figure(x));
    slots.put("off", Math.abs(x - mean) < NOTICEABLE ? "" : Stance.distance(x - mean));
    slots.put("yes", count(1, "for yes"));
    slots.put("no", count(-1, "for no"));
    slots.put("open", count(0, "undecided"));
    mover(slots, own);
    return slots;
  }

  private static boolean moved(Map<Integer, Heard> before, double mean) {
    return Stance.figure(mean(before)).equals(Stance.figure(mean));
  }

  private void mover(Map<String, String> slots, String own) {
    String mover = "";
    double most = NOTICEABLE;
    for (Heard turn : round.values()) {
      Heard earlier = before.get(turn.seat());
      double by = earlier == null ? 0 : Math.abs(turn.stance() - earlier.stance());
      if (by > most) {
        most = by;
        mover = turn.speaker();
      }
    }
    slots.put("since", before.isEmpty() ? "" : Integer.toString(since));
    slots.put("mover", other(mover, own));
    slots.put("by", mover.isEmpty() ? "" : Stance.distance(most));
  }

  private static String other(String speaker, String own) {
    return speaker.equals(own) ? "" : speaker;
  }

  private String count(int side, String kind) {
    long count = round.values().stream().filter(t -> Stance.side(t.stance()) == side).count();
    String number = count < NUMBERS.size() ? NUMBERS.get((int) count) : Long.toString(count);
    return number + " " + kind;
  }

  private static final List<String> NUMBERS =
      List.of(
          "nobody", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve");
}
