import { LitElement, html, nothing } from "lit";
import { Problem, agents } from "../api.js";
import { age, counted } from "../format.js";
import { copyable, problemNote, skeleton } from "../parts/bits.js";
import { note, route } from "../router.js";

const LOOK_MILLIS = 3_000;

/** The programs are files of the page, and the tests run them. */
const PROGRAMS = {
  python: { name: "Python", file: "agent.py", run: "python3 agent.py" },
  javascript: { name: "JavaScript", file: "agent.mjs", run: "node agent.mjs" },
};

const WORDS = [
  ["lida.agents.join", "send: I am here, by this name; the answer says how many turns wait"],
  ["lida.agent.<name>.turn", "register: hear when a turn is wanted, with its turn_id, prompt and brief"],
  ["lida.turns.submit", "send: a turn, by its turn_id; the first that fits counts"],
];

/** How a program takes a seat, and which have done so. */
class AttachScreen extends LitElement {
  static properties = {
    list: { state: true },
    given: { state: true },
    language: { state: true },
    programs: { state: true },
    problem: { state: true },
  };

  #timer = 0;

  constructor() {
    super();
    /** @type {any[]|null} */
    this.list = null;
    /** @type {{name: string, url: string}|null} */
    this.given = null;
    this.language = "python";
    /** @type {Record<string, string>} */
    this.programs = {};
    /** @type {Problem|null} */
    this.problem = null;
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    document.title = "Attach · LIDA";
    this.#read();
    this.#fetch();
    this.#timer = setInterval(() => document.hidden || this.#read(), LOOK_MILLIS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  async #read() {
    try {
      this.list = await agents.list();
    } catch (cause) {
      this.problem = Problem.of(cause);
    }
  }

  async #fetch() {
    const texts = Object.entries(PROGRAMS).map(async ([id, { file }]) => [id, await (await fetch(`/agents/${file}`)).text()]);
    this.programs = Object.fromEntries(await Promise.all(texts));
  }

  render() {
    return html`<div class="page">
      <h1>Attach an agent</h1>
      <p class="lead">A program in any language takes a seat over one WebSocket. Give a persona the model <code>agent/&lt;name&gt;</code>, and the program that joined under that name speaks for it. It may think for long, die, and come back: a turn is known by its id alone.</p>
      ${this.problem ? problemNote(this.problem) : nothing}
      <div class="attach">
        <section aria-label="Program">
          <form @submit=${(event) => this.#token(event)}>
            <label><span>Name of the agent</span><input name="name" required pattern="[a-z0-9_\\-]{1,64}" value=${route().query.get("agent") ?? "advisor"} autocomplete="off"></label>
            <button class="main">Make a token</button>
          </form>
          ${this.#code()}
        </section>
        <aside>
          <div class="card">
            <div class="card-head"><h2>Agents seen of late</h2></div>
            ${this.list === null ? skeleton(3) : this.#agents(this.list)}
          </div>
          <div class="card">
            <div class="card-head"><h2>Addresses</h2></div>
            <p class="sub"><code>${socketUrl()}</code></p>
            <dl class="words">${WORDS.map(([address, what]) => html`<div><dt><code>${address}</code></dt><dd>${what}</dd></div>`)}</dl>
          </div>
        </aside>
      </div>
    </div>`;
  }

  #agents(list) {
    if (!list.length) return html`<p class="sub">None yet.</p>`;
    return html`<table><thead><tr><th scope="col">name</th><th scope="col">seen</th><th scope="col" class="num">owes</th></tr></thead>
      <tbody>${list.map((one) => html`<tr><td>${one.id}</td><td class="quiet">${age(one.seen)} ago</td><td class="num">${one.waiting ? counted(one.waiting, "turn") : "nothing"}</td></tr>`)}</tbody></table>`;
  }

  #code() {
    const { name, url } = this.given ?? { name: "advisor", url: `${socketUrl()}?token=…` };
    const program = PROGRAMS[this.language];
    return html`<div class="tabs"><div role="tablist" aria-label="Language">
        ${Object.entries(PROGRAMS).map(
          ([id, one]) => html`<button role="tab" id="code-${id}" aria-selected=${this.language === id} aria-controls="code" @click=${() => (this.language = id)}>${one.name}</button>`,
        )}
      </div></div>
      <div role="tabpanel" id="code" aria-labelledby="code-${this.language}">
        ${copyable(`LIDA_AGENT=${name} LIDA_BUS='${url}' ${program.run}`, "copy the command")}
        <p class="say-how">${this.given
          ? "The token in this command is shown once; keep it as you keep a key."
          : "A token names one agent: with it a program joins and hands in turns, and can do nothing else."}
          The program, to be saved as <code>${program.file}</code>:</p>
        ${copyable(this.programs[this.language] ?? "", "copy the program")}
      </div>`;
  }

  async #token(event) {
    event.preventDefault();
    const name = String(new FormData(event.target).get("name")).trim();
    try {
      const { url } = await agents.token(name);
      this.given = { name, url };
      this.problem = null;
      note({ agent: name });
    } catch (cause) {
      this.problem = Problem.of(cause);
    }
  }
}

const socketUrl = () => `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/eventbus/websocket`;

customElements.define("lida-attach", AttachScreen);
