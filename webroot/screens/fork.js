import { LitElement, html, nothing } from "lit";
import { Problem, personas } from "../api.js";
import { AXES } from "../axes.js";
import { two } from "../format.js";
import { problemNote } from "../parts/bits.js";

/** A changed copy of a card: what differs is listed before it is made. */
class Fork extends LitElement {
  static properties = {
    card: { attribute: false },
    changes: { state: true },
    problem: { state: true },
  };

  constructor() {
    super();
    this.card = null;
    /** @type {Map<string, unknown>} new values by JSON pointer */
    this.changes = new Map();
    /** @type {Problem|null} */
    this.problem = null;
  }

  createRenderRoot() {
    return this;
  }

  willUpdate(changed) {
    if (changed.has("card")) this.changes = new Map();
  }

  render() {
    const difference = [...this.changes];
    return html`<form class="card form" @submit=${(event) => this.#send(event)}>
      <div class="pair">
        <label><span>Id of the fork</span><input name="id" required pattern="[a-z0-9_.\\-]+" value="${this.card.id}.fork"></label>
        <label><span>Name</span><input name="name" required .value=${this.card.name} @input=${(event) => this.#change("/name", event.target.value, this.card.name)}></label>
      </div>
      <fieldset>
        <legend>Beliefs</legend>
        ${AXES.map(([axis, name, low, high]) => this.#slider(axis, name, low, high))}
      </fieldset>
      <div aria-live="polite">
        ${difference.length
          ? html`<ul class="diff">${difference.map(([pointer, value]) => html`<li><code>${pointer}</code> ${this.#was(pointer)} → <b>${typeof value === "number" ? two(value) : value}</b></li>`)}</ul>`
          : html`<p class="quiet">Nothing differs yet.</p>`}
      </div>
      ${this.problem ? problemNote(this.problem) : nothing}
      <div class="go"><button class="main" ?disabled=${!difference.length}>Make the fork</button></div>
    </form>`;
  }

  #slider(axis, name, low, high) {
    const was = this.card.beliefs[axis]?.value ?? 0.5;
    const pointer = `/beliefs/${axis}/value`;
    const value = /** @type {number} */ (this.changes.get(pointer) ?? was);
    return html`<div class="fork-row">
      <span id="fork-${axis}">${name}</span>
      <input type="range" min="0" max="1" step="0.01" aria-labelledby="fork-${axis}" aria-valuetext="${two(value)}, from ${low} to ${high}"
        .value=${String(value)} @input=${(event) => this.#change(pointer, Number(event.target.value), was)}>
      <span class="num">${two(value)}</span>
    </div>`;
  }

  #was(pointer) {
    const value = pointer.slice(1).split("/").reduce((node, name) => node?.[name], this.card);
    return typeof value === "number" ? two(value) : value;
  }

  #change(pointer, value, was) {
    const changes = new Map(this.changes);
    if (value === was) changes.delete(pointer);
    else changes.set(pointer, value);
    this.changes = changes;
  }

  async #send(event) {
    event.preventDefault();
    const id = String(new FormData(event.target).get("id"));
    try {
      await personas.fork(this.card.id, { id, changes: Object.fromEntries(this.changes) });
      this.dispatchEvent(new CustomEvent("forked", { detail: id }));
    } catch (cause) {
      this.problem = Problem.of(cause);
    }
  }
}

customElements.define("lida-fork", Fork);
