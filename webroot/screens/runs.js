import { LitElement, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { Problem, runs } from "../api.js";
import { filter } from "../filter.js";
import { Listing } from "../listing.js";
import { age, counted, headline } from "../format.js";
import { Looking } from "../looking.js";
import { openSheets, pill, problemNote, sheet, skeleton } from "../parts/bits.js";
import { go, note } from "../router.js";
import { DEMO } from "../wish.js";
import "./start.js";

/** All runs, newest first, and the way to a new one. */
class RunsScreen extends LitElement {
  static properties = {
    query: { attribute: false },
    list: { state: true },
    problem: { state: true },
  };

  #listing = new Listing();

  constructor() {
    super();
    this.query = new URLSearchParams();
    /** @type {any[]|null} */
    this.list = null;
    /** @type {Problem|null} */
    this.problem = null;
    new Looking(this, async () => {
      this.#listing.renew(await runs.list());
      this.list = this.#listing.runs;
    });
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    document.title = "Runs · LIDA";
  }

  async #older() {
    try {
      this.#listing.extend(await runs.list(this.#listing.next));
      this.list = this.#listing.runs;
    } catch (cause) {
      this.problem = Problem.of(cause);
    }
  }

  render() {
    return html`<div class="page">
        ${this.problem ? problemNote(this.problem) : nothing}
        ${this.list === null ? (this.problem ? nothing : skeleton(9)) : this.list.length ? this.#runs(this.list) : this.#empty()}
      </div>
      ${this.query.has("start")
        ? sheet("Start a run", html`<lida-start></lida-start>`, () => note({ start: null }))
        : nothing}`;
  }

  updated() {
    openSheets(this);
  }

  #empty() {
    return html`<section class="empty">
      <h1>Nothing has been deliberated here yet: put a question to a panel of personas, and watch them move.</h1>
      <div class="acts">
        <button class="main" @click=${() => this.#demo()}>Start a demo debate</button>
        <button @click=${() => note({ start: "1" })}>Ask your own question</button>
      </div>
      <p>or in a terminal:</p>
      <pre tabindex="0">lida debate "Should AI development be paused?"</pre>
    </section>`;
  }

  async #demo() {
    try {
      const begun = await runs.start(DEMO, crypto.randomUUID());
      go(`/runs/${begun.id}`);
    } catch (cause) {
      this.problem = Problem.of(cause);
    }
  }

  #runs(list) {
    const text = this.query.get("q") ?? "";
    const found = list.filter(filter(text));
    return html`<h1>Runs</h1>
      <div class="bar">
        <input type="search" data-find aria-label="Filter runs" placeholder="filter: status:failed debate pause" .value=${text}
          @input=${(event) => note({ q: event.target.value || null })}>
        <span class="quiet">${text ? `${found.length} of ` : ""}${counted(list.length, "run")}${this.#listing.next ? ", and older ones" : ""}</span>
        <span class="grow"></span>
        <button class="main" @click=${() => note({ start: "1" })}>Start a run</button>
      </div>
      ${found.length
        ? html`<ul class="runs-list">
            <li class="head" aria-hidden="true"><span>status</span><span>question</span><span>mode</span><span>round</span><span>personas</span><span>outcome</span><span class="meta end">age</span></li>
            ${repeat(found, (run) => run.id, row)}
          </ul>`
        : html`<p class="quiet">No run fits. Fields: status, mode, model, outcome, id; numbers: round, rounds, participants, with <code>&lt; &gt; =</code>; a minus turns a part around.</p>`}
      ${this.#listing.next ? html`<p><button @click=${() => this.#older()}>Older runs</button></p>` : nothing}`;
  }
}

const row = (run) => html`<li>
  ${pill(run.status)}
  <a class="topic" href="/runs/${run.id}">${headline(run.topic)}</a>
  <span class="meta">${run.mode}</span>
  <span class="meta"><span class="label">round </span>${run.round} of ${run.rounds}</span>
  <span class="meta">${run.participants}<span class="label"> personas</span></span>
  <span class="meta">${run.outcome ?? ""}</span>
  <time class="meta end" datetime=${run.created}>${age(run.created)}</time>
</li>`;

customElements.define("lida-runs", RunsScreen);
