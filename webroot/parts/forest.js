import { html, nothing, svg } from "lit";
import { signed, words } from "../format.js";

const REACHES = [0.1, 0.25, 0.5, 1];

/** The end of the line, from the one side of 0 to the other, on which all of them fit; as in the terminal. */
export function reach(premiums) {
  const widest = Math.max(...premiums.flatMap(({ difference, low, high }) => [difference, low ?? 0, high ?? 0]).map(Math.abs));
  return REACHES.find((end) => widest <= end) ?? 1;
}

/** Where a value lies on the line, as a share of it. @param {number} value @param {number} end */
export const place = (value, end) => (Math.max(-1, Math.min(1, value / end)) + 1) / 2;

/** Whether there is an interval that has a width, and 0 lies outside of it: only then can something be claimed. */
export const clear = (premium) => ranged(premium) && premium.low < premium.high && (premium.low > 0 || premium.high < 0);

const ranged = ({ low }) => typeof low === "number";

/**
 * Differences as a forest plot: for each control and measure the estimate as a dot, its interval
 * as a line, 0 marked through all of them.
 * @param {any[]} premiums
 */
export function forest(premiums) {
  const end = reach(premiums);
  const at = (value) => `${(3 + 94 * place(value, end)).toFixed(2)}%`;
  return html`<div class="forest">
    ${[...Map.groupBy(premiums, (one) => one.control)].map(
      ([control, own]) => html`<h3>against ${words(control)}</h3>
        <ul>${own.map((one) => row(one, at))}</ul>`,
    )}
    <div class="axis" aria-hidden="true">
      <svg>${[-end, 0, end].map((value) => svg`<text x=${at(value)} y="12" text-anchor="middle">${value ? signed(value) : "0"}</text>`)}</svg>
      <p><span>← less than the control</span><span>more →</span></p>
    </div>
  </div>`;
}

const row = (premium, at) => html`<li class=${clear(premium) ? "clear" : ""}>
  <span>${premium.measure}</span>
  <svg aria-hidden="true">
    <line class="zero" x1=${at(0)} x2=${at(0)} y1="0" y2="100%"></line>
    ${ranged(premium) ? svg`<line class="interval" x1=${at(premium.low)} x2=${at(premium.high)} y1="13" y2="13"></line>` : nothing}
    <circle class=${ranged(premium) ? "" : "bare"} cx=${at(premium.difference)} cy="13" r="4.5"></circle>
  </svg>
  <span class="num"><b>${signed(premium.difference)}</b> <span>${ranged(premium) ? `[${signed(premium.low)}, ${signed(premium.high)}]` : "no interval"}</span></span>
</li>`;

const known = (value) => (typeof value === "number" ? signed(value) : "–");

/** The same as a table. @param {any[]} premiums */
export const forestTable = (premiums) => html`<div class="wide" tabindex="0" role="group" aria-label="Premiums"><table>
  <caption class="unseen">Deliberation less control, by control and measure</caption>
  <thead><tr><th scope="col">control</th><th scope="col">measure</th>${["difference", "low", "high", "pairs"].map((name) => html`<th scope="col" class="num">${name}</th>`)}<th scope="col">interval</th></tr></thead>
  <tbody>${premiums.map(
    (one) => html`<tr><th scope="row">${words(one.control)}</th><td>${one.measure}</td>
      ${[one.difference, one.low, one.high].map((value) => html`<td class="num">${known(value)}</td>`)}<td class="num">${one.pairs}</td><td>${one.interval ?? "none"}</td></tr>`,
  )}</tbody>
</table></div>`;
