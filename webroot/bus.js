/**
 * The event bus over one plain WebSocket: register for addresses, hear what is told there. Frames
 * arrive as binary. The bus carries hints; what was missed is read from a run's log.
 */

const PING_MILLIS = 5_000;
const PATIENCE_MILLIS = 10_000;
const FIRST_WAIT = 500;
const LONGEST_WAIT = 10_000;

/** @typedef {"connecting" | "open" | "waiting"} LinkState */

export class Bus {
  #url;
  #socket = null;
  #handlers = new Map();
  #watchers = new Set();
  #wait = FIRST_WAIT;
  #timer = 0;
  /** When a ping was sent that has no answer yet. */
  #pinged = 0;
  #decoder = new TextDecoder();

  /** @type {LinkState} */
  state = "connecting";
  /** When the next try is made, in milliseconds; only while waiting. */
  retryAt = 0;
  /** When the connection was lost; 0 while it stands. */
  lostAt = 0;

  /** @param {string} url */
  constructor(url) {
    this.#url = url;
    setInterval(() => this.#ping(), PING_MILLIS);
    addEventListener("online", () => this.#retryNow());
    document.addEventListener("visibilitychange", () => document.hidden || this.#retryNow());
  }

  /** @param {() => void} watcher is told when the state changed */
  watch(watcher) {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /**
   * Hears what is told at an address, over reconnections, until the answer is called.
   * @param {string} address
   * @param {(body: any) => void} handler
   */
  follow(address, handler) {
    const handlers = this.#handlers.get(address) ?? new Set();
    if (!handlers.size) {
      this.#handlers.set(address, handlers);
      this.#send({ type: "register", address, headers: {} });
    }
    handlers.add(handler);
    return () => {
      handlers.delete(handler);
      if (!handlers.size && this.#handlers.get(address) === handlers) {
        this.#handlers.delete(address);
        this.#send({ type: "unregister", address, headers: {} });
      }
    };
  }

  connect() {
    const socket = new WebSocket(this.#url);
    socket.binaryType = "arraybuffer";
    this.#socket = socket;
    this.#become("connecting");
    socket.onopen = () => {
      this.#wait = FIRST_WAIT;
      this.#pinged = 0;
      this.lostAt = 0;
      for (const address of this.#handlers.keys()) this.#send({ type: "register", address, headers: {} });
      this.#become("open");
    };
    socket.onmessage = (message) => this.#hear(message.data);
    socket.onclose = () => this.#lost(socket);
  }

  #hear(data) {
    this.#pinged = 0;
    const frame = JSON.parse(typeof data === "string" ? data : this.#decoder.decode(data));
    if (frame.type !== "rec") return;
    for (const handler of this.#handlers.get(frame.address) ?? []) handler(frame.body);
  }

  #lost(socket) {
    if (socket !== this.#socket) return;
    this.#socket = null;
    this.lostAt ||= Date.now();
    const wait = this.#wait * (0.8 + 0.4 * Math.random());
    this.#wait = Math.min(LONGEST_WAIT, this.#wait * 2);
    this.retryAt = Date.now() + wait;
    this.#timer = setTimeout(() => this.connect(), wait);
    this.#become("waiting");
  }

  #retryNow() {
    if (this.state !== "waiting") return;
    clearTimeout(this.#timer);
    this.#wait = FIRST_WAIT;
    this.connect();
  }

  #ping() {
    if (this.state !== "open") return;
    const socket = this.#socket;
    if (this.#pinged && socket && Date.now() - this.#pinged > PATIENCE_MILLIS) {
      socket.close();
      this.#lost(socket);
    } else if (!this.#pinged) {
      this.#pinged = Date.now();
      this.#send({ type: "ping" });
    }
  }

  #send(frame) {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(frame));
  }

  #become(state) {
    this.state = state;
    for (const watcher of this.#watchers) watcher();
  }
}

/** The page's one connection. */
export const bus = new Bus(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/eventbus/websocket`);
