import { html, nothing, svg } from "lit";
import { counted, exact, plain, surname, two, words } from "../format.js";
import { wayName } from "../games.js";
import { avatar, tint } from "../parts/avatar.js";
import { head } from "./card.js";

/** What was played beside Nash, quantal response and the closed forms. */
export function theory(run, view) {
  const { comparison } = run.board;
  if (!comparison) return html`<div class="card">${head("Beside theory", run.over ? "The game was not played to its end." : "What was played is compared with theory when the game is over.")}</div>`;
  const players = comparison.players.map((line) => ({ ...line, seat: run.seats.find((seat) => seat.id === line.speaker) ?? { seat: 7, name: line.speaker } }));
  return html`${means(players, view)} ${steps(players, comparison.fit, view)} ${forms(comparison.closed_forms)}`;
}

function means(players, view) {
  return html`<div class="card">
    ${head("Beside theory", "Filled is what was played on average, the tick is Nash, hollow the quantal response fitted to the moves.", view)}
    ${view.table
      ? html`<div class="wide" tabindex="0" role="group" aria-label="Beside theory"><table>
          <caption class="unseen">Mean moves beside theory</caption>
          <thead><tr><th scope="col">player</th><th scope="col">sets</th>${["played", "Nash", "quantal", "earned"].map((name) => html`<th scope="col" class="num">${name}</th>`)}</tr></thead>
          <tbody>${players.map(
            (one) => html`<tr><th scope="row">${surname(one.seat.name)}</th><td>${words(one.lever)}</td>${[one.played, one.nash, one.qre, one.payoff].map((value) => html`<td class="num">${known(value)}</td>`)}</tr>`,
          )}</tbody>
        </table></div>`
      : html`<ul class="theory">${players.map(
          (one) => html`<li class=${tint(one.seat.seat)}>
            <p>${avatar(one.seat, "small")}<span><b>${surname(one.seat.name)}</b> <span class="quiet">${words(one.lever)}, by ${wayName(one.by)}; earned ${exact(one.payoff)}</span></span></p>
            ${scale(one)}
            <p class="quiet">played ${known(one.played)} · Nash ${known(one.nash)} · quantal response ${known(one.qre)}</p>
          </li>`,
        )}</ul>`}
  </div>`;
}

const known = (value) => (typeof value === "number" ? exact(value) : "–");

/** From the least to the most that can be set. */
function scale({ levels, played, nash, qre }) {
  const least = Math.min(...levels.map((level) => level.value));
  const most = Math.max(...levels.map((level) => level.value));
  const at = (value) => `${(3 + (94 * (value - least)) / (most - least || 1)).toFixed(2)}%`;
  return html`<svg class="beside" aria-hidden="true">
    <line class="axis" x1="3%" x2="97%" y1="10" y2="10"></line>
    <rect class="nash" x=${at(nash)} y="1" width="2.5" height="18" transform="translate(-1.25)"></rect>
    ${typeof qre === "number" ? svg`<circle class="qre" cx=${at(qre)} cy="10" r="6.5"></circle>` : nothing}
    ${typeof played === "number" ? svg`<circle class="played" cx=${at(played)} cy="10" r="5"></circle>` : nothing}
    <text x="0" y="32">${plain(least)}</text><text x="100%" y="32" text-anchor="end">${plain(most)}</text>
  </svg>`;
}

function steps(players, fit, view) {
  const fitted = fit
    ? `The line is the quantal response that makes the ${counted(fit.moves, "move")} likeliest: lambda ${plain(fit.lambda)}${fit.lambda >= fit.most ? ", the most that was tried" : ""} (log-likelihood ${exact(fit.log_likelihood)}, ${exact(fit.even)} for even play).`
    : "No move was made to fit theory to.";
  return html`<div class="card">
    ${head("How often each step was played", fitted, view)}
    ${players.map((one) => (view.table ? stepTable(one) : stepBars(one)))}
  </div>`;
}

const HEIGHT = 54;

function stepBars({ seat, levels, lever }) {
  const most = Math.max(0.01, ...levels.map((level) => Math.max(level.played, level.qre ?? 0)));
  const width = 400 / levels.length;
  const y = (share) => HEIGHT - (share / most) * (HEIGHT - 6);
  const said = levels.filter((level) => level.played > 0).map((level) => `${plain(level.value)} in ${two(level.played)}`).join(", ");
  return html`<div class="steps ${tint(seat.seat)}">
    <p><b>${surname(seat.name)}</b> <span class="quiet">${words(lever)}</span></p>
    <svg viewBox="0 0 424 74" role="img" aria-label="${seat.name}, share of the moves: ${said || "none"}">
      <line class="grid" x1="12" x2="412" y1=${HEIGHT} y2=${HEIGHT}></line>
      ${levels.map(
        (level, index) => svg`<rect class="played" x=${12 + index * width + 2} width=${Math.max(1, width - 4)} y=${y(level.played)} height=${HEIGHT - y(level.played)}></rect>
          ${typeof level.qre === "number" ? svg`<line class="qre" x1=${12 + index * width + 1} x2=${12 + (index + 1) * width - 1} y1=${y(level.qre)} y2=${y(level.qre)}></line>` : nothing}
          ${levels.length <= 11 || index % Math.ceil(levels.length / 11) === 0 ? svg`<text x=${12 + (index + 0.5) * width} y="70" text-anchor="middle">${plain(level.value)}</text>` : nothing}`,
      )}
    </svg>
  </div>`;
}

const stepTable = ({ seat, levels, lever }) => html`<table class="steps">
  <caption>${surname(seat.name)} <span class="quiet">${words(lever)}</span></caption>
  <thead><tr><th scope="col">set to</th><th scope="col" class="num">played</th><th scope="col" class="num">quantal</th></tr></thead>
  <tbody>${levels.map((level) => html`<tr><th scope="row">${plain(level.value)}</th><td class="num">${two(level.played)}</td><td class="num">${known(level.qre)}</td></tr>`)}</tbody>
</table>`;

function forms(list) {
  if (!list.length) return nothing;
  return html`<div class="card">
    ${head("Closed forms", "Thresholds and equilibria that have a formula, and the same figure of this game.")}
    <table class="rules formulas">
      <caption class="unseen">Closed forms</caption>
      <thead><tr><th scope="col">figure</th><th scope="col" class="num">formula</th><th scope="col" class="num">here</th></tr></thead>
      <tbody>${list.map((form) => html`<tr><th scope="row">${form.name}<span class="quiet">${form.source}</span></th><td class="num">${known(form.value)}</td><td class="num">${known(form.played)}</td></tr>`)}</tbody>
    </table>
  </div>`;
}
