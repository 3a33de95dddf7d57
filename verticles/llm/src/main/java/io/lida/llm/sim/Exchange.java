package io.lida.llm.sim;

import io.lida.contract.Llm.Heard;
import io.lida.llm.sim.Addressee.Choice;
import io.lida.llm.sim.Material.Granted;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The moves that deal with the others; each adds to the draft, or finds nothing to add. */
final class Exchange {
  private static final double NOTICEABLE = 0.03;

  private final Speaker me;
  private final Pleading pleading;
  private final Addressee others;
  private final Names names;
  private final Figures figures;

  Exchange(Speaker me, Pleading pleading) {
    this.me = me;
    this.pleading = pleading;
    others = new Addressee(me.situation, me.table, me.material, me.mine, me.voice, me.x);
    names = new Names(me.situation.heard(), me.situation.card().style().register());
    figures = Figures.before(me.situation.heard(), me.situation.round());
  }

  /** Answers words of another speaker, with a point on the same matter if there is one. */
  boolean answer() {
    Optional<Choice> recent = others.recent();
    Optional<Choice> chosen = recent.or(others::earlier);
    if (chosen.isEmpty()) {
      return false;
    }
    boolean apart = chosen.get().apart();
    String pool = apart ? "quote.against" : "quote.with";
    if (!quote(recent.isEmpty() ? "callback" : pool, chosen)) {
      return false;
    }
    if (apart && me.voice.chance("objection", 0.4)) {
      String disposition = me.situation.card().disposition();
      me.draft.add(me.voice.say("objection", disposition, quoting(chosen.get())));
    }
    Optional<Point> reply = me.mine.next(chosen.get().axis());
    reply
        .filter(point -> !pleading.tic(point))
        .ifPresent(point -> pleading.make(apart ? "answer" : "support", point));
    reply
        .flatMap(point -> me.mine.reason(point.argument()))
        .ifPresent(p -> pleading.make("premise", p));
    if (reply.isEmpty()) {
      pleading.recall();
    }
    return true;
  }

  /** Says that the speaker has changed sides, when this is the turn in which it happened. */
  boolean turned() {
    double first = Stance.first(me.situation);
    boolean now =
        me.side * Stance.side(first) < 0 && Stance.side(me.before().orElse(first)) != me.side;
    if (!now || !me.draft.add(me.voice.say("turned", me.sides()))) {
      return false;
    }
    Optional<Granted> reason = me.mine.reversal();
    reason.ifPresent(
        clause -> {
          if (me.draft.add(
              me.voice.put(
                  "turn.grant", clause.text(), clause.house(), Map.of("c", clause.text())))) {
            me.draft.concede(clause.text());
          }
        });
    return true;
  }

  /** Whether the speaker has moved noticeably since their last turn. */
  boolean moving() {
    return Math.abs(me.x - me.before().orElse(me.x)) >= NOTICEABLE;
  }

  /** Says how far the speaker has moved since the first round heard of it. */
  boolean moved() {
    Optional<Heard> start =
        me.situation.heard().stream()
            .filter(Heard::own)
            .filter(t -> t.round() < me.now())
            .findFirst();
    double by = start.map(turn -> me.x - turn.stance()).orElse(0.0);
    if (Math.abs(by) < NOTICEABLE) {
      return false;
    }
    double from = start.orElseThrow().stance();
    Optional<Heard> puller =
        Stance.last(me.situation.heard(), me.now()).values().stream()
            .filter(turn -> !turn.own())
            .max(Comparator.comparingDouble(turn -> (turn.stance() - from) * Math.signum(by)));
    if (puller.isEmpty() || (puller.get().stance() - from) * by <= 0) {
      return false;
    }
    Map<String, String> slots = new HashMap<>();
    slots.put("name", names.of(puller.get().speaker()));
    slots.put("from", Stance.figure(from));
    slots.put("x", Stance.figure(me.x));
    slots.put("by", Stance.distance(by));
    slots.put("since", Integer.toString(start.get().round()));
    boolean crossed = Stance.side(from) * me.side < 0;
    me.draft.cite(puller.get().turn());
    return me.draft.add(me.voice.say(crossed ? "moved.turned" : "moved", slots))
        || me.draft.add(me.voice.say("moved", slots));
  }

  /** Says in figures where the table stands. */
  boolean state() {
    return !figures.empty() && me.draft.add(me.voice.say("state", figures()));
  }

  boolean remains() {
    Map<String, String> slots = figures.empty() ? new HashMap<>() : figures();
    slots.put("axis", me.axis());
    return me.draft.add(me.voice.say("remains", slots));
  }

  /** Goes back to words of an earlier round. */
  boolean callback() {
    return quote("callback", others.earlier());
  }

  /** Names the one sentence on which the speaker and another part. */
  boolean narrow() {
    return quote("narrow", others.dividing());
  }

  boolean takeaway() {
    return quote("takeaway", others.recent());
  }

  /** Takes up what someone of another side has granted. */
  boolean granted() {
    return quote("granted", others.granting());
  }

  private boolean quote(String pool, Optional<Choice> chosen) {
    if (chosen.isEmpty()) {
      return false;
    }
    Heard from = chosen.get().quote().from();
    Map<String, String> slots = quoting(chosen.get());
    boolean current = pool.equals("narrow");
    slots.put("round", Integer.toString(current ? me.now() - 1 : from.round()));
    boolean said = me.draft.add(me.voice.say(pool, slots));
    if (said) {
      me.draft.cite(from.turn());
      others.answered(chosen.get());
    }
    return said;
  }

  boolean last() {
    Map<String, String> slots = me.sides();
    slots.put("x", Stance.figure(me.x));
    return me.draft.add(me.voice.say(me.side == 0 ? "final.open" : "final", slots));
  }

  private Map<String, String> quoting(Choice choice) {
    Heard from = choice.quote().from();
    Map<String, String> slots = me.sides();
    int theirs = Stance.side(from.stance());
    slots.put("other", theirs == me.side ? "" : Stance.word(theirs));
    slots.put("name", names.of(from.speaker()));
    slots.put("quote", choice.quote().words());
    return slots;
  }

  private Map<String, String> figures() {
    String own =
        me.situation.heard().stream().filter(Heard::own).map(Heard::speaker).findFirst().orElse("");
    Map<String, String> slots = figures.slots(own, me.x);
    for (String person : List.of("low", "high", "mover")) {
      slots.computeIfPresent(person, (key, name) -> name.isEmpty() ? "" : names.of(name));
    }
    return slots;
  }
}
