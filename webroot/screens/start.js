import { LitElement, html, nothing } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { Problem, personas, runs } from "../api.js";
import { counted, words } from "../format.js";
import { FORMS, GAMES } from "../games.js";
import { problemNote } from "../parts/bits.js";
import { figureFields } from "../parts/figures.js";
import "../parts/options.js";
import "../parts/players.js";
import { ownSeat } from "../parts/own-seat.js";
import { go } from "../router.js";
import { OPTION_RULES, PROPOSAL_RULES } from "../rules.js";
import { KINDS, MODERATOR, choosesOptions, usual, votes, wishOf } from "../wish.js";

/** How many personas are listed at once; the others are found by searching. */
const LISTED = 60;

/** The form by which a run is started; one sending makes one run, however often it is clicked. */
class Start extends LitElement {
  static properties = {
    people: { state: true },
    kind: { state: true },
    form: { state: true },
    panel: { state: true },
    search: { state: true },
    problem: { state: true },
    rule: { state: true },
    taking: { state: true },
    busy: { state: true },
  };

  #key = crypto.randomUUID();
  /** Shown before the others, so that a choice is seen; stays while one chooses, so that nothing moves. */
  #first = new Set(KINDS.debate.panel);
  #chosen = false;

  constructor() {
    super();
    /** @type {any[]} */
    this.people = [];
    this.kind = "debate";
    this.form = "precipice";
    /** In the order of seats. @type {string[]} */
    this.panel = KINDS.debate.panel;
    this.search = "";
    this.rule = "weighted";
    this.taking = "round_robin";
    /** @type {Problem|null} */
    this.problem = null;
    this.busy = false;
    personas.list().then((list) => (this.people = list), (cause) => (this.problem = Problem.of(cause)));
  }

  createRenderRoot() {
    return this;
  }

  render() {
    const { topic, rounds } = usual(this.kind, this.form);
    const game = this.kind === "game";
    return html`<form class="form" @submit=${(event) => this.#send(event)}>
      ${this.#kinds()}
      ${game ? this.#games() : nothing}
      <label><span>Question${game ? ", if it is to be another" : ""}</span><textarea name="topic" rows="2" ?required=${!game} maxlength="2000" placeholder=${topic}></textarea></label>
      ${this.#people()}
      ${game ? html`<lida-players .players=${this.panel.map((id) => ({ id, name: this.#nameOf(id) }))} .roles=${FORMS[this.form].roles} @swap=${() => this.#seat(this.panel.toReversed())}></lida-players>
        ${keyed(this.form, figureFields(this.form))}` : nothing}
      ${ownSeat()}
      <div class="pair ${this.kind === "conversation" ? "roomy" : ""}">
        <label><span>Rounds</span><input name="rounds" type="number" min="1" max="50" .value=${String(rounds)} required></label>
        <label><span>Model</span><input name="model" list="models" placeholder="card's own"></label>
        <datalist id="models"><option value="sim/default">simulated</option></datalist>
        ${votes(this.kind) ? this.#voting() : nothing}
        ${this.kind === "conversation" ? this.#taking() : nothing}
      </div>
      ${choosesOptions(this.kind, this.rule) ? html`<lida-options></lida-options>` : nothing}
      ${this.problem ? problemNote(this.problem) : nothing}
      <div class="go">
        <span class="quiet">Without a key for a model, the simulated one speaks and says so.</span>
        <button class="main" ?disabled=${this.busy}>Start</button>
      </div>
    </form>`;
  }

  #kinds() {
    return html`<fieldset class="kinds">
      <legend class="unseen">Kind</legend>
      <div>${Object.entries(KINDS).map(
        ([id, kind]) => html`<label><input type="radio" name="kind" value=${id} .checked=${id === this.kind} @change=${() => this.#turn(id, this.form)}><span>${kind.name}</span></label>`,
      )}</div>
      <p class="quiet">${KINDS[this.kind].hint}</p>
    </fieldset>`;
  }

  #games() {
    return html`<label><span>Game</span><select name="form" .value=${this.form} @change=${(event) => this.#turn("game", event.target.value)}>
        ${GAMES.map((game) => html`<optgroup label=${game.name}>${game.forms.map(([id, form]) => html`<option value=${id} ?selected=${id === this.form}>${form.name}</option>`)}</optgroup>`)}
      </select><small class="quiet">${FORMS[this.form].rules}</small></label>`;
  }

  #people() {
    const letters = this.search.toLowerCase();
    const shown = this.people
      .filter((one) => this.#first.has(one.id) || this.panel.includes(one.id) || `${one.name} ${words(one.id)} ${one.region}`.toLowerCase().includes(letters))
      .sort((a, b) => Number(this.#first.has(b.id)) - Number(this.#first.has(a.id)))
      .slice(0, LISTED);
    return html`<fieldset>
      <legend>${this.kind === "game" ? "Players" : "Panel"} · ${counted(this.panel.length, "persona")}</legend>
      <input type="search" aria-label="Search personas" placeholder="search by name, group or place" .value=${this.search} @input=${(event) => (this.search = event.target.value)}>
      <div class="panel" tabindex="0" role="group" aria-label="Personas">
        ${shown.map(
          (one) => html`<label>
            <input type="checkbox" .checked=${this.panel.includes(one.id)} @change=${() => this.#toggle(one.id)}>
            <span>${one.name}<small>${words(one.constituency)} · ${words(one.disposition)}</small></span>
          </label>`,
        )}
      </div>
    </fieldset>`;
  }

  #voting() {
    return html`<label><span>Voting</span><select name="voting_method" .value=${this.rule} @change=${(event) => (this.rule = event.target.value)}>
        <optgroup label="for or against">${PROPOSAL_RULES.map(([id, name]) => html`<option value=${id} ?selected=${id === this.rule}>${name}</option>`)}</optgroup>
        <optgroup label="among options">${OPTION_RULES.map(([id, name]) => html`<option value=${id} ?selected=${id === this.rule}>${name}</option>`)}</optgroup>
      </select></label>
      <label><span>Consensus at</span><input name="consensus_threshold" type="number" min="0.05" max="1" step="0.05" value="0.7" required></label>`;
  }

  #taking() {
    return html`<label><span>Who speaks next</span><select name="turn_taking" .value=${this.taking} @change=${(event) => (this.taking = event.target.value)}>
        <option value="round_robin" ?selected=${this.taking === "round_robin"}>each in turn</option>
        <option value="moderated" ?selected=${this.taking === "moderated"}>a moderator says</option>
      </select></label>
      ${this.taking === "moderated"
        ? html`<label><span>Moderator</span><select name="moderator">
            ${this.people.filter((one) => !this.panel.includes(one.id)).map((one) => html`<option value=${one.id} ?selected=${one.id === MODERATOR}>${one.name}, ${words(one.constituency)}</option>`)}
          </select></label>`
        : nothing}`;
  }

  #nameOf(id) {
    return this.people.find((one) => one.id === id)?.name ?? words(id);
  }

  firstUpdated() {
    this.querySelector("textarea")?.focus();
  }

  /** Another kind has other usual people, unless some were chosen by hand. */
  #turn(kind, form) {
    this.kind = kind;
    this.form = form;
    if (this.#chosen) return;
    this.panel = usual(kind, form).panel;
    this.#first = new Set(this.panel);
  }

  #toggle(id) {
    this.#seat(this.panel.includes(id) ? this.panel.filter((other) => other !== id) : [...this.panel, id]);
  }

  #seat(panel) {
    this.#chosen = true;
    this.panel = panel;
    this.#key = crypto.randomUUID();
  }

  async #send(event) {
    event.preventDefault();
    this.busy = true;
    try {
      const begun = await runs.start(wishOf(new FormData(event.target), this), this.#key);
      go(`/runs/${begun.id}`);
    } catch (cause) {
      this.problem = Problem.of(cause);
      this.#key = crypto.randomUUID();
    }
    this.busy = false;
  }
}

customElements.define("lida-start", Start);
