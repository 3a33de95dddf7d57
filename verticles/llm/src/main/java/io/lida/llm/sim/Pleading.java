package io.lida.llm.sim;

import io.lida.contract.Card.Belief;
import io.lida.llm.sim.Material.Granted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The moves that argue from the card; each adds to the draft, or finds nothing to add. */
final class Pleading {
  private final Speaker me;
  private final Question question;
  private final Tics tics;

  Pleading(Speaker me) {
    this.me = me;
    question = Question.of(me.situation.topic());
    tics = new Tics(me.situation.card().style().tics(), me.voice);
  }

  boolean position() {
    double strength = Math.abs(me.x);
    String pool =
        me.side == 0 ? "position.open" : strength < 0.45 ? "position.lean" : "position.firm";
    Map<String, String> slots = me.sides();
    slots.put("q", question.reference());
    slots.put("Q", question.reference());
    question.stand(me.side).ifPresent(stand -> slots.put("stand", stand));
    return me.draft.add(me.voice.say(pool, slots));
  }

  /** What the matter is about, for those who assess an event. */
  boolean event() {
    return me.draft.add(me.voice.say("event", Map.of("axis", me.axis())));
  }

  /** Who speaks, where a card gives little more than expertise. */
  boolean standing() {
    List<String> topics =
        me.situation.card().expertise().stream()
            .filter(expertise -> expertise.weight() > 0)
            .map(expertise -> expertise.topic().replace('_', ' '))
            .limit(3)
            .toList();
    boolean said = false;
    if (!topics.isEmpty()) {
      said = me.draft.add(me.voice.put("thin.who", "", true, Map.of("topics", list(topics))));
    }
    boolean unsettled = Math.abs(2 * me.situation.card().belief(me.mainAxis()) - 1) < 0.15;
    return unsettled && me.draft.add(me.voice.say("thin.axis", Map.of("axis", me.axis()))) || said;
  }

  private static String list(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? words.getFirst()
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }

  /** A claim with up to so many reasons; someone without a side weighs both. */
  boolean claim(int reasons) {
    if (me.side == 0) {
      boolean yes = weigh(1);
      return weigh(-1) | yes | me.mine.next("").map(point -> make("premise", point)).orElse(false);
    }
    Optional<Point> claim = me.mine.claim();
    claim.ifPresent(point -> make("claim", point));
    for (int i = 0; claim.isPresent() && i < reasons; i++) {
      me.mine.reason(claim.get().argument()).ifPresent(point -> make("premise", point));
    }
    return claim.isPresent();
  }

  private boolean weigh(int toward) {
    Map<String, String> slots = new HashMap<>(Map.of("toward", Stance.word(toward)));
    return me.mine
        .towards(toward)
        .map(
            point ->
                me.draft.add(
                    me.voice.put(
                        "weigh", point.text(), point.house(), Speaker.point(point, slots))))
        .orElse(false);
  }

  /** One more point, whatever comes next. */
  boolean more() {
    return me.mine.next("").map(point -> make("premise", point)).orElse(false);
  }

  boolean counter() {
    return me.mine
        .against()
        .map(
            point ->
                me.draft.add(
                    me.voice.put(
                        "counter",
                        point.text(),
                        point.house(),
                        Speaker.point(point, new HashMap<>()))))
        .orElse(false);
  }

  boolean grant() {
    Optional<Granted> granted = me.mine.grant();
    if (granted.isEmpty() || me.draft.says(granted.get().text())) {
      return false;
    }
    String clause = granted.get().text();
    boolean house = granted.get().house();
    boolean said = me.draft.add(me.voice.put("grant", clause, house, Map.of("c", clause)));
    if (said) {
      me.draft.concede(clause);
    }
    return said;
  }

  /** Names an observation that would move the speaker, on an axis of the question first. */
  boolean evidence() {
    List<String> axes = new ArrayList<>(me.situation.reading().axes().keySet());
    axes.sort(Comparator.comparingDouble(axis -> me.voice.unit("evidence" + axis)));
    me.situation.card().beliefs().keySet().stream()
        .filter(a -> !axes.contains(a))
        .forEach(axes::add);
    for (String axis : axes) {
      Belief belief = me.situation.card().beliefs().get(axis);
      String evidence = belief == null ? "" : Sentences.bare(belief.evidenceThatWouldMove());
      if (!evidence.isEmpty() && !me.table.used(evidence) && !me.draft.says(evidence)) {
        Map<String, String> slots = Map.of("e", evidence, "axis", Axes.MEANING.name(axis));
        return me.draft.add(me.voice.put("evidence", evidence, false, slots));
      }
    }
    return false;
  }

  /** Repeats a reason of an earlier round as what it is. */
  boolean recall() {
    Optional<Point> again = me.mine.again();
    if (again.isEmpty()) {
      return false;
    }
    Point point = again.get();
    Map<String, String> slots = Speaker.point(point, new HashMap<>());
    slots.put("round", Integer.toString(me.table.usedIn(point.text())));
    return me.draft.add(me.voice.put("recall", point.text(), point.house(), slots));
  }

  /** Whether the speaker is of a mind to concede: open by nature, or moved since the last turn. */
  boolean yielding(boolean moving) {
    Belief belief = me.situation.card().beliefs().get(me.mainAxis());
    double openness = belief == null ? 0.5 : belief.openness();
    return me.voice.chance("grant", 0.25 + 0.6 * openness + (moving ? 0.2 : 0));
  }

  boolean tic(Point point) {
    return me.draft.add(tics.before(point, me.situation.round() > 1));
  }

  boolean make(String pool, Point point) {
    if (pool.equals("claim") && tic(point)) {
      return true;
    }
    boolean aside = point.claim() && !point.relevant() && !pool.equals("answer");
    return me.draft.add(
        me.voice.put(
            aside ? "beside" : pool,
            point.text(),
            point.house(),
            Speaker.point(point, new HashMap<>())));
  }
}
