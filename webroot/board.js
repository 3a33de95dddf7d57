/**
 * A game folded from the events of its run. A round that changes is replaced, so that what shows
 * one can tell by identity whether it is still right.
 *
 * @typedef {{number: number, moves: any[], before: any, after: any, payoffs: Record<string, number>}} Played
 */
export class Board {
  /** @type {any} */ game;
  /** @type {Played[]} */ rounds = [];
  /** @type {any} what was played beside theory; nothing until the game is closed */
  comparison = null;
  moves = 0;

  /** @param {any} game as the scenario has it */
  constructor(game) {
    this.game = game;
  }

  moved(move) {
    this.moves += 1;
    const round = this.round(move.round) ?? { number: move.round, moves: [], before: this.world, after: null, payoffs: {} };
    const moves = [...round.moves, move].sort((a, b) => a.seat - b.seat);
    this.#put({ ...round, moves });
  }

  resolved({ round, before, after, payoffs }) {
    const moves = this.round(round)?.moves ?? [];
    this.#put({ number: round, moves, before, after, payoffs });
  }

  #put(round) {
    this.rounds = [...this.rounds.filter((other) => other.number !== round.number), round];
  }

  /** @param {number} number */
  round(number) {
    return this.rounds.find((round) => round.number === number);
  }

  /** The world as it stands; nothing before the first round is resolved. */
  get world() {
    return this.#resolved.at(-1)?.after ?? null;
  }

  get #resolved() {
    return this.rounds.filter((round) => round.after);
  }

  /** The worlds so far, from the one before the first round, each with how many rounds were played. */
  get worlds() {
    const resolved = this.#resolved;
    return resolved.length ? [{ round: 0, world: resolved[0].before }, ...resolved.map((round) => ({ round: round.number, world: round.after }))] : [];
  }

  /** What a player has earned after each resolved round, from 0. */
  earnings(speaker) {
    let sum = 0;
    return [{ round: 0, value: 0 }, ...this.#resolved.map((round) => ({ round: round.number, value: (sum += round.payoffs[speaker] ?? 0) }))];
  }

  /** What a player has earned so far. */
  total(speaker) {
    return this.earnings(speaker).at(-1)?.value ?? 0;
  }
}
