import { html, nothing } from "lit";
import { signed, surname, two } from "../format.js";
import { course } from "../movement.js";
import "../parts/beliefs.js";
import "../parts/course.js";
import { head } from "./card.js";
import { ifVotedNow } from "./now.js";

/** Where each stands round by round, how far apart they are, and who follows whom. */
export function beliefs(run, view) {
  const ends = run.options.length ? "from −1, no, to +1, yes" : "from −1, against, to +1, for";
  return html`<div class="card">
      ${head("Stance by round", ends, view)}
      ${view.table ? stanceTable(run) : html`<lida-beliefs .seats=${run.seats} .rounds=${run.rounds}></lida-beliefs>`}
    </div>
    ${run.turns ? apart(run, view) : nothing}
    ${run.decision || !run.votesAtEnd ? nothing : ifVotedNow(run)}`;
}

function stanceTable(run) {
  const stance = (seat, round) => round.entries.find((entry) => entry.seat === seat.seat)?.turn?.stance;
  return html`<div class="wide" tabindex="0" role="group" aria-label="Stances"><table>
    <caption class="unseen">Stance of each persona by round</caption>
    <thead><tr><th scope="col">persona</th><th scope="col" class="num">card</th>${run.rounds.map((round) => html`<th scope="col" class="num">${round.number}</th>`)}</tr></thead>
    <tbody>${run.seats.map(
      (seat) => html`<tr><td>${surname(seat.name)}</td><td class="num">${signed(seat.start)}</td>
        ${run.rounds.map((round) => html`<td class="num">${stance(seat, round) === undefined ? "–" : signed(stance(seat, round))}</td>`)}</tr>`,
    )}</tbody>
  </table></div>`;
}

function apart(run, view) {
  const points = course(run.seats, run.rounds);
  return html`<div class="card">
    ${head("How far apart, and who follows whom", "The band goes from the lowest stance to the highest. Polarization is 0 where all stand on one point, 1 where half stand at each end. Below it: of those who moved, the share that went towards the mean of the others, and the share of all that changed sides.", view)}
    ${view.table ? courseTable(points) : html`<lida-course .points=${points}></lida-course>`}
  </div>`;
}

const COLUMNS = [
  ["polar\u00adization", (point) => point.polarization],
  ["spread", (point) => point.high - point.low],
  ["to the others", (point) => point.conformity],
  ["changed sides", (point) => point.flips],
  ["bimo\u00addality", (point) => point.bimodality],
];

function courseTable(points) {
  return html`<div class="wide" tabindex="0" role="group" aria-label="Movement"><table>
    <caption class="unseen">Mean, polarization, spread, moves, camps and bimodality by round</caption>
    <thead><tr><th scope="col">round</th><th scope="col" class="num">mean</th>${COLUMNS.map(([name]) => html`<th scope="col" class="num">${name}</th>`)}<th scope="col" class="num">camps</th></tr></thead>
    <tbody>${points.map(
      (point) => html`<tr><th scope="row">${point.round || "card"}</th><td class="num">${signed(point.mean)}</td>
        ${COLUMNS.map(([, of]) => html`<td class="num">${of(point) === null ? "–" : two(of(point))}</td>`)}<td class="num">${point.clusters}</td></tr>`,
    )}</tbody>
  </table></div>`;
}
