import { html } from "lit";
import { alike, surname } from "../format.js";
import "../parts/lines.js";
import { head } from "./card.js";

/** A figure over rounds, as lines or as a table. */
export function figure({ name, sub, lines, share = false }, view) {
  return html`<div class="card">
    ${head(name, sub, view)}
    ${view.table ? table(name, lines) : html`<lida-lines name=${name} .lines=${lines} .share=${share}></lida-lines>`}
  </div>`;
}

function table(name, lines) {
  const rounds = [...new Set(lines.flatMap((line) => line.points.map((point) => point.round)))].sort((a, b) => a - b);
  const value = (line, round) => line.points.find((point) => point.round === round)?.value;
  const written = alike(lines.flatMap((line) => line.points.map((point) => point.value)));
  return html`<div class="wide" tabindex="0" role="group" aria-label=${name}><table>
    <caption class="unseen">${name} by round</caption>
    <thead><tr><th scope="col">round</th>${lines.map((line) => html`<th scope="col" class="num">${line.seat === null ? line.name.toLowerCase() : surname(line.name)}</th>`)}</tr></thead>
    <tbody>${rounds.map(
      (round) => html`<tr><th scope="row">${round || "start"}</th>${lines.map((line) => html`<td class="num">${value(line, round) === undefined ? "–" : written(value(line, round))}</td>`)}</tr>`,
    )}</tbody>
  </table></div>`;
}
