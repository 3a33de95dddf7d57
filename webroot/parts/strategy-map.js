import { LitElement, html, nothing } from "lit";
import { two, words } from "../format.js";
import { OPERATORS, WEIGHTINGS, fellBack, flagWords, lean, parted } from "../strategies.js";

const MOVES = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };

/**
 * Strategies as a map: operators down, weightings across, each figure on a colour that says to
 * which side of 0.5 it lies and how far. One cell at a time is in the order of focus; arrows move.
 */
class StrategyMap extends LitElement {
  static properties = {
    strategies: { attribute: false },
    own: { attribute: false },
    spot: { state: true },
    keyed: { state: true },
  };

  constructor() {
    super();
    /** @type {{strategy: string, value?: number, flags: string[]}[]} */
    this.strategies = [];
    this.own = "";
    /** The strategy the caption tells of. */
    this.spot = "";
    this.keyed = false;
  }

  createRenderRoot() {
    return this;
  }

  render() {
    const rows = [...new Set(this.strategies.map((one) => parted(one.strategy)[0]))];
    const columns = [...new Set(this.strategies.map((one) => parted(one.strategy)[1]))];
    const known = new Map(this.strategies.map((one) => [one.strategy, one]));
    const told = known.get(this.spot) ?? known.get(this.own) ?? this.strategies[0];
    return html`<div class="map-frame" role="group" aria-label="Map of strategies">
        <table class="map" role="grid" aria-label="Confidence in a yes: operators down, weightings across"
          @keydown=${(event) => this.#move(event, rows, columns)}>
          <thead><tr role="row"><td></td>${columns.map((column) => html`<th scope="col" role="columnheader" class=${told && parted(told.strategy)[1] === column ? "on" : ""}><span>${words(column)}</span></th>`)}</tr></thead>
          <tbody>${rows.map(
            (row) => html`<tr role="row"><th scope="row" role="rowheader" class=${told && parted(told.strategy)[0] === row ? "on" : ""}>${words(row)}</th>
              ${columns.map((column) => this.#cell(known.get(`${row}.${column}`), told))}</tr>`,
          )}</tbody>
        </table>
      </div>
      <p class="map-key"><span>0 no</span><span class="swatches" aria-hidden="true">${[-4, -3, -2, -1, 0, 1, 2, 3, 4].map((step) => html`<i class="lean${step}"></i>`)}</span><span>1 yes</span>
        <span class="sample"><i class="own" aria-hidden="true"></i>this run's</span><span class="sample"><i class="fell" aria-hidden="true"></i>all weigh the same</span></p>
      <p class="caption" aria-live=${this.keyed ? "polite" : "off"}>${told ? caption(told, this.own) : nothing}</p>`;
  }

  #cell(one, told) {
    if (!one) return html`<td></td>`;
    const valued = typeof one.value === "number";
    const figure = valued ? two(one.value).replace(/^0/u, "") : "–";
    const at = () => (this.spot = one.strategy);
    return html`<td role="gridcell" data-strategy=${one.strategy} tabindex=${one === told ? 0 : -1}
      class="${valued ? `lean${lean(one.value)}` : ""} ${fellBack(one) ? "fell" : ""} ${one.strategy === this.own ? "own" : ""}"
      aria-selected=${one.strategy === this.own} aria-label="${valued ? two(one.value) : "nothing"}${fellBack(one) ? ", all weigh the same" : ""}"
      @pointerenter=${() => this.#point(at, false)} @click=${() => this.#point(at, false)} @focus=${() => this.#point(at, true)}>${figure}</td>`;
  }

  #point(at, keyed) {
    this.keyed = keyed;
    at();
  }

  #move(event, rows, columns) {
    const by = MOVES[event.key];
    const at = event.target.dataset?.strategy;
    if (!at || event.ctrlKey || event.metaKey || event.altKey) return;
    const [row, column] = parted(at);
    let down = rows.indexOf(row) + (by?.[0] ?? 0);
    let across = columns.indexOf(column) + (by?.[1] ?? 0);
    if (event.key === "Home") across = 0;
    else if (event.key === "End") across = columns.length - 1;
    else if (!by) return;
    event.preventDefault();
    down = Math.max(0, Math.min(rows.length - 1, down));
    across = Math.max(0, Math.min(columns.length - 1, across));
    /** @type {HTMLElement|null} */ (this.querySelector(`[data-strategy="${rows[down]}.${columns[across]}"]`))?.focus();
  }
}

function caption(one, own) {
  const [operator, weighting] = parted(one.strategy);
  return html`<b>${typeof one.value === "number" ? two(one.value) : "nothing"}</b> by ${words(operator)}, ${words(weighting)}${one.strategy === own ? ", this run's own" : ""}:
    ${OPERATORS[operator] ?? words(operator)}; weighed ${WEIGHTINGS[weighting] ?? words(weighting)}.${one.flags.length ? ` Here ${one.flags.map(flagWords).join("; ")}.` : ""}`;
}

customElements.define("lida-strategy-map", StrategyMap);
