import { LitElement, html, nothing } from "lit";
import { bus } from "./bus.js";
import { clock } from "./format.js";
import { framed } from "./frame.js";
import { bind } from "./keys.js";
import { openSheets, sheet } from "./parts/bits.js";
import "./parts/palette.js";
import { go, onRoute, route } from "./router.js";
import "./screens/attach.js";
import "./screens/personas.js";
import "./screens/run.js";
import "./screens/runs.js";
import "./screens/studies.js";
import "./screens/study.js";

const KEYS = [
  ["?", "this list"],
  ["Ctrl-K", "go anywhere"],
  ["/", "filter or search"],
  ["g r", "runs"],
  ["g s", "studies"],
  ["g p", "personas"],
  ["g a", "attach"],
  ["j, k", "next and previous turn"],
  ["n, p", "next and previous round"],
  ["space", "follow the end of the transcript"],
  ["[, ]", "previous and next instrument"],
  ["t", "a chart as a table, and back"],
  ["esc", "close, or back"],
];

const OFFLINE_MILLIS = 10_000;

/** The frame around every screen: where one is, whether what one sees is live, and the keys. */
class App extends LitElement {
  static properties = { layer: { state: true }, catching: { state: true } };

  #shown = `${route().screen} ${route().id}`;

  constructor() {
    super();
    /** @type {"" | "palette" | "keys"} */
    this.layer = "";
    this.catching = 0;
    onRoute(() => this.#arrive());
    bus.watch(framed(() => this.requestUpdate()));
    setInterval(() => bus.state === "open" || this.requestUpdate(), 1000);
    bind({
      "?": () => (this.layer = "keys"),
      "Mod-k": () => (this.layer = "palette"),
      "g r": () => go("/"),
      "g s": () => go("/studies"),
      "g p": () => go("/personas"),
      "g a": () => go("/attach"),
      "/": () => {
        const box = this.querySelector("main [data-find]");
        if (box instanceof HTMLElement) box.focus();
        else this.layer = "palette";
      },
    });
    this.addEventListener("catching", (event) => (this.catching = event.detail));
    bus.connect();
  }

  createRenderRoot() {
    return this;
  }

  /** On another screen the focus begins at its top, for those who cannot see that it changed. */
  async #arrive() {
    const { screen, id } = route();
    const other = `${screen} ${id}` !== this.#shown;
    this.#shown = `${screen} ${id}`;
    this.catching = 0;
    this.requestUpdate();
    await this.updateComplete;
    if (other && !this.querySelector("dialog[open]")) this.querySelector("main")?.focus({ preventScroll: true });
  }

  render() {
    const here = route();
    return html`<a class="skip" href="#main" @click=${(event) => {
        event.preventDefault();
        this.querySelector("main")?.focus();
      }}>Skip to the text</a>
      <header class="top">
        <a class="mark" href="/" aria-label="LIDA, all runs">LI<i>D</i>A</a>
        <nav aria-label="Places">
          ${this.#place("/", "Runs", here.screen === "runs" || here.screen === "run")}
          ${this.#place("/studies", "Studies", here.screen === "studies" || here.screen === "study")}
          ${this.#place("/personas", "Personas", here.screen === "personas")}
          ${this.#place("/attach", "Attach", here.screen === "attach")}
        </nav>
        <span class="grow"></span>
        ${this.#link()}
        <button class="find" @click=${() => (this.layer = "palette")}><span>Go to a run or place</span><kbd>Ctrl K</kbd></button>
        ${this.#themeSwitch()}
      </header>
      ${this.#banner()}
      <main id="main" tabindex="-1">${this.#screen(here)}</main>
      ${this.layer === "palette" ? html`<lida-palette @gone=${() => (this.layer = "")}></lida-palette>` : nothing}
      ${this.layer === "keys" ? sheet("Keys", html`<dl class="keys">${KEYS.map(([key, what]) => html`<dt><kbd>${key}</kbd></dt><dd>${what}</dd>`)}</dl>`, () => (this.layer = "")) : nothing}`;
  }

  updated() {
    openSheets(this);
  }

  #place(path, label, here) {
    return html`<a href=${path} aria-current=${here ? "page" : nothing}>${label}</a>`;
  }

  #screen(here) {
    switch (here.screen) {
      case "runs":
        return html`<lida-runs .query=${here.query}></lida-runs>`;
      case "run":
        return html`<lida-run run-id=${here.id} .query=${here.query}></lida-run>`;
      case "studies":
        return html`<lida-studies></lida-studies>`;
      case "study":
        return html`<lida-study study-id=${here.id} .query=${here.query}></lida-study>`;
      case "personas":
        return html`<lida-personas .query=${here.query}></lida-personas>`;
      case "attach":
        return html`<lida-attach></lida-attach>`;
      default:
        return html`<div class="page empty"><h1>There is nothing at this address.</h1><p><a href="/">All runs</a></p></div>`;
    }
  }

  get #offline() {
    return bus.lostAt > 0 && Date.now() - bus.lostAt > OFFLINE_MILLIS;
  }

  #link() {
    const [kind, text] = this.#linkState();
    return html`<span class="link-state ${kind}" role="status"><span>${text}</span></span>`;
  }

  #linkState() {
    if (this.#offline) return ["offline", "Offline"];
    if (bus.state === "waiting") return ["waiting", `Reconnecting (${Math.max(1, Math.ceil((bus.retryAt - Date.now()) / 1000))} s)`];
    if (bus.state === "connecting") return ["waiting", bus.lostAt ? "Reconnecting" : "Connecting"];
    if (this.catching > 1) return ["catching", `Catching up ${this.catching} events`];
    return ["live", "Live"];
  }

  #banner() {
    if (!this.#offline) return nothing;
    return html`<p class="banner">Offline since ${clock(new Date(bus.lostAt).toISOString())}: this is what was last seen. It goes on by itself when the server answers.</p>`;
  }

  #themeSwitch() {
    const dark = isDark();
    return html`<button class="switch" aria-label=${dark ? "Light theme" : "Dark theme"} @click=${() => this.#theme(dark ? "light" : "dark")}>
      <svg viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="6.250" fill="none" stroke="currentColor" stroke-width="1.500"></circle><path d="M8 1.750a6.250 6.250 0 0 1 0 12.500z" fill="currentColor"></path></svg>
    </button>`;
  }

  #theme(theme) {
    document.documentElement.dataset.theme = theme;
    try {
      localStorage.setItem("lida.theme", theme);
    } catch {
      // It holds for this visit only.
    }
    this.requestUpdate();
  }
}

const isDark = () => {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
};

customElements.define("lida-app", App);
