package io.lida.llm.sim;

import io.lida.contract.Card.Belief;
import io.lida.contract.Llm.Heard;
import io.lida.contract.Llm.Situation;
import io.lida.llm.sim.Addressee.Choice;
import io.lida.llm.sim.Material.Granted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The moves of which a turn is made; each adds a sentence to the draft, or finds none to add. */
final class Speech {
  private static final double NOTICEABLE = 0.03;

  final Situation situation;
  final Draft draft;
  final Voice voice;
  final Material material;
  final int side;
  private final double x;
  private final Question question;
  private final Table table;
  private final Case mine;
  private final Addressee others;
  private final Names names;
  private final Figures figures;
  private final Tics tics;

  Speech(Situation situation, double x) {
    this.situation = situation;
    this.x = x;
    side = Stance.side(x);
    question = Question.of(situation.topic());
    material = Material.of(situation.card(), situation.reading());
    table = new Table(situation);
    voice = new Voice(situation, table, material);
    draft = new Draft(voice, situation.card().style().maxWords());
    mine = new Case(material, table, voice, side);
    others = new Addressee(situation, table, material, mine, voice, x);
    names = new Names(situation.heard(), situation.card().style().register());
    figures = Figures.before(situation.heard(), situation.round());
    tics = new Tics(situation.card().style().tics(), voice);
  }

  boolean position() {
    double strength = Math.abs(x);
    String pool = side == 0 ? "position.open" : strength < 0.45 ? "position.lean" : "position.firm";
    Map<String, String> slots = sides();
    slots.put("q", question.reference());
    slots.put("Q", question.reference());
    question.stand(side).ifPresent(stand -> slots.put("stand", stand));
    return draft.add(voice.say(pool, slots));
  }

  /** What the matter is about, for those who assess an event. */
  boolean event() {
    return draft.add(voice.say("event", Map.of("axis", axis())));
  }

  /** Who speaks, where a card gives little more than expertise. */
  boolean standing() {
    List<String> topics =
        situation.card().expertise().stream()
            .filter(expertise -> expertise.weight() > 0)
            .map(expertise -> expertise.topic().replace('_', ' '))
            .limit(3)
            .toList();
    boolean said = false;
    if (!topics.isEmpty()) {
      said = draft.add(voice.put("thin.who", "", true, Map.of("topics", list(topics))));
    }
    boolean unsettled = Math.abs(2 * situation.card().belief(mainAxis()) - 1) < 0.15;
    return unsettled && draft.add(voice.say("thin.axis", Map.of("axis", axis()))) || said;
  }

  private static String list(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? words.getFirst()
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }

  /** A claim with up to so many reasons; someone without a side weighs both. */
  boolean claim(int reasons) {
    if (side == 0) {
      boolean yes = weigh(1);
      return weigh(-1) | yes | mine.next("").map(point -> make("premise", point)).orElse(false);
    }
    Optional<Point> claim = mine.claim();
    claim.ifPresent(point -> make("claim", point));
    for (int i = 0; claim.isPresent() && i < reasons; i++) {
      mine.reason(claim.get().argument()).ifPresent(point -> make("premise", point));
    }
    return claim.isPresent();
  }

  private boolean weigh(int toward) {
    Map<String, String> slots = new HashMap<>(Map.of("toward", Stance.word(toward)));
    return mine.towards(toward)
        .map(
            point ->
                draft.add(voice.put("weigh", point.text(), point.house(), point(point, slots))))
        .orElse(false);
  }

  /** One more point, whatever comes next. */
  boolean more() {
    return mine.next("").map(point -> make("premise", point)).orElse(false);
  }

  boolean counter() {
    return mine.against()
        .map(
            point ->
                draft.add(
                    voice.put(
                        "counter", point.text(), point.house(), point(point, new HashMap<>()))))
        .orElse(false);
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
    if (apart && voice.chance("objection", 0.4)) {
      String disposition = situation.card().disposition();
      draft.add(voice.say("objection", disposition, quoting(chosen.get())));
    }
    Optional<Point> reply = mine.next(chosen.get().axis());
    reply
        .filter(point -> !tic(point))
        .ifPresent(point -> make(apart ? "answer" : "support", point));
    reply.flatMap(point -> mine.reason(point.argument())).ifPresent(p -> make("premise", p));
    return true;
  }

  private boolean tic(Point point) {
    return draft.add(tics.before(point, situation.round() > 1));
  }

  private boolean make(String pool, Point point) {
    if (pool.equals("claim") && tic(point)) {
      return true;
    }
    boolean aside = point.claim() && !point.relevant() && !pool.equals("answer");
    return draft.add(
        voice.put(
            aside ? "beside" : pool, point.text(), point.house(), point(point, new HashMap<>())));
  }

  /** Says that the speaker has changed sides, when this is the turn in which it happened. */
  boolean turned() {
    double first = Stance.first(situation);
    boolean now = side * Stance.side(first) < 0 && Stance.side(before().orElse(first)) != side;
    if (!now || !draft.add(voice.say("turned", sides()))) {
      return false;
    }
    Optional<Granted> reason = mine.reversal();
    reason.ifPresent(
        clause -> {
          if (draft.add(
              voice.put("turn.grant", clause.text(), clause.house(), Map.of("c", clause.text())))) {
            draft.concede(clause.text());
          }
        });
    return true;
  }

  /** Whether the speaker has moved noticeably since their last turn. */
  boolean moving() {
    return Math.abs(x - before().orElse(x)) >= NOTICEABLE;
  }

  /** Says how far the speaker has moved since the first round heard of it. */
  boolean moved() {
    Optional<Heard> start =
        situation.heard().stream().filter(Heard::own).filter(t -> t.round() < now()).findFirst();
    double by = start.map(turn -> x - turn.stance()).orElse(0.0);
    if (Math.abs(by) < NOTICEABLE) {
      return false;
    }
    double from = start.orElseThrow().stance();
    Optional<Heard> puller =
        Stance.last(situation.heard(), now()).values().stream()
            .filter(turn -> !turn.own())
            .max(Comparator.comparingDouble(turn -> (turn.stance() - from) * Math.signum(by)));
    if (puller.isEmpty() || (puller.get().stance() - from) * by <= 0) {
      return false;
    }
    Map<String, String> slots = new HashMap<>();
    slots.put("name", names.of(puller.get().speaker()));
    slots.put("from", Stance.figure(from));
    slots.put("x", Stance.figure(x));
    slots.put("by", Stance.distance(by));
    slots.put("since", Integer.toString(start.get().round()));
    boolean crossed = Stance.side(from) * side < 0;
    draft.cite(puller.get().turn());
    return draft.add(voice.say(crossed ? "moved.turned" : "moved", slots))
        || draft.add(voice.say("moved", slots));
  }

  boolean grant() {
    Optional<Granted> granted = mine.grant();
    if (granted.isEmpty()) {
      return false;
    }
    String clause = granted.get().text();
    boolean house = granted.get().house();
    boolean said = draft.add(voice.put("grant", clause, house, Map.of("c", clause)));
    if (said) {
      draft.concede(clause);
    }
    return said;
  }

  /** Names an observation that would move the speaker, on an axis of the question first. */
  boolean evidence() {
    List<String> axes = new ArrayList<>(situation.reading().axes().keySet());
    axes.sort(Comparator.comparingDouble(axis -> voice.unit("evidence" + axis)));
    situation.card().beliefs().keySet().stream().filter(a -> !axes.contains(a)).forEach(axes::add);
    for (String axis : axes) {
      Belief belief = situation.card().beliefs().get(axis);
      String evidence = belief == null ? "" : Sentences.bare(belief.evidenceThatWouldMove());
      if (!evidence.isEmpty() && !table.used(evidence)) {
        Map<String, String> slots = Map.of("e", evidence, "axis", Axes.MEANING.name(axis));
        return draft.add(voice.put("evidence", evidence, false, slots));
      }
    }
    return false;
  }

  /** Says in figures where the table stands. */
  boolean state() {
    return !figures.empty() && draft.add(voice.say("state", figures()));
  }

  boolean remains() {
    Map<String, String> slots = figures.empty() ? new HashMap<>() : figures();
    slots.put("axis", axis());
    return draft.add(voice.say("remains", slots));
  }

  /** Goes back to words of an earlier round. */
  boolean callback() {
    return quote("callback", others.earlier());
  }

  /** Names the one sentence on which the speaker and another part. */
  boolean narrow() {
    Optional<Choice> apart = others.earlier().or(others::recent).filter(Choice::apart);
    return quote("narrow", apart);
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
    slots.put("round", Integer.toString(current ? now() - 1 : from.round()));
    boolean said = draft.add(voice.say(pool, slots));
    if (said) {
      draft.cite(from.turn());
      others.answered(chosen.get());
    }
    return said;
  }

  /** Repeats a reason of an earlier round as what it is. */
  boolean recall() {
    Optional<Point> again = mine.again();
    if (again.isEmpty()) {
      return false;
    }
    Point point = again.get();
    Map<String, String> slots = point(point, new HashMap<>());
    slots.put("round", Integer.toString(table.usedIn(point.text())));
    return draft.add(voice.put("recall", point.text(), point.house(), slots));
  }

  boolean last() {
    return draft.add(voice.say(side == 0 ? "final.open" : "final", figuresOf(x)));
  }

  /** Whether the speaker is of a mind to concede: open by nature, or moved since the last turn. */
  boolean yielding() {
    Belief belief = situation.card().beliefs().get(mainAxis());
    double openness = belief == null ? 0.5 : belief.openness();
    return voice.chance("grant", 0.25 + 0.6 * openness + (moving() ? 0.2 : 0));
  }

  private int now() {
    return situation.round();
  }

  private Optional<Double> before() {
    return situation.heard().reversed().stream().filter(Heard::own).findFirst().map(Heard::stance);
  }

  private String mainAxis() {
    return situation.reading().axes().entrySet().stream()
        .max(Comparator.comparingDouble(axis -> Math.abs(axis.getValue())))
        .map(Map.Entry::getKey)
        .orElse("pace");
  }

  private String axis() {
    return Axes.MEANING.name(mainAxis());
  }

  private Map<String, String> sides() {
    Map<String, String> slots = new HashMap<>();
    slots.put("side", Stance.word(side));
    slots.put("other", Stance.word(-side));
    return slots;
  }

  private Map<String, String> quoting(Choice choice) {
    Heard from = choice.quote().from();
    Map<String, String> slots = sides();
    int theirs = Stance.side(from.stance());
    slots.put("other", theirs == side ? "" : Stance.word(theirs));
    slots.put("name", names.of(from.speaker()));
    slots.put("quote", choice.quote().words());
    return slots;
  }

  private Map<String, String> figures() {
    String own =
        situation.heard().stream().filter(Heard::own).map(Heard::speaker).findFirst().orElse("");
    Map<String, String> slots = figures.slots(own, x);
    for (String person : List.of("low", "high", "mover")) {
      slots.computeIfPresent(person, (key, name) -> name.isEmpty() ? "" : names.of(name));
    }
    return slots;
  }

  private Map<String, String> figuresOf(double stance) {
    Map<String, String> slots = sides();
    slots.put("x", Stance.figure(stance));
    return slots;
  }

  private static Map<String, String> point(Point point, Map<String, String> slots) {
    slots.put("P", Sentences.capital(point.text()));
    if (Sentences.lowers(point.text())) {
      slots.put("p", Sentences.inner(point.text()));
    }
    return slots;
  }
}
