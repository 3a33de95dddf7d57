import { Problem } from "./api.js";

/** How often a list is looked at that nobody tells of its changes. */
export const LOOK_MILLIS = 3_000;

/**
 * Reads something for a part of the page when it is shown, and again and again while somebody may
 * see it. What goes wrong is the part's `problem` until a look succeeds.
 */
export class Looking {
  #host;
  #read;
  #timer = 0;

  /** @param {any} host @param {() => Promise<void>} read */
  constructor(host, read) {
    this.#host = host;
    this.#read = read;
    host.addController(this);
  }

  hostConnected() {
    this.look();
    this.#timer = setInterval(() => document.hidden || this.look(), LOOK_MILLIS);
  }

  hostDisconnected() {
    clearInterval(this.#timer);
  }

  async look() {
    try {
      await this.#read();
      this.#host.problem = null;
    } catch (cause) {
      this.#host.problem = Problem.of(cause);
    }
  }
}
