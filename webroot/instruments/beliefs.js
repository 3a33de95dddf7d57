import { html, nothing } from "lit";
import { signed, surname, two } from "../format.js";
import "../parts/beliefs.js";
import "../parts/course.js";
import { course } from "../tally.js";
import { head } from "./card.js";
import { ifVotedNow } from "./now.js";

/** Where each stands round by round, and how far apart they are. */
export function beliefs(run, view) {
  return html`<div class="card">
      ${head("Stance by round", "from −1, against, to +1, for", view)}
      ${view.table ? stanceTable(run) : html`<lida-beliefs .seats=${run.seats} .rounds=${run.rounds}></lida-beliefs>`}
    </div>
    ${run.turns ? apart(run, view) : nothing}
    ${run.decision ? nothing : ifVotedNow(run)}`;
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
    ${head("How far apart they are", "The band goes from the lowest stance to the highest. Polarization is 0 where all stand on one point, 1 where half stand at each end.", view)}
    ${view.table
      ? html`<table>
          <caption class="unseen">Polarization, mean and spread by round</caption>
          <thead><tr><th scope="col">round</th><th scope="col" class="num">polarization</th><th scope="col" class="num">mean</th><th scope="col" class="num">spread</th></tr></thead>
          <tbody>${points.map(
            (point) => html`<tr><th scope="row">${point.round || "card"}</th><td class="num">${two(point.polarization)}</td><td class="num">${signed(point.mean)}</td><td class="num">${two(point.high - point.low)}</td></tr>`,
          )}</tbody>
        </table>`
      : html`<lida-course .points=${points}></lida-course>`}
  </div>`;
}
