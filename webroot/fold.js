import { Board } from "./board.js";

/**
 * A run folded in the browser by the events of its log. Every event counts once and in order;
 * turns and rounds are replaced rather than changed, so that a part of the page which shows one
 * can tell by identity whether it is still right.
 *
 * @typedef {{seat: number, id: string, name: string, constituency: string, disposition: string,
 *   model: string, weight: number, role: string|undefined, start: number, card: any}} Seat
 * @typedef {{call: string, kind: string, round: number, seat: number, attempt: number, turn?: any,
 *   before?: number, failure?: any, moderation?: any, floor?: any, move?: any}} Entry
 * @typedef {{number: number, phase: string, entries: Entry[]}} Round
 */

const OVER = new Set(["completed", "failed", "cancelled"]);

/** Calls whose answers are no part of the transcript. */
const APART = new Set(["vote", "probe"]);

export class RunState {
  seq = 0;
  status = "queued";
  topic = "";
  /** @type {any} */ manifest = null;
  /** @type {Seat[]} */ seats = [];
  /** @type {Seat|null} */ moderator = null;
  /** @type {Round[]} */ rounds = [];
  /** @type {any[]} */ votes = [];
  /** @type {Map<string, Entry>} calls that have no answer yet */
  pending = new Map();
  /** @type {any[]} private answers */
  probes = [];
  /** @type {Map<number, any>} the last turn of each seat */
  last = new Map();
  /** @type {any} */ decision = null;
  /** @type {any} */ aggregate = null;
  /** @type {Board|null} where a game is played */
  board = null;
  /** @type {any} */ termination = null;
  /** @type {any} */ failure = null;
  /** @type {any[]} */ events = [];
  /** @type {Map<string, any>} the event that answered a call */
  answers = new Map();
  turns = 0;
  silent = 0;
  startedAt = "";
  usage = { calls: 0, input_tokens: 0, output_tokens: 0, cost_usd: /** @type {number|null} */ (0), estimated: false };

  get over() {
    return OVER.has(this.status);
  }

  get rules() {
    return this.manifest?.scenario.deliberation;
  }

  /** Whether there is a vote at the end. */
  get votesAtEnd() {
    return this.rules?.mode === "debate" || this.rules?.mode === "quorum";
  }

  /** What is chosen among; none where the question is answered by a yes or no. */
  get options() {
    return this.rules?.options ?? [];
  }

  get simulated() {
    return this.seats.some((seat) => seat.model.startsWith("sim/"));
  }

  get expected() {
    return this.seats.length * (this.manifest?.scenario.simulation.max_rounds ?? 0);
  }

  /** The share of consensus the voting method asks for, 0 to 1. */
  get threshold() {
    if (this.decision) return this.decision.threshold;
    const [above, below = "1"] = String(this.rules?.consensus_threshold ?? "0").split("/");
    return Number(above) / Number(below);
  }

  /** What each seat would vote by the stance it last stated. */
  get ballots() {
    return this.seats.flatMap((seat) => {
      const turn = this.last.get(seat.seat);
      return turn ? [{ seat, stance: turn.stance, weight: seat.weight }] : [];
    });
  }

  /** @param {any} event @return {boolean} false when it is not the next one */
  apply(event) {
    if (event.seq !== this.seq + 1) return false;
    this.seq = event.seq;
    this.events.push(event);
    const payload = event.payload;
    switch (event.type) {
      case "run_started":
        this.#begin(payload.manifest, event.at);
        break;
      case "run_resumed":
        this.status = "running";
        this.termination = null;
        break;
      case "round_opened":
        this.rounds = [...this.rounds, { number: payload.round, phase: payload.phase, entries: [] }];
        break;
      case "calls_asked":
        payload.calls.forEach((call) => this.#asked(call));
        break;
      case "turn_spoken":
        this.#spoken(payload.turn, event);
        break;
      case "moderated":
        this.#answered(payload.call, event, payload.usage);
        this.#put({ ...this.#entry(payload.call, payload.round, -1), moderation: payload });
        break;
      case "floor_given":
        this.#answered(payload.call, event, payload.usage);
        this.#put({ ...this.#entry(payload.call, payload.round, -1, "nomination"), floor: payload });
        break;
      case "probed":
        this.#answered(payload.probe.id, event, payload.probe.usage);
        this.probes = [...this.probes, payload.probe];
        this.pending.delete(payload.probe.id);
        break;
      case "moved":
        this.#moved(payload.move, event);
        break;
      case "round_resolved":
        this.board?.resolved(payload);
        break;
      case "game_closed":
        if (this.board) this.board.comparison = payload.comparison;
        break;
      case "vote_cast":
        this.#answered(payload.vote.id, event, payload.vote.usage);
        this.votes = [...this.votes, payload.vote];
        break;
      case "call_failed":
        this.#answered(payload.call.id, event, payload.usage);
        this.silent += 1;
        this.#put({ ...this.#entry(payload.call.id, payload.call.round, payload.call.seat, payload.call.kind), failure: payload });
        break;
      case "decided":
        this.decision = payload.decision;
        this.aggregate = payload.aggregate;
        break;
      case "run_paused":
        this.status = payload.reason === "requested" ? "paused" : "interrupted";
        break;
      case "run_completed":
        this.#end("completed");
        this.termination = payload.termination;
        break;
      case "run_cancelled":
        this.#end("cancelled");
        break;
      case "run_failed":
        this.#end("failed");
        this.failure = payload;
        this.termination = payload.termination ?? null;
        break;
      default: // An event of a later version is kept and shown as it is.
    }
    return true;
  }

  /**
   * Takes the status the server gives a run whose whole log is known: that an owner died, or that
   * the run waits for a place, stands in no event.
   * @param {string} status
   */
  told(status) {
    if (!this.over && !OVER.has(status)) this.status = status;
  }

  #begin(manifest, at) {
    this.manifest = manifest;
    this.startedAt = at;
    this.topic = manifest.scenario.simulation.auto_start_topic;
    this.status = "running";
    const seated = (seat, number) => ({
      seat: number,
      id: seat.card.id,
      name: seat.card.name,
      constituency: seat.card.constituency,
      disposition: seat.card.disposition,
      model: seat.model,
      weight: seat.weight,
      role: seat.role,
      start: startingStance(manifest.reading, seat.card),
      card: seat.card,
    });
    this.seats = manifest.seats.map(seated);
    this.board = manifest.scenario.game ? new Board(manifest.scenario.game) : null;
    this.moderator = manifest.moderator ? seated(manifest.moderator, -1) : null;
  }

  #asked(call) {
    const entry = { call: call.id, kind: call.kind, round: call.round, seat: call.seat, attempt: call.attempt };
    this.pending.set(call.id, entry);
    this.#put(entry);
  }

  #spoken(turn, event) {
    const before = this.last.get(turn.seat)?.stance;
    this.#answered(turn.id, event, turn.usage);
    this.last = new Map(this.last).set(turn.seat, turn);
    this.turns += 1;
    this.#put({ ...this.#entry(turn.id, turn.round, turn.seat), turn, before });
  }

  /** A move that stands in for one that was refused keeps the refusal beside it. */
  #moved(move, event) {
    this.#answered(move.id, event, move.usage);
    const before = this.board?.round(move.round - 1)?.moves.find((one) => one.seat === move.seat)?.restraint;
    const failure = this.rounds.at(-1)?.entries.find((entry) => entry.call === move.id)?.failure;
    this.board?.moved(move);
    this.#put({ ...this.#entry(move.id, move.round, move.seat, "move"), move, before, failure });
  }

  #answered(call, event, usage) {
    this.answers.set(call, event);
    const sum = this.usage;
    this.usage = {
      calls: sum.calls + usage.calls,
      input_tokens: sum.input_tokens + usage.input_tokens,
      output_tokens: sum.output_tokens + usage.output_tokens,
      cost_usd: sum.cost_usd === null || usage.cost_usd === null ? null : sum.cost_usd + usage.cost_usd,
      estimated: sum.estimated || usage.estimated,
    };
  }

  #entry(call, round, seat, kind = "turn") {
    const entry = this.pending.get(call) ?? { call, kind, round, seat, attempt: 1 };
    this.pending.delete(call);
    return entry;
  }

  /**
   * Who speak at once keep their seats' places, whoever finishes first, and the moderator comes
   * last; who speak in turn stand in the order in which they were asked.
   */
  #put(entry) {
    if (APART.has(entry.kind)) return;
    const place = (one) => (one.seat < 0 ? Infinity : one.seat);
    this.rounds = this.rounds.map((round) => {
      if (round.number !== entry.round) return round;
      const at = round.entries.findIndex((other) => other.call === entry.call);
      const entries = at < 0 ? [...round.entries, entry] : round.entries.with(at, entry);
      if (this.rules?.order === "simultaneous") entries.sort((a, b) => place(a) - place(b));
      return { ...round, entries };
    });
  }

  #end(status) {
    this.status = status;
    for (const entry of this.pending.values()) {
      this.rounds = this.rounds.map((round) =>
        round.number === entry.round
          ? { ...round, entries: round.entries.filter((other) => other.call !== entry.call) }
          : round,
      );
    }
    this.pending = new Map();
  }
}

/** Where a card stands on the question before anybody spoke: its beliefs, turned towards yes. */
function startingStance(reading, card) {
  let sum = 0;
  let weights = 0;
  for (const [axis, weight] of Object.entries(reading.axes)) {
    sum += weight * (2 * (card.beliefs[axis]?.value ?? 0.5) - 1);
    weights += Math.abs(weight);
  }
  return weights ? sum / weights : 0;
}
