import { LitElement, html } from "lit";
import { runs, studies } from "../api.js";
import { go } from "../router.js";

const PLACES = [
  { label: "Runs", hint: "g r", path: "/" },
  { label: "Start a run", hint: "screen", path: "/?start=1" },
  { label: "Studies", hint: "g s", path: "/studies" },
  { label: "Personas", hint: "g p", path: "/personas" },
  { label: "Attach an agent", hint: "g a", path: "/attach" },
];

/** The command palette: every place, every run and study, by a few letters. */
class Palette extends LitElement {
  static properties = {
    runs: { state: true },
    studies: { state: true },
    text: { state: true },
    chosen: { state: true },
    extra: { attribute: false },
  };

  constructor() {
    super();
    this.runs = [];
    this.studies = [];
    this.text = "";
    this.chosen = 0;
    /** @type {{label: string, hint: string, act: () => void}[]} */
    this.extra = [];
  }

  createRenderRoot() {
    return this;
  }

  firstUpdated() {
    this.querySelector("dialog")?.showModal();
    runs.list().then((page) => (this.runs = page.runs), () => {});
    studies.list().then((list) => (this.studies = list), () => {});
  }

  get #found() {
    const all = [
      ...PLACES.map((place) => ({ ...place, act: () => go(place.path) })),
      ...this.extra,
      ...this.runs.map((run) => ({ label: run.topic, hint: `${run.status} · ${run.id}`, act: () => go(`/runs/${run.id}`) })),
      ...this.studies.map((study) => ({ label: study.topic, hint: `study, ${study.status} · ${study.id}`, act: () => go(`/studies/${study.id}`) })),
    ];
    const letters = this.text.toLowerCase().split(/\s+/u).filter(Boolean);
    return all.filter((one) => letters.every((part) => `${one.label} ${one.hint}`.toLowerCase().includes(part))).slice(0, 50);
  }

  render() {
    const found = this.#found;
    const chosen = Math.min(this.chosen, found.length - 1);
    return html`<dialog class="palette" aria-label="Go to"
      @close=${() => this.dispatchEvent(new CustomEvent("gone"))}
      @click=${(event) => event.target === event.currentTarget && event.currentTarget.close()}>
      <input type="text" role="combobox" aria-expanded="true" aria-controls="palette-list" aria-label="Search places, runs and studies"
        aria-activedescendant=${found.length ? `palette-${chosen}` : ""} placeholder="Search places, runs and studies" autocomplete="off" autofocus
        .value=${this.text}
        @input=${(event) => {
          this.text = event.target.value;
          this.chosen = 0;
        }}
        @keydown=${(event) => this.#key(event, found, chosen)}>
      <div role="listbox" id="palette-list" aria-label="Places, runs and studies">
        ${found.map(
          (one, index) => html`<div role="option" id="palette-${index}" aria-selected=${index === chosen}
            @click=${() => this.#take(one)} @pointermove=${() => (this.chosen = index)}>
            <span>${one.label}</span><span class="quiet">${one.hint}</span>
          </div>`,
        )}
      </div>
    </dialog>`;
  }

  #key(event, found, chosen) {
    if (event.key === "Enter" && found[chosen]) this.#take(found[chosen]);
    else if (event.key === "ArrowDown") this.chosen = Math.min(found.length - 1, chosen + 1);
    else if (event.key === "ArrowUp") this.chosen = Math.max(0, chosen - 1);
    else return;
    event.preventDefault();
  }

  #take(one) {
    this.querySelector("dialog")?.close();
    one.act();
  }
}

customElements.define("lida-palette", Palette);
