/**
 * Which rounds of a transcript are drawn, so that a page never holds more than some hundred turns.
 * Who comes to a run that goes on sees its present round under the strips of those before; a run
 * that is over, and a conversation, is open to be read. Later rounds open as they come, and a reader's choice stands.
 */
const OPEN_AT_FIRST = 60;
const MOST_OPEN = 200;
const STEP = 100;

export class Unfolding {
  /** @type {Map<number, boolean>} */
  #chosen = new Map();
  #open = new Set();
  #reach = new Map();
  #settled = 0;

  /** Takes note of the rounds that are there; cheap when nothing is new. */
  settle(run) {
    const latest = run.rounds.at(-1)?.number ?? 0;
    if (latest === this.#settled) return;
    if (this.#settled) {
      for (const round of run.rounds) if (round.number > this.#settled) this.#open.add(round.number);
      this.#bound(run, MOST_OPEN);
    } else {
      const shown = run.over || run.rules.mode === "conversation" ? run.rounds : run.rounds.slice(-1);
      shown.forEach((round) => this.#open.add(round.number));
      this.#bound(run, OPEN_AT_FIRST);
    }
    this.#settled = latest;
  }

  /** Closes the oldest rounds until the open ones hold few enough turns; the last stays open. */
  #bound(run, most) {
    let drawn = 0;
    for (const round of run.rounds.toReversed()) {
      const size = Math.min(round.entries.length || run.seats.length, STEP);
      drawn += this.#open.has(round.number) ? size : 0;
      if (drawn > most && round !== run.rounds.at(-1)) this.#open.delete(round.number);
    }
  }

  isOpen(round) {
    return this.#chosen.get(round.number) ?? this.#open.has(round.number);
  }

  set(number, open) {
    this.#chosen.set(number, open);
  }

  /** The last turns of a round, and how many come before them. */
  window(round) {
    const reach = this.#reach.get(round.number) ?? STEP;
    const before = Math.max(0, round.entries.length - reach);
    return { before, entries: before ? round.entries.slice(before) : round.entries };
  }

  widen(number) {
    this.#reach.set(number, (this.#reach.get(number) ?? STEP) + STEP);
  }

  /** Draws a turn, whatever that takes. */
  reveal(round, call) {
    this.#chosen.set(round.number, true);
    const index = round.entries.findIndex((entry) => entry.call === call);
    const needed = round.entries.length - index;
    if (needed > (this.#reach.get(round.number) ?? STEP)) this.#reach.set(round.number, needed);
  }
}
