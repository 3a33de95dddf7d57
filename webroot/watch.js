import { Problem, runs } from "./api.js";
import { bus } from "./bus.js";
import { RunState } from "./fold.js";
import { framed } from "./frame.js";

/** The log is read again this often while a run goes on: a hint on the bus may be lost. */
const LOOK_MILLIS = 4_000;

/** It takes so long at most until what was registered is heard; what happens meanwhile is read. */
const SETTLE_MILLIS = 400;

/** The words of calls under way, by call. */
export class Words {
  #heard = new Map();
  #listeners = new Map();

  /** @param {{call: string, at: number, text: string}} piece `at` counts characters said before */
  hear({ call, at, text }) {
    const before = this.#heard.get(call) ?? "";
    // A try that was begun again starts at 0; a gap is left open, the whole turn will close it.
    const kept = before.length >= at ? before.slice(0, at) : before.endsWith("…") ? before : before + "…";
    this.#heard.set(call, kept + text);
    this.#listeners.get(call)?.();
  }

  /** @param {string} call */
  of(call) {
    return this.#heard.get(call) ?? "";
  }

  /** @param {string} call */
  forget(call) {
    this.#heard.delete(call);
  }

  /** @param {string} call @param {() => void} listener */
  listen(call, listener) {
    this.#listeners.set(call, listener);
    return () => {
      if (this.#listeners.get(call) === listener) this.#listeners.delete(call);
    };
  }
}

/**
 * Watches one run without gap or repetition: the bus says that something may have happened, the
 * log says what.
 */
export class Watch {
  #id;
  #changed;
  #spoke;
  #stops = [];
  #abort = new AbortController();
  #reading = false;
  #again = false;
  #linked = bus.state === "open";

  run = new RunState();
  words = new Words();
  /** How many events are known to be missing. */
  behind = 0;
  /** @type {Problem|null} */
  problem = null;
  loaded = false;

  /**
   * @param {string} id
   * @param {{changed: () => void, spoke: (event: any) => void}} eyes `changed` is coalesced,
   *     `spoke` is told of every turn that was heard live
   */
  constructor(id, { changed, spoke }) {
    this.#id = id;
    this.#changed = framed(changed);
    this.#spoke = spoke;
    this.#stops.push(
      bus.follow(`lida.run.${id}`, (event) => this.#hear(event)),
      bus.follow(`lida.run.${id}.tokens`, (piece) => this.words.hear(piece)),
      bus.watch(() => this.#linkChanged()),
    );
    const timer = setInterval(() => this.run.over || document.hidden || this.read(), LOOK_MILLIS);
    this.#stops.push(() => clearInterval(timer));
    this.#begin();
  }

  #begin() {
    this.read();
    setTimeout(() => this.#abort.signal.aborted || this.read(), SETTLE_MILLIS);
  }

  close() {
    this.#abort.abort();
    this.#stops.forEach((stop) => stop());
  }

  /** Reads what is missing from the log; one reading at a time. */
  async read() {
    if (this.#reading) {
      this.#again = true;
      return;
    }
    this.#reading = true;
    do {
      this.#again = false;
      await this.#catchUp();
    } while (this.#again && !this.#abort.signal.aborted);
    this.#reading = false;
  }

  async #catchUp() {
    try {
      for (;;) {
        const page = await runs.events(this.#id, this.run.seq, this.#abort.signal);
        page.events.forEach((event) => this.#take(event, this.loaded));
        this.behind = Math.max(0, page.last - this.run.seq);
        if (!this.behind) this.run.told(page.status);
        if (!page.events.length || !this.behind) break;
        this.#changed();
      }
      this.behind = 0;
      this.loaded = true;
      this.problem = null;
    } catch (cause) {
      if (this.#abort.signal.aborted) return;
      this.problem = Problem.of(cause);
    }
    this.#changed();
  }

  #hear(event) {
    if (this.loaded && event.seq === this.run.seq + 1) {
      this.#take(event, true);
      this.#changed();
    } else if (event.seq > this.run.seq) {
      this.behind = Math.max(this.behind, event.seq - this.run.seq);
      this.read();
    }
  }

  #take(event, live) {
    if (!this.run.apply(event)) return;
    const { turn, vote, move, call: asked } = event.payload;
    const call = (turn ?? vote ?? move ?? asked)?.id ?? asked;
    if (call) this.words.forget(call);
    if (live) this.#spoke(event);
  }

  #linkChanged() {
    const linked = bus.state === "open";
    if (linked && !this.#linked) this.#begin();
    this.#linked = linked;
    this.#changed();
  }
}
