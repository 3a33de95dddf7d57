import { Problem, studies } from "./api.js";
import { framed } from "./frame.js";
import { LOOK_MILLIS } from "./looking.js";

const GOING = new Set(["queued", "running"]);

/** Whether nothing of a study will change by itself. @param {any} study */
const settled = ({ status, arms }) =>
  (status === "completed" || status === "cancelled") && arms.every((arm) => arm.runs.every((run) => !GOING.has(run.status)));

/** Follows one study: asks how far it is, and for its document when it has come further. */
export class StudyWatch {
  #id;
  #changed;
  #abort = new AbortController();
  #timer;
  #looking = false;
  #again = false;
  #seen = "";

  /** @type {any} the last `lida.study/v1` */
  study = null;
  /** @type {Problem|null} */
  problem = null;

  /** @param {string} id @param {() => void} changed is coalesced */
  constructor(id, changed) {
    this.#id = id;
    this.#changed = framed(changed);
    this.#timer = setInterval(() => document.hidden || (this.study && settled(this.study)) || this.look(), LOOK_MILLIS);
    this.look();
  }

  close() {
    this.#abort.abort();
    clearInterval(this.#timer);
  }

  /** One look at a time; what is asked for meanwhile comes after it. */
  async look() {
    this.#again = true;
    if (this.#looking) return;
    this.#looking = true;
    while (this.#again && !this.#abort.signal.aborted) {
      this.#again = false;
      await this.#read(this.#abort.signal);
    }
    this.#looking = false;
  }

  async #read(signal) {
    try {
      const { status, done } = await studies.summary(this.#id, signal);
      const seen = `${status} ${done}`;
      // The runs of a cancelled study end after it.
      if (seen !== this.#seen || status === "cancelled") this.study = await studies.show(this.#id, signal);
      this.#seen = seen;
      this.problem = null;
    } catch (cause) {
      if (signal.aborted) return;
      this.problem = Problem.of(cause);
    }
    this.#changed();
  }
}
