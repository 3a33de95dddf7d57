import { LitElement, html, nothing } from "lit";
import { Problem, personas } from "../api.js";
import { counted, words } from "../format.js";
import { avatar } from "../parts/avatar.js";
import { problemNote, skeleton } from "../parts/bits.js";
import { matrix } from "../parts/matrix.js";
import "../parts/talk.js";
import { note } from "../router.js";
import "./fork.js";
import { card } from "./persona-card.js";

/** All personas: search, one card, two side by side, or what all believe. */
class PersonasScreen extends LitElement {
  static properties = {
    query: { attribute: false },
    list: { state: true },
    cards: { state: true },
    problem: { state: true },
    forking: { state: true },
    talking: { state: true },
  };

  constructor() {
    super();
    this.query = new URLSearchParams();
    /** @type {any[]|null} */
    this.list = null;
    /** @type {Map<string, any>} */
    this.cards = new Map();
    /** @type {Problem|null} */
    this.problem = null;
    this.forking = false;
    this.talking = false;
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    document.title = "Personas · LIDA";
    this.#read();
  }

  async #read() {
    try {
      this.list = await personas.list();
    } catch (cause) {
      this.problem = Problem.of(cause);
    }
  }

  get #chosen() {
    const first = this.query.get("id") ?? this.list?.[0]?.id;
    return [first, this.query.get("with")].filter(Boolean);
  }

  willUpdate(changed) {
    if (!changed.has("query") && !changed.has("list")) return;
    for (const id of this.#chosen) if (!this.cards.has(id)) this.#fetch(id);
  }

  async #fetch(id) {
    this.cards = new Map(this.cards).set(id, null);
    try {
      const whole = await personas.show(id);
      this.cards = new Map(this.cards).set(id, whole);
      this.problem = null;
    } catch (cause) {
      this.problem = Problem.of(cause);
    }
  }

  render() {
    if (!this.list) return html`<div class="page">${this.problem ? problemNote(this.problem) : skeleton(9)}</div>`;
    const text = this.query.get("q") ?? "";
    const letters = text.toLowerCase().split(/\s+/u).filter(Boolean);
    const found = this.list.filter((one) => {
      const topics = one.expertise.map((skill) => words(skill.topic)).join(" ");
      const all = `${one.name} ${words(one.id)} ${one.summary} ${one.region} ${topics}`.toLowerCase();
      return letters.every((part) => all.includes(part));
    });
    if (this.query.get("view") === "matrix") {
      return html`<div class="page">
        <div class="bar"><h1>Personas</h1><a href="/personas">One by one</a></div>
        ${matrix(this.list, this.query.get("axis") ?? "pace")}
      </div>`;
    }
    return html`<div class="page">
      <div class="bar"><h1>Personas</h1><a href="/personas?view=matrix">What all believe</a></div>
      <div class="bar">
        <input type="search" data-find aria-label="Search personas" placeholder="search by name, group, place, topic or words" .value=${text}
          @input=${(event) => note({ q: event.target.value || null })}>
        <span class="quiet">${text ? `${found.length} of ${counted(this.list.length, "card")}` : counted(this.list.length, "card")}</span>
      </div>
      <div class="people">
        <nav class="people-list" aria-label="Cards">${found.map((one) => this.#entry(one))}</nav>
        <div>${this.problem ? problemNote(this.problem) : nothing}${this.#shown()}</div>
      </div>
    </div>`;
  }

  #seat(id) {
    return Math.max(0, this.list?.findIndex((one) => one.id === id) ?? 0);
  }

  #entry(one) {
    const here = this.#chosen.includes(one.id);
    const query = new URLSearchParams(this.query);
    query.set("id", one.id);
    if (query.get("with") === one.id) query.delete("with");
    return html`<a href="/personas?${query}" aria-current=${here ? "true" : nothing}>
      ${avatar({ seat: this.#seat(one.id) % 8, name: one.name })}
      <span>${one.name}<small>${words(one.constituency)} · ${words(one.disposition)}${one.parent ? " · fork" : ""}</small></span>
    </a>`;
  }

  #shown() {
    const [first, second] = this.#chosen;
    const one = this.cards.get(first);
    const other = second ? this.cards.get(second) : undefined;
    if (!one) return this.problem ? nothing : skeleton(8);
    return html`<div class="acts bar">
        <label class="compare"><span class="unseen">Compare with</span>
          <select @change=${(event) => note({ with: event.target.value || null })}>
            <option value="" ?selected=${!second}>Compare with …</option>
            ${this.list?.filter((each) => each.id !== first).map((each) => html`<option value=${each.id} ?selected=${each.id === second}>${each.name} · ${words(each.disposition)}</option>`)}
          </select></label>
        <button aria-expanded=${this.talking} @click=${() => (this.talking = !this.talking)}>${this.talking ? "Rather not talk" : `Talk with ${one.name}`}</button>
        <button aria-expanded=${this.forking} @click=${() => (this.forking = !this.forking)}>${this.forking ? "Close the fork" : "Fork this card"}</button>
      </div>
      ${this.talking ? html`<lida-talk .persona=${one}></lida-talk>` : nothing}
      ${this.forking ? html`<lida-fork .card=${one} @forked=${(event) => this.#forked(event.detail)}></lida-fork>` : nothing}
      <div class="pair-of-cards">
        ${card(one, this.#seat(one.id) % 8, other)} ${other ? card(other, this.#seat(other.id) % 8, one) : nothing}
      </div>`;
  }

  async #forked(id) {
    await this.#read();
    this.forking = false;
    note({ id, with: this.query.get("id") ?? this.#chosen[0], q: null });
  }
}

customElements.define("lida-personas", PersonasScreen);
