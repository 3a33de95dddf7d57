import { html, nothing } from "lit";
import { two, words } from "../format.js";
import { problemNote, skeleton } from "../parts/bits.js";
import "../parts/strategy-map.js";
import { flagWords, parted } from "../strategies.js";
import { head } from "./card.js";

const TITLE = "Pooled by 169 strategies";

/** The stances last stated, made one confidence in a yes by every strategy: what the choice of one does. */
export function strategies(run, view) {
  if (!run.turns) return html`<div class="card">${head(TITLE, "Nobody has spoken yet.")}</div>`;
  const { tally, problem } = view.recount.want(run);
  if (!tally) return html`<div class="card">${head(TITLE, "")}${problem ? problemNote(problem) : skeleton(6)}</div>`;
  const all = tally.strategies;
  return html`<div class="card">
    ${head(TITLE, `Confidence in a yes, 0 to 1, from the stances last stated. ${view.table ? "The highest stands first." : "A row is how they are made one, a column whose counts how much."}`, view)}
    <p class="finding">${range(all, tally.chosen.strategy)}</p>
    ${view.table ? strategyTable(all, tally.chosen.strategy) : html`<lida-strategy-map .strategies=${all} .own=${tally.chosen.strategy}></lida-strategy-map>`}
  </div>`;
}

function range(all, own) {
  const values = all.map((one) => one.value).filter((value) => typeof value === "number").sort((a, b) => a - b);
  if (!values.length) return "No strategy has anything to pool.";
  const yes = values.filter((value) => value > 0.5).length;
  const ours = all.find((one) => one.strategy === own)?.value;
  return html`From <b>${two(values[0])}</b> to <b>${two(values.at(-1))}</b>, the middle one ${two(values[Math.floor(values.length / 2)])};
    ${yes === values.length ? "all lean to a yes" : yes === 0 ? "none leans to a yes" : `${yes} of ${values.length} lean to a yes`}.${typeof ours === "number" ? html` This run's says <b>${two(ours)}</b>.` : nothing}`;
}

/** The same as a list, the highest first. */
function strategyTable(all, own) {
  const sorted = all.toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1));
  return html`<table class="rules">
    <caption class="unseen">All strategies, the highest first</caption>
    <thead><tr><th scope="col">made one by</th><th scope="col">weighed by</th><th scope="col" class="num">value</th></tr></thead>
    <tbody>${sorted.map((one) => {
      const [operator, weighting] = parted(one.strategy);
      return html`<tr class=${one.strategy === own ? "own" : ""}>
        <th scope="row">${words(operator)}</th>
        <td>${words(weighting)}${one.strategy === own ? html` <span class="quiet">this run's</span>` : nothing}<p class="quiet">${one.flags.map(flagWords).join("; ")}</p></td>
        <td class="num">${typeof one.value === "number" ? two(one.value) : "–"}</td>
      </tr>`;
    })}</tbody>
  </table>`;
}
