import { html, nothing } from "lit";
import { dollars, short, two, words } from "../format.js";
import { pill } from "../parts/bits.js";

/** What is measured, and in which words. */
const MEASURES = {
  right: "right, the share whose winner is the right answer",
  brier: "brier, the squared miss of the pooled confidence (lower is better)",
  consensus: "consensus, the share that made one",
  pooled: "pooled, the confidence in a yes",
};

const arm = ({ arm: id }) => html`<th scope="row">${words(id)}</th>`;

const figure = (count) => html`<td class="num ${count ? "" : "quiet"}">${count}</td>`;

/** What each arm came to over its repeats. */
export function results({ arms, repeats }) {
  const measures = Object.keys(MEASURES).filter((name) => arms.some((one) => name in one.measures));
  const mean = (one, name) => (name in one.measures ? two(one.measures[name]) : "–");
  return html`<section class="part" aria-labelledby="results">
    <h2 id="results">What each arm came to</h2>
    <p class="sub">Means over the n runs that have ended${measures.length ? ": " : ""}${measures.map((name) => MEASURES[name]).join("; ")}.</p>
    <div class="wide" tabindex="0" role="group" aria-label="What each arm came to"><table>
      <thead><tr><th scope="col">arm</th>${["n", ...measures].map((name) => html`<th scope="col" class="num">${name}</th>`)}<th scope="col" class="winners">winners</th></tr></thead>
      <tbody>${arms.map(
        (one) => html`<tr>${arm(one)}<td class="num">${one.ended} of ${repeats}</td>${measures.map((name) => html`<td class="num">${mean(one, name)}</td>`)}
          <td class="winners">${Object.entries(one.winners).map(([winner, times]) => `${winner} ${times}`).join(" · ") || "–"}</td></tr>`,
      )}</tbody>
    </table></div>
  </section>`;
}

/** What each arm cost, and what of it was lost. */
export const costs = ({ arms }) => html`<section class="part" aria-labelledby="costs">
  <h2 id="costs">What it cost and lost</h2>
  <p class="sub">A lost run ended without a decision. Calls without an answer were refused, late, unreadable, or failed otherwise.</p>
  <div class="wide" tabindex="0" role="group" aria-label="What it cost and lost"><table>
    <thead><tr><th scope="col">arm</th>${["calls", "tokens", "cost", "lost runs", "refused", "late", "unreadable", "other"].map((name) => html`<th scope="col" class="num">${name}</th>`)}</tr></thead>
    <tbody>${arms.map(
      (one) => html`<tr>${arm(one)}<td class="num">${one.losses.calls}</td><td class="num">${short(one.usage.input_tokens + one.usage.output_tokens)}</td><td class="num">${dollars(one.usage.cost_usd)}</td>
        ${[one.losses.runs, one.losses.refusals, one.losses.timeouts, one.losses.unreadable, one.losses.other].map(figure)}</tr>`,
    )}</tbody>
  </table></div>
</section>`;

/** Every run, by arm and repeat; one that did not come to its end says so. */
export const repeats = ({ arms }) => html`<section class="part" aria-labelledby="repeats">
  <h2 id="repeats">Runs</h2>
  <p class="sub">By repeat, with what won; all arms of a repeat share a seed.</p>
  <dl class="repeats">${arms.map(
    (one) => html`<div><dt>${words(one.arm)}</dt><dd>${one.runs.length ? html`<ul>${one.runs.map((run) => html`<li>${single(run)}</li>`)}</ul>` : html`<span class="quiet">none begun yet</span>`}</dd></div>`,
  )}</dl>
</section>`;

function single({ repeat, run, status, winner }) {
  const told = html`<b>${repeat}</b>${status === "completed" ? html`<span>${winner ?? "none"}</span>` : pill(status)}`;
  if (status === "removed") return html`<span class="repeat">${told}</span>`;
  return html`<a class="repeat" href="/runs/${run}" title="${run}">${told}</a>`;
}

/** What a reader must know before believing it. */
export const remarks = ({ arms, notes }) =>
  notes.length
    ? html`<section class="part" aria-labelledby="remarks"><h2 id="remarks">What to bear in mind</h2>
        <ul class="remarks">${notes.map((note) => html`<li>${sentence(note, arms)}</li>`)}</ul></section>`
    : nothing;

function sentence(note, arms) {
  const text = arms.reduce((said, { arm: id }) => said.replaceAll(id, words(id)), note);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
