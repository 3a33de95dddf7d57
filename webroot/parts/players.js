import { LitElement, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { WAYS_TO_PLAY } from "../games.js";
import { avatar } from "./avatar.js";

/**
 * Who plays, in the order of seats, and how each is played. Its fields belong to the form around
 * it, as `player_by` and `player_lambda`.
 */
class Players extends LitElement {
  static properties = {
    players: { attribute: false },
    roles: { attribute: false },
    ways: { state: true },
  };

  constructor() {
    super();
    /** @type {{id: string, name: string}[]} */
    this.players = [];
    /** @type {string[]|undefined} what the places are for, where they differ */
    this.roles = undefined;
    /** How each is played, by persona; kept for one who leaves and comes back. @type {Map<string, string>} */
    this.ways = new Map();
  }

  createRenderRoot() {
    return this;
  }

  render() {
    return html`<fieldset class="players">
      <legend>Played by</legend>
      ${repeat(this.players, (player) => player.id, (player, seat) => this.#row(player, seat))}
      ${this.roles && this.players.length === 2 ? html`<button type="button" class="word" @click=${() => this.dispatchEvent(new CustomEvent("swap"))}>change places</button>` : nothing}
    </fieldset>`;
  }

  #row(player, seat) {
    const way = this.ways.get(player.id) ?? "model";
    return html`<div class="player-row">
      ${avatar({ seat, name: player.name }, "small")}
      <span>${player.name}${this.roles?.[seat] ? html`<small>${this.roles[seat]}</small>` : nothing}</span>
      <label class=${way === "qre" ? "" : "unneeded"}><span>lambda</span>
        <input name="player_lambda" type="number" min="0" max="1000" step="any" value="5" aria-label="Lambda of ${player.name}" title="from 0 for even play"></label>
      <select name="player_by" aria-label="How ${player.name} is played" .value=${way} @change=${(event) => (this.ways = new Map(this.ways).set(player.id, event.target.value))}>
        ${WAYS_TO_PLAY.map(([id, name]) => html`<option value=${id} ?selected=${id === way}>${name}</option>`)}
      </select>
    </div>`;
  }
}

customElements.define("lida-players", Players);

/** How each is played, as a game has it. @param {FormData} fields @param {string[]} ids in the order of seats */
export function playersOf(fields, ids) {
  const ways = fields.getAll("player_by").map(String);
  const lambdas = fields.getAll("player_lambda").map(Number);
  return Object.fromEntries(ids.map((id, seat) => [id, { by: ways[seat], ...(ways[seat] === "qre" ? { lambda: lambdas[seat] } : {}) }]));
}
