import { html } from "lit";
import { AXES } from "../axes.js";
import { words } from "../format.js";
import { note } from "../router.js";

/** What the whole panel believes on one axis: a table, each figure on its shade, a link to the card. */
export function matrix(list, axis) {
  const panel = new Map(list.filter((one) => one.id === `${one.constituency}.${one.disposition}`).map((one) => [one.id, one]));
  const rows = [...new Set([...panel.values()].map((one) => one.constituency))].sort();
  const columns = [...new Set([...panel.values()].map((one) => one.disposition))].sort();
  const [, subject, low, high] = AXES.find(([id]) => id === axis) ?? AXES[4];
  return html`<div class="matrix">
    <label>Belief
      <select @change=${(event) => note({ axis: event.target.value })}>
        ${AXES.map(([id, name]) => html`<option value=${id} ?selected=${id === axis}>${name}</option>`)}
      </select></label>
    <p class="matrix-key"><span>0 ${low}</span><i aria-hidden="true"></i><span>1 ${high}</span></p>
    <div class="matrix-frame" role="region" aria-label="${subject}, by group and disposition" tabindex="0">
      <table>
        <caption class="unseen">${subject}: from 0, ${low}, to 1, ${high}; a row for each group, a column for each disposition</caption>
        <thead><tr><td></td>${columns.map((column) => html`<th scope="col"><span>${words(column)}</span></th>`)}</tr></thead>
        <tbody>${rows.map((row) => html`<tr><th scope="row">${words(row)}</th>
          ${columns.map((column) => cell(panel.get(`${row}.${column}`), axis))}</tr>`)}</tbody>
      </table>
    </div>
  </div>`;
}

function cell(one, axis) {
  if (!one) return html`<td>–</td>`;
  const value = one.beliefs[axis] ?? 0.5;
  return html`<td><a class="shade-${Math.min(7, Math.floor(value * 8))}" href="/personas?id=${one.id}"
    title="${one.name}: ${value.toFixed(2)}">${value.toFixed(2).replace(/^0/u, "")}</a></td>`;
}
