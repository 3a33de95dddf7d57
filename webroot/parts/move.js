import { LitElement, html, nothing } from "lit";
import { plain, signed, words } from "../format.js";
import { figuresOf, wayName } from "../games.js";
import { prose } from "../prose.js";
import { avatar } from "./avatar.js";
import { restraintTrack } from "./stance.js";
import { who } from "./turn.js";

/** @param {any} move in words */
export const moveWords = (move) => `${words(move.lever)} ${move.word ?? plain(move.value)}`;

/** A move in a game: what was set and why, and, once the round is resolved, what came of it. */
class Move extends LitElement {
  static properties = {
    entry: { attribute: false },
    seat: { attribute: false },
    played: { attribute: false },
    game: { attribute: false },
  };

  createRenderRoot() {
    return this;
  }

  render() {
    const { entry, seat } = this;
    const { move } = entry;
    return html`<article class="turn" aria-label="${seat.name}, round ${entry.round}">
      ${avatar(seat)}
      <div>
        <div class="who">${who(seat)}${restraintTrack(seat.seat, move.restraint, entry.before, moveWords(move))}</div>
        ${move.flags.includes("kept") ? this.#refused(entry.failure) : nothing}
        <div class="say">${prose(move.reason)}</div>
        <div class="foot">
          ${this.#earned()}
          <span>played by ${wayName(move.by)}</span>
          <button class="word" aria-label="why: the raw move of ${seat.name}, round ${entry.round}" @click=${() => this.#why()}>why</button>
        </div>
      </div>
    </article>`;
  }

  #refused(failure) {
    return html`<div class="silent" role="note">
      <p>No legal move came, so another stands in.${failure ? html` ${failure.title} <code>${failure.code}</code>` : nothing}</p>
      ${failure?.detail ? html`<p class="quiet">${failure.detail}</p>` : nothing}
    </div>`;
  }

  /** What the move brought, and how the player's own figures of the world changed. */
  #earned() {
    const { speaker } = this.entry.move;
    const payoff = this.played?.payoffs[speaker];
    if (payoff === undefined) return nothing;
    const { before, after } = this.played;
    const own = figuresOf(this.game.name).filter((figure) => figure.each);
    const change = ({ id, past }) => `${past && !before.round ? "" : `${plain(before[id][speaker])} → `}${plain(after[id][speaker])}`;
    return html`<span class="earned">earned ${signed(payoff)}</span>
      ${own.map((figure) => html`<span>${figure.name.toLowerCase()} ${change(figure)}</span>`)}`;
  }

  #why() {
    this.dispatchEvent(new CustomEvent("why", { detail: this.entry.call, bubbles: true }));
  }
}

customElements.define("lida-move", Move);
