import { LitElement, html, nothing } from "lit";
import { Problem, personas, runs } from "../api.js";
import { counted, words } from "../format.js";
import { problemNote } from "../parts/bits.js";
import { optionsOf } from "../parts/options.js";
import { ownSeat, seated } from "../parts/own-seat.js";
import { go } from "../router.js";
import { OPTION_RULES, PROPOSAL_RULES } from "../rules.js";
import { DEMO } from "./runs.js";

/** The form by which a debate is started; one sending makes one run, however often it is clicked. */
class Start extends LitElement {
  static properties = {
    people: { state: true },
    panel: { state: true },
    search: { state: true },
    problem: { state: true },
    rule: { state: true },
    busy: { state: true },
  };

  #key = crypto.randomUUID();
  /** Shown before the others, so that a choice is seen; does not change, so that nothing moves. */
  #first = new Set(DEMO.personas);

  constructor() {
    super();
    /** @type {any[]} */
    this.people = [];
    this.panel = new Set(DEMO.personas);
    this.search = "";
    this.rule = "weighted";
    /** @type {Problem|null} */
    this.problem = null;
    this.busy = false;
    personas.list().then((list) => (this.people = list), (cause) => (this.problem = Problem.of(cause)));
  }

  createRenderRoot() {
    return this;
  }

  render() {
    const letters = this.search.toLowerCase();
    const shown = this.people
      .filter((one) => this.#first.has(one.id) || this.panel.has(one.id) || `${one.name} ${words(one.id)} ${one.region}`.toLowerCase().includes(letters))
      .sort((a, b) => Number(this.#first.has(b.id)) - Number(this.#first.has(a.id)))
      .slice(0, 60);
    return html`<form class="form" @submit=${(event) => this.#send(event)}>
      <label><span>Question</span><textarea name="topic" rows="2" required maxlength="2000" placeholder=${DEMO.topic}></textarea></label>
      <fieldset>
        <legend>Panel · ${counted(this.panel.size, "persona")}</legend>
        <input type="search" aria-label="Search personas" placeholder="search by name, group or place" .value=${this.search} @input=${(event) => (this.search = event.target.value)}>
        <div class="panel" tabindex="0" role="group" aria-label="Personas">
          ${shown.map(
            (one) => html`<label>
              <input type="checkbox" .checked=${this.panel.has(one.id)} @change=${() => this.#toggle(one.id)}>
              <span>${one.name}<small>${words(one.constituency)} · ${words(one.disposition)}</small></span>
            </label>`,
          )}
        </div>
      </fieldset>
      ${ownSeat()}
      <div class="pair">
        <label><span>Rounds</span><input name="rounds" type="number" min="1" max="50" value="3" required></label>
        <label><span>Model</span><input name="model" list="models" placeholder="card's own"></label>
        <datalist id="models"><option value="sim/default">simulated</option></datalist>
        <label><span>Voting</span><select name="voting_method" .value=${this.rule} @change=${(event) => (this.rule = event.target.value)}>
          <optgroup label="for or against">${PROPOSAL_RULES.map(([id, name]) => html`<option value=${id} ?selected=${id === this.rule}>${name}</option>`)}</optgroup>
          <optgroup label="among options">${OPTION_RULES.map(([id, name]) => html`<option value=${id}>${name}</option>`)}</optgroup>
        </select></label>
        <label><span>Consensus at</span><input name="consensus_threshold" type="number" min="0.05" max="1" step="0.05" value="0.7" required></label>
      </div>
      ${this.#choosing ? html`<lida-options></lida-options>` : nothing}
      ${this.problem ? problemNote(this.problem) : nothing}
      <div class="go">
        <span class="quiet">Without a key for a model, the simulated one speaks and says so.</span>
        <button class="main" ?disabled=${this.busy}>Start</button>
      </div>
    </form>`;
  }

  /** Whether the panel chooses among options, which then are wanted. */
  get #choosing() {
    return OPTION_RULES.some(([id]) => id === this.rule);
  }

  firstUpdated() {
    this.querySelector("textarea")?.focus();
  }

  #toggle(id) {
    const panel = new Set(this.panel);
    if (!panel.delete(id)) panel.add(id);
    this.panel = panel;
    this.#key = crypto.randomUUID();
  }

  async #send(event) {
    event.preventDefault();
    const fields = new FormData(event.target);
    const model = String(fields.get("model")).trim();
    this.busy = true;
    try {
      const begun = await runs.start(
        {
          topic: String(fields.get("topic")).trim(),
          personas: seated([...this.panel], fields),
          rounds: Number(fields.get("rounds")),
          voting_method: fields.get("voting_method"),
          consensus_threshold: Number(fields.get("consensus_threshold")),
          stream: true,
          ...(this.#choosing ? { options: optionsOf(fields) } : {}),
          ...(model ? { model } : {}),
        },
        this.#key,
      );
      go(`/runs/${begun.id}`);
    } catch (cause) {
      this.problem = Problem.of(cause);
      this.#key = crypto.randomUUID();
    }
    this.busy = false;
  }
}

customElements.define("lida-start", Start);
