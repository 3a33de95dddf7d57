import { LitElement, html, nothing } from "lit";
import { Problem, seats } from "../api.js";
import { signed, two, words } from "../format.js";
import { GUEST } from "../person.js";
import { problemNote } from "./bits.js";
import { ballotFields, ballotOf } from "./your-ballot.js";
import { beliefFields, beliefsOf } from "./your-beliefs.js";

/** A turn that the log calls open is owed a moment later; then it is looked again. */
const LOOK_MILLIS = 500;

/** Whether somebody has spoken on this page: in a talk their keyboard stays where they speak. */
let spoke = false;

/** A stance in words. @param {number} stance */
function leaning(stance) {
  const side = stance > 0 ? "yes" : "no";
  const size = Math.abs(stance);
  if (size < 0.05) return "undecided";
  return size < 0.35 ? `leans to ${side}` : size < 0.75 ? side : `clearly ${side}`;
}

/** What a person in a seat is asked, and their answer. */
class YourTurn extends LitElement {
  static properties = {
    runId: { attribute: "run-id" },
    person: {},
    call: {},
    seat: { attribute: false },
    options: { attribute: false },
    wanted: { state: true },
    stance: { state: true },
    confidence: { state: true },
    problem: { state: true },
    busy: { state: true },
    done: { state: true },
  };

  #timer = 0;

  constructor() {
    super();
    /** @type {any} */ this.wanted = null;
    this.stance = 0;
    this.confidence = 0.5;
    /** @type {Problem|null} */ this.problem = null;
    this.busy = false;
    this.done = false;
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#look();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  async #look() {
    try {
      const owed = await seats.owed(this.runId, this.person);
      const wanted = owed.find((turn) => turn.turn_id === `${this.runId}.${this.call}`);
      if (wanted) this.#ask(wanted);
      else if (this.isConnected) this.#timer = setTimeout(() => this.#look(), LOOK_MILLIS);
    } catch (cause) {
      this.problem = Problem.of(cause);
    }
  }

  async #ask(wanted) {
    this.stance = wanted.brief.situation.heard.findLast((turn) => turn.own)?.stance ?? 0;
    this.wanted = wanted;
    await this.updateComplete;
    if (this.#talking && spoke && document.activeElement === document.body) this.querySelector("textarea")?.focus({ preventScroll: true });
    this.dispatchEvent(new CustomEvent("asked", { bubbles: true }));
  }

  render() {
    if (this.done || !this.wanted) return this.problem ? problemNote(this.problem) : nothing;
    const { kind, seconds, brief } = this.wanted;
    return html`<form class="your-turn form" aria-label=${this.#title} @submit=${(event) => this.#send(event)} @keydown=${(event) => this.#key(event)}>
      <div class="your-head">
        <h2>${this.#title}</h2>
        <span class="quiet">${this.#occasion(kind, brief.situation)} · ${left(seconds)}</span>
      </div>
      ${this.#fields(kind, brief)}
      ${this.problem ? problemNote(this.problem) : nothing}
      <div class="go">
        <span class="quiet keys">${this.#talking ? "Enter says it, Shift and Enter begin a new line" : "Ctrl and Enter send it"}</span>
        <button type="button" ?disabled=${this.busy} @click=${() => this.#hand({ pass: true })}>Pass</button>
        <button class="main" ?disabled=${this.busy}>${kind === "vote" ? "Vote" : kind === "move" ? "Move" : "Say it"}</button>
      </div>
    </form>`;
  }

  get #title() {
    return this.seat.name === GUEST ? "Your turn" : `Your turn, ${this.seat.name}`;
  }

  #occasion(kind, situation) {
    if (kind === "vote") return "the vote";
    if (kind === "probe") return "in private: nobody at the table hears it";
    return `round ${situation.round} of ${situation.rounds}, ${words(situation.phase)}`;
  }

  get #talking() {
    return this.wanted.brief.situation.mode === "conversation";
  }

  #fields(kind, brief) {
    switch (kind) {
      case "turn":
        return html`${this.#words("What do you say?", 4)}
          ${this.#talking
            ? html`<details><summary>Say where you stand</summary>${this.#where()}</details>`
            : this.#where()}`;
      case "probe":
        return html`${this.#where()} ${beliefFields(brief.axes ?? [])} ${this.#words("Why?", 2)}`;
      case "vote":
        return html`${brief.form === "choice" ? this.#choice("vote", ["for", "against", "abstain"]) : ballotFields(brief.form, this.options)}
          ${this.#words("Why?", 2)} ${this.#sure()}`;
      case "move":
        return html`${this.#move(brief.table.lever)} ${this.#words("Why?", 2)}`;
      case "nomination":
        return this.#choice("text", brief.candidates);
      default:
        return this.#words("Sum up what was said", 4);
    }
  }

  #words(label, rows) {
    return html`<label><span>${label}</span><textarea name="text" rows=${rows} required maxlength="16000"></textarea></label>`;
  }

  #choice(name, values) {
    return html`<fieldset class="your-choice"><legend class="unseen">Your choice</legend>
      ${values.map((value) => html`<label><input type="radio" name=${name} value=${value} required> ${value}</label>`)}
    </fieldset>`;
  }

  #where() {
    return html`<div class="your-measures">
      <label class="your-slider"><span>Where you stand <output>${signed(this.stance)} ${leaning(this.stance)}</output></span>
        <input type="range" min="-1" max="1" step="0.05" aria-valuetext="${signed(this.stance)}, ${leaning(this.stance)}"
          .value=${String(this.stance)} @input=${(event) => (this.stance = Number(event.target.value))}>
        <small aria-hidden="true"><i>−1 no</i><i>0</i><i>+1 yes</i></small></label>
      ${this.#sure()}
    </div>`;
  }

  #sure() {
    return html`<label class="your-slider"><span>How sure <output>${two(this.confidence)}</output></span>
      <input type="range" min="0" max="1" step="0.05" aria-valuetext=${two(this.confidence)}
        .value=${String(this.confidence)} @input=${(event) => (this.confidence = Number(event.target.value))}>
      <small aria-hidden="true"><i>0 not at all</i><i>1 certain</i></small></label>`;
  }

  #move({ name, least, most, points, meaning }) {
    const named = Object.keys(points ?? {});
    return html`<p class="quiet">${meaning}</p>
      ${named.length
        ? this.#choice("move", named)
        : html`<label><span>${words(name)}, ${two(least)} to ${two(most)}</span>
            <input name="move" type="number" min=${least} max=${most} step="any" required></label>`}`;
  }

  /** Enter alone is a new line in a speech, and sends what is said in a talk. */
  #key(event) {
    const talks = this.#talking && !event.shiftKey && !event.isComposing;
    if (event.key !== "Enter" || event.target.localName !== "textarea" || !(talks || event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.currentTarget.requestSubmit();
  }

  #send(event) {
    event.preventDefault();
    const { kind, brief } = this.wanted;
    const fields = new FormData(event.target);
    const turn = { text: String(fields.get("text") ?? "").trim() };
    if (kind === "turn" || kind === "probe") Object.assign(turn, { stance: this.stance, confidence: this.confidence });
    if (kind === "probe") Object.assign(turn, { ballot: beliefsOf(brief.axes ?? [], fields) });
    if (kind === "vote") Object.assign(turn, { confidence: this.confidence });
    if (kind === "vote" && brief.form === "choice") Object.assign(turn, { vote: fields.get("vote") });
    if (kind === "vote" && brief.form !== "choice") {
      const { ballot, refusal } = ballotOf(brief.form, this.options, fields);
      if (refusal) return this.#refuse(refusal);
      Object.assign(turn, { ballot });
    }
    if (kind === "move") {
      const named = Object.keys(brief.table.lever.points ?? {}).length > 0;
      Object.assign(turn, { ballot: { move: named ? fields.get("move") : Number(fields.get("move")) } });
    }
    this.#hand(turn);
  }

  #refuse(title) {
    this.problem = new Problem({ code: "ballot", title });
  }

  async #hand(turn) {
    this.busy = true;
    this.problem = null;
    try {
      await seats.handIn(this.runId, this.person, { turn_id: this.wanted.turn_id, ...turn });
      this.done = true;
      spoke = true;
    } catch (cause) {
      this.problem = Problem.of(cause);
    }
    this.busy = false;
  }
}

/** How long somebody is waited for. @param {number} seconds */
const left = (seconds) => (seconds > 90 ? `you have ${Math.round(seconds / 60)} min` : `you have ${seconds} s`);

customElements.define("lida-your-turn", YourTurn);
