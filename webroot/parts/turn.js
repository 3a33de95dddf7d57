import { LitElement, html, nothing } from "lit";
import { two, words } from "../format.js";
import { prose } from "../prose.js";
import { speech } from "../speech.js";
import { framed } from "../frame.js";
import { personOf } from "../person.js";
import { avatar } from "./avatar.js";
import { stanceTrack } from "./stance.js";

/** A seat by its name, and what it stands for. */
export const who = (seat) => html`<b>${seat.name}</b>
  <span>${personOf(seat) ? "in person" : [seat.constituency, seat.disposition].filter(Boolean).map(words).join(" · ") || words(seat.role ?? "")}</span>`;

/** A turn that is over: spoken, summed up by the moderator, or failed. */
class Turn extends LitElement {
  static properties = {
    entry: { attribute: false },
    seat: { attribute: false },
    cites: { attribute: false },
  };

  createRenderRoot() {
    return this;
  }

  render() {
    const { entry, seat } = this;
    const spoken = entry.turn ?? entry.moderation;
    return html`<article class="turn" aria-label="${seat.name}, round ${entry.round}">
      ${avatar(seat)}
      <div>
        <div class="who">
          ${who(seat)}
          ${entry.turn ? stanceTrack(seat.seat, entry.turn.stance, entry.before) : nothing}
          ${entry.moderation ? html`<span class="stance">moderator</span>` : nothing}
        </div>
        ${spoken ? html`<div class="say">${prose(spoken.text)}</div>` : this.#failure(entry.failure)}
        ${entry.turn?.concedes.map((point) => html`<div class="concede">Concedes: ${point}${/[.!?]$/u.test(point) ? "" : "."}</div>`)}
        <div class="foot">
          ${(this.cites ?? []).map((cite) => html`<a class="cite" href="#${cite.id}" @click=${(event) => this.#jump(event, cite.id)}>↩ ${cite.label}</a>`)}
          ${entry.turn ? html`<span>confidence ${two(entry.turn.confidence)}</span>` : nothing}
          ${entry.attempt > 1 ? html`<span>asked ${entry.attempt} times</span>` : nothing}
          <button class="word" aria-label="why: the raw call of ${seat.name}, round ${entry.round}" @click=${() => this.#tell("why", entry.call)}>why</button>
        </div>
      </div>
    </article>`;
  }

  #failure(failure) {
    return html`<div class="silent" role="note">
      <p>Said nothing: ${failure.title} <code>${failure.code}</code></p>
      ${failure.detail ? html`<p class="quiet">${failure.detail}</p>` : nothing}
    </div>`;
  }

  #jump(event, id) {
    event.preventDefault();
    this.#tell("jump", id);
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));
  }
}

/** Longer stretches of words are laid out once and then left alone. */
const STRETCH = 900;

/** A speaker whose words are still coming; redrawn alone, once for each frame that brings some. */
class Speaking extends LitElement {
  static properties = {
    call: { type: String },
    seat: { attribute: false },
    words: { attribute: false },
  };

  #stop = () => {};
  /** @type {string[]} */
  #settled = [];
  #length = 0;

  createRenderRoot() {
    return this;
  }

  /** Also when it was only moved: its place among the seats may change. */
  connectedCallback() {
    super.connectedCallback();
    if (this.words) this.#listen();
  }

  willUpdate(changed) {
    if (changed.has("call") || changed.has("words")) this.#listen();
  }

  #listen() {
    this.#stop();
    this.#stop = this.words.listen(this.call, framed(() => this.requestUpdate()));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stop();
  }

  render() {
    const said = speech(this.words.of(this.call));
    return html`<div class="turn">
      ${avatar(this.seat)}
      <div>
        <div class="who">${who(this.seat)}<span class="stance quiet">${said ? "speaking" : "thinking"}</span></div>
        ${said ? this.#words(said) : nothing}
      </div>
    </div>`;
  }

  #words(said) {
    if (said.length < this.#length) {
      this.#settled = [];
      this.#length = 0;
    }
    while (said.length - this.#length > 2 * STRETCH) {
      const end = said.indexOf(" ", this.#length + STRETCH) + 1;
      if (!end) break;
      this.#settled.push(said.slice(this.#length, end));
      this.#length = end;
    }
    return html`${this.#settled.map((stretch) => html`<p class="say streaming">${stretch}</p>`)}
      <p class="say streaming">${said.slice(this.#length)}<span class="caret"></span></p>`;
  }
}

customElements.define("lida-turn", Turn);
customElements.define("lida-speaking", Speaking);

/** The moderator gives somebody the floor. */
export const floorLine = (moderator, { seat, reason }, seats) => html`<p class="floor">
  ${avatar(moderator, "small")}
  <span><b>${moderator.name}</b> gives the floor to <b>${seats[seat].name}</b>${reason ? html`: ${reason}` : nothing}</span>
</p>`;
