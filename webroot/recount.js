import { Problem, runs } from "./api.js";
import { framed } from "./frame.js";

/** While a run goes on it is counted again this often at most. */
const REST_MILLIS = 2_000;

/** A run counted again by the server under all rules and strategies; asked for only where it is looked at. */
export class Recount {
  #id;
  #changed;
  #closed = false;
  #asking = false;
  #key = "";

  /** @type {any} the last `lida.tally/v1` */
  tally = null;
  /** @type {Problem|null} */
  problem = null;

  /** @param {string} id @param {() => void} changed */
  constructor(id, changed) {
    this.#id = id;
    this.#changed = framed(changed);
  }

  /** Asks for it where something was said or voted since it was asked for last. */
  want(run) {
    const key = `${run.turns} ${run.votes.length} ${run.over}`;
    if (this.#asking || key === this.#key || !run.turns) return this;
    this.#key = key;
    this.#asking = true;
    this.#ask(run.over);
    return this;
  }

  async #ask(over) {
    try {
      this.tally = await runs.tally(this.#id);
      this.problem = null;
    } catch (cause) {
      this.problem = Problem.of(cause);
    }
    if (!over) setTimeout(() => this.#rest(), REST_MILLIS);
    else this.#asking = false;
    if (!this.#closed) this.#changed();
  }

  #rest() {
    this.#asking = false;
    if (!this.#closed) this.#changed();
  }

  close() {
    this.#closed = true;
  }
}
